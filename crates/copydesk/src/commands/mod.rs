//! One file for each command: from its arguments to the library.

mod blocks;
mod bundle;
mod candidates;
mod explain;
mod extract;
mod filters;
mod manual;
mod profile;

use crate::cli::{Command, IntakeOptions};
use crate::terminal::Terminal;
use copydesk::{Error, Intake, Output};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;
use std::thread::available_parallelism;

/// Runs a command; whatever comes of it, the terminal has the last word.
pub(crate) fn run(command: Command) -> Result<ExitCode, Error> {
    let mut terminal = match &command {
        Command::Extract(args) if args.quiet => Terminal::quiet(),
        _ => Terminal::new(),
    };
    let done = run_on(&mut terminal, command);
    terminal.finish();
    done.map(|()| terminal.exit_code())
}

fn run_on(terminal: &mut Terminal, command: Command) -> Result<(), Error> {
    match command {
        Command::Extract(args) => extract::run(args, terminal),
        Command::Bundle(command) => bundle::run(command, terminal),
        Command::Dates(args) => filters::dates(&args),
        Command::Bylines => filters::bylines(),
        Command::Languages => filters::languages(),
        Command::Explain(args) => explain::run(&args, terminal),
        Command::Blocks(args) => blocks::run(&args, terminal),
        Command::Candidates(args) => candidates::run(&args, terminal),
        Command::Profile(args) => profile::run(&args, terminal),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { names } => manual::man(&names),
    }
}

/// As many threads as asked for, or else one for each core.
fn threads(wanted: Option<NonZeroUsize>) -> NonZeroUsize {
    wanted.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
}

/// Writes to a file, or else to standard output.
fn write(file: Option<&Path>, command: impl FnOnce(&mut Output) -> Result<(), Error>) -> Result<(), Error> {
    let mut output = Output::open(file)?;
    command(&mut output)?;
    output.commit()
}

impl IntakeOptions {
    fn intake(&self) -> Intake {
        let default = Intake::default();
        Intake {
            dialect: self.dialect,
            marker: self.marker.clone(),
            max_document: self.max_document.unwrap_or(default.max_document),
            max_ratio: self.max_ratio.unwrap_or(default.max_ratio),
        }
    }

    /// Whoever asks for contents gets them, if they fit in memory at all.
    fn for_bundles(&self) -> Intake {
        Intake { max_document: self.max_document.unwrap_or(LONGEST_CONTENT), ..self.intake() }
    }
}

const LONGEST_CONTENT: usize = 64 << 20;
