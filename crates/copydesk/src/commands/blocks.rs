//! `copydesk blocks`.

use super::write;
use crate::cli::Inputs;
use crate::terminal::Terminal;
use copydesk::{Error, blocks, expand};

pub(crate) fn run(from: &Inputs, terminal: &mut Terminal) -> Result<(), Error> {
    write(None, |output| blocks(&expand(&from.paths)?, &from.intake.intake(), output, terminal))
}
