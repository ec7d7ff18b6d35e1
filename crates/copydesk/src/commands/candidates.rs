//! `copydesk candidates`.

use crate::cli::Candidates;
use crate::terminal::Terminal;
use copydesk::{Error, Output, candidates, expand};

pub(crate) fn run(args: &Candidates, terminal: &mut Terminal) -> Result<(), Error> {
    let mut output = Output::open(None)?;
    candidates(&expand(&args.inputs)?, &args.intake.intake(), &mut output, terminal)?;
    output.commit()
}
