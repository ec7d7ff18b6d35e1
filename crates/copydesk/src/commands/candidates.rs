//! `copydesk candidates`.

use super::write;
use crate::cli::Inputs;
use crate::terminal::Terminal;
use copydesk::{Error, candidates, expand};

pub(crate) fn run(from: &Inputs, terminal: &mut Terminal) -> Result<(), Error> {
    write(None, |output| candidates(&expand(&from.paths)?, &from.intake.intake(), output, terminal))
}
