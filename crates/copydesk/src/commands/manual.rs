//! `copydesk completions` and `copydesk man`: the command line, for shells and for readers.

use crate::cli::Cli;
use clap::CommandFactory;
use clap::builder::Command;
use clap::error::ErrorKind;
use clap_complete::Shell;
use copydesk::{Error, Output};

pub(crate) fn completions(shell: Shell) -> Result<(), Error> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "copydesk", &mut script);
    Output::open(None)?.print(&script)
}

/// The page of the command that the names lead to.
pub(crate) fn man(names: &[String]) -> Result<(), Error> {
    let mut command = Cli::command();
    command.build();
    let mut title = command.get_name().to_owned();
    for name in names {
        command = match command.find_subcommand(name) {
            Some(found) => found.clone(),
            None => command.error(ErrorKind::InvalidSubcommand, format!("no command `{name}`")).exit(),
        };
        title = format!("{title}-{name}");
    }
    Output::open(None)?.print(&page(command, title))
}

const SOURCE: &str = concat!("copydesk ", env!("CARGO_PKG_VERSION"));

fn page(command: Command, title: String) -> Vec<u8> {
    let mut page = Vec::new();
    // A Vec takes all.
    let _ = clap_mangen::Man::new(command).title(title).source(SOURCE).render(&mut page);
    page
}
