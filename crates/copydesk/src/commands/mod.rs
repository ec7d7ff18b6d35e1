//! One file for each command: from its arguments to the library and an exit code.

mod bundle;
mod candidates;
mod explain;
mod extract;
mod filters;
mod manual;

use crate::cli::Command;
use copydesk::Error;
use std::process::ExitCode;

pub(crate) fn run(command: Command) -> Result<ExitCode, Error> {
    match command {
        Command::Extract(args) => extract::run(args),
        Command::Bundle(command) => bundle::run(command),
        Command::Dates(args) => filters::dates(&args),
        Command::Bylines => filters::bylines(),
        Command::Languages => filters::languages(),
        Command::Explain(args) => explain::run(&args),
        Command::Candidates(args) => candidates::run(&args),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { names } => manual::man(&names),
    }
}
