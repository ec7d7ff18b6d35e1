//! The arguments of commands.

use super::values::{dialects, orders, parse_columns, parse_marker, parse_moment, parse_size};
use clap::Args;
use copydesk::{Articles, Columns, Dialect};
use copydesk_dates::{NaiveDateTime, Order};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Any number of inputs.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Bundles, pages, folders, patterns such as 'crawl/**/*.gz', or `-` for standard input
    #[arg(required = true, value_name = "BUNDLE")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) intake: IntakeOptions,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct Extract {
    /// Write the table to a file, which appears when all is done
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Add the column `body`
    #[arg(long)]
    pub(crate) body: bool,
    /// Write these columns only, in this order
    #[arg(long, value_name = "LIST", value_parser = parse_columns)]
    pub(crate) columns: Option<Columns<Articles>>,
    /// Put an apostrophe before cells that spreadsheets take for formulas, and before those that begin with one
    #[arg(long)]
    pub(crate) excel: bool,
    /// Read on N threads; the table is the same for any number [default: one for each core]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Take what is known of the sources from this output of `copydesk profile`, and learn nothing from these documents; may be
    /// given several times
    #[arg(long = "profile", value_name = "FILE")]
    pub(crate) profiles: Vec<PathBuf>,
    /// Fail at the first problem, and where there is no marker; then nothing is written
    #[arg(long)]
    pub(crate) strict: bool,
    /// Go on with a run over these files that was interrupted, and be one that can be gone on with
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    /// Print problems only: no warnings, no progress, no counts
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) from: Inputs,
}

/// How inputs are read.
#[derive(Debug, Args)]
pub(crate) struct IntakeOptions {
    /// How the documents are parted, instead of finding out: `copydesk --help` lists the dialects
    #[arg(long, value_name = "DIALECT", value_parser = dialects(), hide_possible_values = true)]
    pub(crate) dialect: Option<Dialect>,
    /// Take lines for markers that this regular expression fits; its group `name`, or its first one, is the name
    #[arg(long, value_name = "REGEX", value_parser = parse_marker, conflicts_with = "dialect")]
    pub(crate) marker: Option<String>,
    /// Read so many bytes of a longer document, such as 100000, 16M or 1G; fields are looked for in the first MiB alone
    /// [default: 16M; 64M for `bundle`]
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub(crate) max_document: Option<usize>,
    /// Read no compressed input on that makes more than so many bytes of one [default: 200]
    #[arg(long, value_name = "N")]
    pub(crate) max_ratio: Option<u64>,
}

#[derive(Debug, Args)]
pub(crate) struct Dates {
    /// The moment that relative dates count from, such as 2017-06-02 or 2017-06-02T17:12
    #[arg(long, value_name = "ISO", value_parser = parse_moment)]
    pub(crate) now: Option<NaiveDateTime>,
    /// The order of numeric dates that allow several: DMY, MDY or YMD
    #[arg(long, value_name = "ORDER", value_parser = orders(), hide_possible_values = true)]
    pub(crate) order: Option<Order>,
    /// The locales that the texts are likely to be in, the best first, as BCP 47 tags
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub(crate) lang: Vec<String>,
    /// Take weekdays without a date for those to come, not for the last ones
    #[arg(long)]
    pub(crate) ahead: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A bundle, a folder, or `-` for standard input
    #[arg(value_name = "BUNDLE")]
    pub(crate) input: PathBuf,
    /// Name of a document
    pub(crate) name: String,
    /// One field, such as `date_published`; all, if none is named
    pub(crate) field: Option<String>,
    #[command(flatten)]
    pub(crate) intake: IntakeOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Profile {
    /// Write the table to a file, which appears when all is done
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Read on N threads; the table is the same for any number [default: one for each core]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) from: Inputs,
}
