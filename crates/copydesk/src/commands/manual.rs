//! `copydesk completions` and `copydesk man`: the command line, for shells and for readers.

use crate::cli::Cli;
use clap::CommandFactory;
use clap::builder::Command;
use clap_complete::Shell;
use copydesk::{Error, Output};
use std::process::ExitCode;

pub(crate) fn completions(shell: Shell) -> Result<ExitCode, Error> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "copydesk", &mut script);
    Output::open(None)?.print(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// The page of the command that the names lead to, as far as they lead to one.
pub(crate) fn man(names: &[String]) -> Result<ExitCode, Error> {
    let mut root = Cli::command();
    root.build();
    let start = (&root, root.get_name().to_owned());
    let (command, title) =
        names.iter().fold(start, |(command, title), name| match command.find_subcommand(name) {
            Some(next) => (next, format!("{title}-{name}")),
            None => (command, title),
        });
    Output::open(None)?.print(&page(command.clone(), title))?;
    Ok(ExitCode::SUCCESS)
}

fn page(command: Command, title: String) -> Vec<u8> {
    let mut page = Vec::new();
    // A Vec takes all.
    let _ = clap_mangen::Man::new(command).title(title).render(&mut page);
    page
}
