//! `copydesk profile`.

use super::{threads, write};
use crate::cli::{Inputs, Profile};
use crate::terminal::Terminal;
use copydesk::{Error, expand, profile};

pub(crate) fn run(args: &Profile, terminal: &mut Terminal) -> Result<(), Error> {
    let Inputs { paths, intake } = &args.from;
    let threads = threads(args.threads);
    write(args.output.as_deref(), |output| {
        profile(&expand(paths)?, &intake.intake(), threads, output, terminal)
    })
}
