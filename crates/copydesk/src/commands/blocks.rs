//! `copydesk blocks`.

use crate::cli::Blocks;
use crate::terminal::Terminal;
use copydesk::{Error, Output, blocks, expand};

pub(crate) fn run(args: &Blocks, terminal: &mut Terminal) -> Result<(), Error> {
    let mut output = Output::open(None)?;
    blocks(&expand(&args.inputs)?, &args.intake.intake(), &mut output, terminal)?;
    output.commit()
}
