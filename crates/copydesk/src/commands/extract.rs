//! `copydesk extract`.

use crate::cli::Extract;
use crate::terminal::Terminal;
use copydesk::{Error, Options, Output, Strictness, extract};
use std::num::NonZeroUsize;
use std::thread::available_parallelism;

pub(crate) fn run(args: Extract, terminal: &mut Terminal) -> Result<(), Error> {
    let columns = args.columns.unwrap_or_default();
    let options = Options {
        columns: if args.body { columns.with_body() } else { columns },
        threads: args.threads.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN),
        dialect: args.dialect.dialect,
        strictness: if args.strict { Strictness::Strict } else { Strictness::Lenient },
    };
    let mut output = Output::open(args.output.as_deref())?;
    let summary = extract(&args.inputs, &options, &mut output, terminal)?;
    output.commit()?;
    terminal.sum_up(summary);
    Ok(())
}
