//! `copydesk bundle`.

use super::write;
use crate::cli::{BundleCommand, Inputs};
use crate::terminal::Terminal;
use copydesk::{Error, cat, convert, expand, list, pack, sniff, unpack};

pub(crate) fn run(command: BundleCommand, terminal: &mut Terminal) -> Result<(), Error> {
    match command {
        BundleCommand::Pack { from: Inputs { paths, intake }, output } => {
            write(output.as_deref(), |output| pack(&expand(&paths)?, &intake.for_bundles(), output, terminal))
        }
        BundleCommand::Convert { from: Inputs { paths, intake }, to, output } => {
            write(output.as_deref(), |output| {
                convert(&expand(&paths)?, &intake.for_bundles(), to, output, terminal)
            })
        }
        BundleCommand::Unpack { input, folder, intake } => {
            unpack(&input, &folder, &intake.for_bundles(), terminal)
        }
        BundleCommand::List(Inputs { paths, intake }) => {
            write(None, |output| list(&expand(&paths)?, &intake.for_bundles(), output, terminal))
        }
        BundleCommand::Cat { input, names, intake } => {
            write(None, |output| cat(&input, &names, &intake.for_bundles(), output, terminal))
        }
        BundleCommand::Sniff(Inputs { paths, intake }) => {
            write(None, |output| sniff(&expand(&paths)?, &intake.for_bundles(), output, terminal))
        }
    }
}
