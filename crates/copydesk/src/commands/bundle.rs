//! `copydesk bundle`.

use crate::cli::BundleCommand;
use crate::terminal::Terminal;
use copydesk::{Error, Output, cat, convert, expand, list, pack, sniff, unpack};

pub(crate) fn run(command: BundleCommand, terminal: &mut Terminal) -> Result<(), Error> {
    match command {
        BundleCommand::Pack { inputs, output, intake } => {
            let mut output = Output::open(output.as_deref())?;
            pack(&expand(&inputs)?, &intake.for_bundles(), &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Convert { inputs, to, output, intake } => {
            let mut output = Output::open(output.as_deref())?;
            convert(&expand(&inputs)?, &intake.for_bundles(), to, &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Unpack { input, folder, intake } => {
            unpack(&input, &folder, &intake.for_bundles(), terminal)?;
        }
        BundleCommand::List { inputs, intake } => {
            let mut output = Output::open(None)?;
            list(&expand(&inputs)?, &intake.for_bundles(), &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Cat { input, names, intake } => {
            let mut output = Output::open(None)?;
            cat(&input, &names, &intake.for_bundles(), &mut output, terminal)?;
            output.commit()?;
        }
        BundleCommand::Sniff { inputs, intake } => {
            let mut output = Output::open(None)?;
            sniff(&expand(&inputs)?, &intake.for_bundles(), &mut output, terminal)?;
            output.commit()?;
        }
    }
    Ok(())
}
