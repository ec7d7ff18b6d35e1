//! `copydesk candidates`.

use crate::cli::Candidates;
use crate::terminal::Terminal;
use copydesk::{Error, Output, candidates};
use std::process::ExitCode;

pub(crate) fn run(args: &Candidates) -> Result<ExitCode, Error> {
    let mut terminal = Terminal::new();
    let mut output = Output::open(None)?;
    candidates(&args.inputs, args.dialect.dialect, &mut output, &mut terminal)?;
    output.commit()?;
    Ok(terminal.exit_code())
}
