//! `copydesk bundle`.

use super::options::{Inputs, IntakeOptions};
use super::values::written_dialects;
use clap::Subcommand;
use copydesk::Dialect;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum BundleCommand {
    /// Write documents as one canonical bundle
    ///
    /// Names, contents and headers are kept, byte for byte. Bundles of other dialects are rewritten. A file without a marker
    /// becomes one document, named like the file; text before the first marker, and words of a marker that are no `key=value`,
    /// are left out. Standard error says so.
    Pack {
        /// Write the bundle to a file, which appears when all is done
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        from: Inputs,
    },
    /// Write documents as one bundle of another dialect
    ///
    /// Standard error says what the dialect cannot hold; a canonical bundle holds anything.
    Convert {
        /// The dialect: canonical, tail, txtar, equals, wet or jsonl
        #[arg(long, value_name = "DIALECT", value_parser = written_dialects(), hide_possible_values = true)]
        to: Dialect,
        /// Write the bundle to a file, which appears when all is done
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        from: Inputs,
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
    List(Inputs),
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
    Sniff(Inputs),
}
