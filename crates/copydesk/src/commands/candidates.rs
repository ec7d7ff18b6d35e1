//! `copydesk candidates`.

use crate::cli::Candidates;
use crate::terminal::Terminal;
use copydesk::{Error, Output, candidates};

pub(crate) fn run(args: &Candidates, terminal: &mut Terminal) -> Result<(), Error> {
    let mut output = Output::open(None)?;
    candidates(&args.inputs, &args.intake.intake(), &mut output, terminal)?;
    output.commit()
}
