//! `copydesk explain`.

use super::write;
use crate::cli::Explain;
use crate::terminal::{Terminal, stdout_style};
use copydesk::{Error, Question, explain};

pub(crate) fn run(args: &Explain, terminal: &mut Terminal) -> Result<(), Error> {
    let question =
        Question { document: &args.name, field: args.field.as_deref(), intake: args.intake.intake() };
    write(None, |output| explain(&args.input, &question, stdout_style(), output, terminal))
}
