//! The command line: what `--help`, the completions and the man page are made from.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use copydesk::{Articles, Columns, Dialect};
use copydesk_dates::{NaiveDate, NaiveDateTime, Order};
use copydesk_tables::Table;
use std::num::NonZeroUsize;
use std::path::PathBuf;

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

const EXAMPLES: &str = "\
Examples:
  copydesk extract pages.bundle -o articles.csv     a bundle, its table into a file
  tail -n +1 *.txt | copydesk extract - > out.csv   a stream
  copydesk extract CC-*.warc.wet.gz -o wet.csv      WET files of Common Crawl, as they are
  copydesk extract pages/ --columns name,headline   a folder of .txt files, two columns
  copydesk explain pages.bundle page-1.txt          why page-1.txt got its values
  echo '2 June 2017' | copydesk dates               the dates in lines of text
  copydesk bundle pack pages/ > pages.bundle        one file of many, exact to the byte

Input: FILE, FOLDER, a pattern such as 'crawl/**/*.wet.gz', or - for standard input, plain or
compressed with gzip or zstd. How the pages of a file are parted is found out, or told by --dialect,
or by --marker REGEX:
  canonical        === FILE: NAME bytes=N sha256=HEX url=URL date=DAY ===
  tail             ==> NAME <==
  txtar            -- NAME --
  equals           === NAME ===
  begin            ----- BEGIN FILE NAME -----, ----- END FILE NAME -----
  repomix          File: NAME between rules of =, as `repomix --style plain` writes it
  gitingest        FILE: NAME between rules of =
  repomix-xml      <file path=\"NAME\">, </file>
  documents        <document>, <source>NAME</source>, as `files-to-prompt --cxml` prints it
  files-to-prompt  NAME, ---, text, ---
  wet              WARC records of type `conversion`, such as Common Crawl's WET files
  jsonl            JSON Lines: text, content, maintext or raw_content; url, id, crawl_date
  lexisnexis       N of M DOCUMENTS
A file without a marker is one page. A folder is a bundle of its .txt files, and of those in folders
below it. Pages that are not UTF-8 are decoded by their byte order mark, or as what they look like.

Standard output carries data alone; warnings, progress and a line of counts go to standard error.

Exit codes:
  0   all good
  1   there were no documents, or some had problems: cut off, wrong checksum, malformed marker,
      not decodable, longer than 1 MiB, damaged compression, or a file of a folder that cannot be read
  2   wrong use
  3   something could not be read or written
  130 interrupted";

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
    Blocks(Blocks),
    /// Show all that came into question, for whole bundles
    ///
    /// Writes one row of CSV for each candidate for headline, date of publication and authors, with the features that were
    /// weighed: what `cargo xtask fit` learns weights from.
    Candidates(Candidates),
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

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct Extract {
    /// Bundles, folders, or `-` for standard input
    #[arg(required = true, value_name = "BUNDLE")]
    pub(crate) inputs: Vec<PathBuf>,
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
    #[command(flatten)]
    pub(crate) intake: IntakeOptions,
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

#[derive(Debug, Subcommand)]
pub(crate) enum BundleCommand {
    /// Write documents as one canonical bundle
    ///
    /// Names, contents and headers are kept, byte for byte. Bundles of other dialects are rewritten. A file without a marker
    /// becomes one document, named like the file; text before the first marker, and words of a marker that are no `key=value`,
    /// are left out. Standard error says so.
    Pack {
        /// Folders, files, bundles, or `-` for standard input
        #[arg(required = true, value_name = "INPUT")]
        inputs: Vec<PathBuf>,
        /// Write the bundle to a file, which appears when all is done
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        intake: IntakeOptions,
    },
    /// Write documents as one bundle of another dialect
    ///
    /// Standard error says what the dialect cannot hold; a canonical bundle holds anything.
    Convert {
        /// Folders, files, bundles, or `-` for standard input
        #[arg(required = true, value_name = "INPUT")]
        inputs: Vec<PathBuf>,
        /// The dialect: canonical, tail, txtar, equals, wet or jsonl
        #[arg(long, value_name = "DIALECT", value_parser = written_dialects(), hide_possible_values = true)]
        to: Dialect,
        /// Write the bundle to a file, which appears when all is done
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        intake: IntakeOptions,
    },
    /// Write the documents of a bundle to files
    ///
    /// Nothing is written unless every name is a safe path: relative, without `..`, and no two of them one file on disks that
    /// ignore case.
    Unpack {
        /// A bundle, or `-` for standard input
        #[arg(value_name = "BUNDLE")]
        input: PathBuf,
        /// The folder for the files; new or empty
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[command(flatten)]
        intake: IntakeOptions,
    },
    /// List the documents of bundles, as CSV
    List {
        /// Bundles, folders, or `-` for standard input
        #[arg(required = true, value_name = "BUNDLE")]
        inputs: Vec<PathBuf>,
        #[command(flatten)]
        intake: IntakeOptions,
    },
    /// Print the contents of documents
    Cat {
        /// A bundle, a folder, or `-` for standard input
        #[arg(value_name = "BUNDLE")]
        input: PathBuf,
        /// Names of documents
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
        #[command(flatten)]
        intake: IntakeOptions,
    },
    /// Tell how the markers of bundles are written, as CSV
    Sniff {
        /// Bundles, or `-` for standard input
        #[arg(required = true, value_name = "BUNDLE")]
        inputs: Vec<PathBuf>,
        #[command(flatten)]
        intake: IntakeOptions,
    },
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
    /// Bundles, folders, or `-` for standard input
    #[arg(value_name = "BUNDLE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// Write the table to a file, which appears when all is done
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Read on N threads; the table is the same for any number [default: one for each core]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) intake: IntakeOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Blocks {
    /// Bundles, pages, folders, or `-` for standard input
    #[arg(value_name = "BUNDLE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) intake: IntakeOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Candidates {
    /// Bundles, folders, or `-` for standard input
    #[arg(value_name = "BUNDLE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) intake: IntakeOptions,
}

fn columns_help() -> String {
    let width = Articles::COLUMNS.iter().map(|column| column.name.len()).max().unwrap_or_default();
    let columns =
        Articles::COLUMNS.iter().map(|column| format!("\n  {:width$}  {}", column.name, column.about));
    format!("Columns:{}", columns.collect::<String>())
}

fn parse_columns(list: &str) -> Result<Columns<Articles>, copydesk_tables::UnknownColumn> {
    Columns::parse(list)
}

fn dialects() -> impl TypedValueParser<Value = Dialect> {
    PossibleValuesParser::new(Dialect::ALL.map(Dialect::name)).try_map(|name| name.parse::<Dialect>())
}

fn written_dialects() -> impl TypedValueParser<Value = Dialect> {
    let names = copydesk_bundle::Writer::DIALECTS.map(Dialect::name);
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Dialect>())
}

fn orders() -> impl TypedValueParser<Value = Order> {
    PossibleValuesParser::new(["DMY", "MDY", "YMD"]).map(|name| match &*name {
        "DMY" => Order::Dmy,
        "MDY" => Order::Mdy,
        _ => Order::Ymd,
    })
}

fn parse_marker(pattern: &str) -> Result<String, copydesk_bundle::Error> {
    copydesk_bundle::Reader::new().marker(pattern).map(|_| pattern.to_owned())
}

/// A number of bytes, or of KiB, MiB or GiB.
fn parse_size(text: &str) -> Result<usize, String> {
    let units = [('K', 10), ('M', 20), ('G', 30)];
    let unit = units.iter().find_map(|(unit, bits)| Some((text.strip_suffix(*unit)?, *bits)));
    let (number, bits) = unit.unwrap_or((text, 0));
    let size = number.parse().ok().and_then(|number: usize| number.checked_mul(1 << bits));
    size.filter(|size| *size > 0).ok_or_else(|| "expected a size such as 100000, 16M or 1G".into())
}

/// A day is its midnight. Minutes may end the time.
fn parse_moment(text: &str) -> Result<NaiveDateTime, String> {
    let text = text.replacen(' ', "T", 1);
    let day = |day: &str| day.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    let moment = text.parse().ok().or_else(|| format!("{text}:00").parse().ok()).or_else(|| day(&text));
    moment.ok_or_else(|| "expected a day or moment such as 2017-06-02 or 2017-06-02T17:12".into())
}
