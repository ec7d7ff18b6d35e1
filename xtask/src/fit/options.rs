use crate::codegen::weights::FIELDS;
use crate::score::Field;
use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub(super) const HELP: &str = "\
cargo xtask fit FIELD GOLD.jsonl BUNDLE… [OPTIONS]

Weighs all that came into question for a field (headline, published, authors, body) by conditional logit; a candidate is right
as `cargo xtask score` judges it. Prints the weights, and how good the best candidate of each document is under weights
that were fitted on other sources. Each page is read as it is, and once more without its blank lines, but for the body. The lines of the body are weighed by a chain of two states, on the fragments that the gold knows. Fields look at each other: fit headline first, then published, then authors and body.

  --lambda L     how strongly weights are held near nought (1)
  --table CSV    read this output of `copydesk candidates` instead of the bundles
  --write        write the weights into crates/article/data/weights/FIELD.toml, and the code made of it
";

pub(super) struct Options {
    pub(super) field: Field,
    pub(super) gold: PathBuf,
    pub(super) bundles: Vec<PathBuf>,
    pub(super) table: Option<PathBuf>,
    pub(super) lambda: f64,
    pub(super) write: bool,
}

impl Options {
    /// `None` if help is asked for.
    pub(super) fn parse(args: &[OsString]) -> Result<Option<Self>> {
        let (mut values, mut table, mut lambda, mut write) = (Vec::new(), None, 1.0, false);
        let mut parser = lexopt::Parser::from_args(args);
        while let Some(arg) = parser.next()? {
            match arg {
                Long("lambda") => lambda = parser.value()?.parse()?,
                Long("table") => table = Some(PathBuf::from(parser.value()?)),
                Long("write") => write = true,
                Long("help") | Short('h') => return Ok(None),
                Value(value) => values.push(value),
                other => return Err(other.unexpected().into()),
            }
        }
        if !(f64::MIN_POSITIVE..f64::INFINITY).contains(&lambda) {
            bail!("expected a --lambda above nought, found {lambda}");
        }
        let mut values = values.into_iter();
        let (Some(name), Some(gold)) = (values.next(), values.next()) else {
            bail!("expected a field and a gold file\n\n{HELP}");
        };
        let bundles: Vec<PathBuf> = values.map(PathBuf::from).collect();
        if bundles.is_empty() && table.is_none() {
            bail!("expected a bundle behind the gold file\n\n{HELP}");
        }
        Ok(Some(Self { field: field(&name.string()?)?, gold: gold.into(), bundles, table, lambda, write }))
    }

    /// Gold first.
    pub(super) fn inputs(&self) -> Vec<&Path> {
        [&self.gold].into_iter().chain(&self.bundles).chain(&self.table).map(PathBuf::as_path).collect()
    }

    /// The command line, with the names of the files alone: where they lie is no one's business.
    pub(super) fn command(&self) -> String {
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut words = vec!["cargo xtask fit".to_owned(), self.field.name().to_owned(), name(&self.gold)];
        words.extend(self.bundles.iter().map(name));
        words.extend(self.table.iter().map(|table| format!("--table {}", name(table))));
        words.push(format!("--lambda {}", self.lambda));
        words.extend(self.write.then(|| "--write".to_owned()));
        words.join(" ")
    }
}

fn field(name: &str) -> Result<Field> {
    let mut weighed = Field::ALL.into_iter().filter(|field| FIELDS.contains(&field.name()));
    let found = weighed.find(|field| field.name() == name);
    found.with_context(|| format!("expected a field ({}), found `{name}`", FIELDS.join(", ")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::Options;

    fn parse(line: &str) -> anyhow::Result<Option<Options>> {
        let args: Vec<_> = line.split(' ').map(Into::into).collect();
        Options::parse(&args)
    }

    #[track_caller]
    fn check(line: &str, command: &str) {
        assert_eq!(parse(line).unwrap().unwrap().command(), format!("cargo xtask fit {command}"));
    }

    #[test]
    fn commands() {
        check(
            "published --write some/where/gold.jsonl here/a.bundle b/",
            "published gold.jsonl a.bundle b --lambda 1 --write",
        );
        check("authors g.jsonl --lambda=0.5 --table t/c.csv", "authors g.jsonl --table c.csv --lambda 0.5");
        assert!(parse("--help").unwrap().is_none());
    }

    #[test]
    fn faults() {
        for line in [
            "published",
            "published g.jsonl",
            "language g.jsonl a.bundle",
            "published g.jsonl a.bundle --lambda 0",
            "published g.jsonl a.bundle --lambda -1",
            "published g.jsonl a.bundle --lambda NaN",
            "published g.jsonl a.bundle --by lang",
            "published g.jsonl a.bundle --choice",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
