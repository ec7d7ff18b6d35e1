//! `copydesk profile`.

use super::threads;
use crate::cli::Profile;
use crate::terminal::Terminal;
use copydesk::{Error, Output, expand, profile};

pub(crate) fn run(args: &Profile, terminal: &mut Terminal) -> Result<(), Error> {
    let mut output = Output::open(args.output.as_deref())?;
    profile(&expand(&args.inputs)?, &args.intake.intake(), threads(args.threads), &mut output, terminal)?;
    output.commit()
}
