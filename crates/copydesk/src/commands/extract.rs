//! `copydesk extract`.

use super::threads;
use crate::cli::Extract;
use crate::terminal::Terminal;
use copydesk::{Error, Guard, Options, Output, Profiles, Strictness, expand, extract, resume};
use std::path::PathBuf;

pub(crate) fn run(args: Extract, terminal: &mut Terminal) -> Result<(), Error> {
    let inputs = expand(&args.from.paths)?;
    let columns = args.columns.unwrap_or_default();
    let options = Options {
        columns: if args.body { columns.with_body() } else { columns },
        threads: threads(args.threads),
        intake: args.from.intake.intake(),
        strictness: if args.strict { Strictness::Strict } else { Strictness::Lenient },
        guard: if args.excel { Guard::Apostrophe } else { Guard::Off },
        profiles: profiles(&args.profiles)?,
    };
    if let Some(path) = args.output.as_deref().filter(|_| args.resume) {
        let summary = resume(&inputs, &options, path, terminal)?;
        terminal.sum_up(summary);
        return Ok(());
    }
    let mut output = Output::open(args.output.as_deref())?;
    let summary = extract(&inputs, &options, &mut output, terminal)?;
    output.commit()?;
    terminal.sum_up(summary);
    Ok(())
}

/// What all files tell together; none, if there are none.
fn profiles(files: &[PathBuf]) -> Result<Option<Profiles>, Error> {
    let profiles = files.iter().map(|file| Profiles::read(file)).collect::<Result<Vec<_>, _>>()?;
    Ok(profiles.iter().fold(None, |all: Option<Profiles>, one| Some(all.unwrap_or_default().merge(one))))
}
