//! `copydesk explain`.

use crate::cli::Explain;
use crate::terminal::{Terminal, stdout_style};
use copydesk::{Error, Output, Question, explain};

pub(crate) fn run(args: &Explain, terminal: &mut Terminal) -> Result<(), Error> {
    let question =
        Question { document: &args.name, field: args.field.as_deref(), intake: args.intake.intake() };
    let mut output = Output::open(None)?;
    explain(&args.input, &question, stdout_style(), &mut output, terminal)?;
    output.commit()
}
