//! `copydesk explain`.

use crate::cli::Explain;
use crate::terminal::{Terminal, stdout_style};
use copydesk::{Error, Output, Question, explain};
use std::process::ExitCode;

pub(crate) fn run(args: &Explain) -> Result<ExitCode, Error> {
    let question =
        Question { document: &args.name, field: args.field.as_deref(), dialect: args.dialect.dialect };
    let mut terminal = Terminal::new();
    let mut output = Output::open(None)?;
    explain(&args.input, question, stdout_style(), &mut output, &mut terminal)?;
    output.commit()?;
    Ok(terminal.exit_code())
}
