//! `copydesk bundle`.

use crate::cli::BundleCommand;
use crate::terminal::Terminal;
use copydesk::{Error, Output, cat, list, pack, sniff, unpack};

pub(crate) fn run(command: BundleCommand, terminal: &mut Terminal) -> Result<(), Error> {
    match command {
        BundleCommand::Pack { inputs, output, dialect } => {
            let mut output = Output::open(output.as_deref())?;
            pack(&inputs, dialect.dialect, &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Unpack { input, folder, dialect } => {
            unpack(&input, &folder, dialect.dialect, terminal)?;
        }
        BundleCommand::List { inputs, dialect } => {
            let mut output = Output::open(None)?;
            list(&inputs, dialect.dialect, &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Cat { input, names, dialect } => {
            let mut output = Output::open(None)?;
            cat(&input, &names, dialect.dialect, &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Sniff { inputs } => {
            let mut output = Output::open(None)?;
            sniff(&inputs, &mut output, terminal)?;
            output.commit()?;
        }
    }
    Ok(())
}
