//! The command line: what `--help`, the completions and the man page are made from.

mod bundle;
mod options;
mod values;

pub(crate) use bundle::BundleCommand;
pub(crate) use options::{Dates, Explain, Extract, Inputs, IntakeOptions, Profile};

use clap::{Parser, Subcommand};
use clap_complete::Shell;
use values::columns_help;

/// Read bundles of plain-text article pages, write tables.
///
/// A bundle is one file that holds many pages, each introduced by a line such as `==> NAME <==`. Copydesk writes one row of
/// CSV for each page: headline, date of publication, authors, agencies, language and more. Where a page does not say, the cell
/// stays empty and a status column says why. `copydesk explain` shows the evidence for every value.
#[derive(Debug, Parser)]
#[command(version, after_long_help = EXAMPLES, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = include_str!("examples.txt");

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the table of the articles in bundles
    ///
    /// Writes one row of CSV for each document, in the order of the input. Bad input costs what it spoils and no more: the rest
    /// comes out, standard error says what is odd and at which byte, and the column `warnings` has
    /// the codes.
    #[command(after_long_help = columns_help())]
    Extract(Extract),
    /// Join documents into a bundle, and split a bundle
    #[command(subcommand)]
    Bundle(BundleCommand),
    /// Find the dates in lines of text
    ///
    /// Reads one text a line from standard input and writes one row of CSV for each date in it.
    Dates(Dates),
    /// Find the bylines and credits in lines of text
    ///
    /// Reads one text a line from standard input and writes one row of CSV for each person or organisation credited.
    Bylines,
    /// Identify the languages of lines of text
    ///
    /// Reads one text a line from standard input and writes one row of CSV for each.
    Languages,
    /// Show why a document got its values
    ///
    /// For each field: the value with the line it stands on, the rule that found it, how sure that rule is, and what else came
    /// into question; or the reason why the field stays empty.
    Explain(Explain),
    /// Show what each line of a page is
    ///
    /// Writes one row of CSV for each line that is not blank, with its one role: nav, section, headline, standfirst, date,
    /// byline, credit, dateline, body, quote, list, caption, related, comment, bio, legal, share or furniture. Lines that recur
    /// on other pages of the source are furniture, whatever they say.
    Blocks(Inputs),
    /// Show all that came into question, for whole bundles
    ///
    /// Writes one row of CSV for each candidate for headline, date of publication and authors, with the features that were
    /// weighed: what `cargo xtask fit` learns weights from.
    Candidates(Inputs),
    /// Learn what the sources of bundles have in common
    ///
    /// Writes one row of CSV for each source (host, folder, publisher or template): how many of its numeric dates can only be day
    /// first, or month first, and the lines of some of its pages. `copydesk extract --profile` reads it: pages of one source, run
    /// by run, are then read in one order of dates, and lines that recur on them are furniture.
    Profile(Profile),
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the man page
    ///
    /// `copydesk man | man -l -` shows it, `copydesk man bundle pack | man -l -` that of a command.
    Man {
        /// A command; the page of `copydesk` itself, if none is named
        #[arg(value_name = "COMMAND")]
        names: Vec<String>,
    },
}
