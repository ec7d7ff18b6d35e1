//! `copydesk bundle`.

use crate::cli::BundleCommand;
use crate::terminal::Terminal;
use copydesk::{Error, Output, cat, list, pack, sniff, unpack};
use std::process::ExitCode;

pub(crate) fn run(command: BundleCommand) -> Result<ExitCode, Error> {
    let mut terminal = Terminal::new();
    match command {
        BundleCommand::Pack { inputs, output, dialect } => {
            let mut output = Output::open(output.as_deref())?;
            pack(&inputs, dialect.dialect, &mut output, &mut terminal)?;
            output.commit()?;
        }
        BundleCommand::Unpack { input, folder, dialect } => {
            unpack(&input, &folder, dialect.dialect, &mut terminal)?;
        }
        BundleCommand::List { inputs, dialect } => {
            let mut output = Output::open(None)?;
            list(&inputs, dialect.dialect, &mut output, &mut terminal)?;
            output.commit()?;
        }
        BundleCommand::Cat { input, names, dialect } => {
            let mut output = Output::open(None)?;
            cat(&input, &names, dialect.dialect, &mut output, &mut terminal)?;
            output.commit()?;
        }
        BundleCommand::Sniff { inputs } => {
            let mut output = Output::open(None)?;
            sniff(&inputs, &mut output)?;
            output.commit()?;
        }
    }
    Ok(terminal.exit_code())
}
