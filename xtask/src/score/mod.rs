//! `cargo xtask score`: extracts a bundle and measures the table against a gold file.

mod days;
mod fold;
mod gold;
mod judge;
mod names;
mod table;

pub(crate) use days::Day;
pub(crate) use fold::squeeze;
pub(crate) use gold::read_gold;
pub(crate) use judge::{Field, Verdict, judge};
pub(crate) use names::{Names, strings};
pub(crate) use table::Score;

use crate::run;
use crate::unspaced::unspaced;
use anyhow::{Context, Result, bail};
use gold::Predictions;
use lexopt::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use table::Row;

const HELP: &str = "\
cargo xtask score [GOLD.jsonl BUNDLE…] [OPTIONS]

Extracts the bundles (as they stand in the checkout) and prints precision, recall and F1 of each field. Without arguments:
fixtures/gold.jsonl over the bundles of fixtures/. A gold file has one JSON object a line; fixtures/README.md tells its keys.

  --by KEYS            break down by keys of the gold, with a comma between: lang (or language), origin, date_form, ...
  --errors FIELD [N]   print the N (20) worst documents of a field
  --unspaced           leave the blank lines of the pages out, as WET files do
  --table CSV          score this table instead of extracting bundles
  --json               print JSON
";

struct Options {
    gold: PathBuf,
    bundles: Vec<PathBuf>,
    by: Vec<String>,
    errors: Option<(Field, usize)>,
    table: Option<PathBuf>,
    unspaced: bool,
    json: bool,
}

pub(crate) fn main(args: &[OsString]) -> Result<()> {
    let Some(options) = parse(args)? else {
        print!("{HELP}");
        return Ok(());
    };
    let gold = read_gold(&options.gold)?;
    let predictions = match &options.table {
        Some(table) => Predictions::read(table)?,
        None => extract(&options)?,
    };
    if let Some(name) = predictions.strangers(&gold).next() {
        eprintln!(
            "warning: {} documents are not in the gold, `{name}` first",
            predictions.strangers(&gold).count()
        );
    }
    let names = Names::load()?;
    let rows = score(&names, &gold, &predictions, &options.by);
    if options.json {
        println!("{:#}", table::json(&rows));
    } else {
        print!("{}", table::text(&rows));
    }
    if let Some((field, limit)) = options.errors {
        print_errors(&names, &gold, &predictions, field, limit);
    }
    Ok(())
}

fn parse(args: &[OsString]) -> Result<Option<Options>> {
    let fixtures = run::root().join("fixtures");
    let mut paths = Vec::new();
    let (mut by, mut errors, mut table) = (Vec::new(), None, None);
    let (mut unspaced, mut json) = (false, false);
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("by") => by = parser.value()?.string()?.split(',').map(gold_key).collect(),
            Long("table") => table = Some(PathBuf::from(parser.value()?)),
            Long("errors") => {
                let field = field(&parser.value()?.string()?)?;
                let is_number = |value: &std::ffi::OsStr| {
                    value.to_str().is_some_and(|text| text.parse::<usize>().is_ok())
                };
                let limit = parser.try_raw_args().and_then(|mut rest| rest.next_if(is_number));
                errors = Some((field, limit.map_or(Ok(20), |limit| limit.parse())?));
            }
            Long("unspaced") => unspaced = true,
            Long("json") => json = true,
            Long("help") | Short('h') => return Ok(None),
            Value(path) => paths.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if paths.is_empty() {
        paths.push(fixtures.join("gold.jsonl"));
        paths.extend(bundles(&fixtures)?);
    }
    let bundles = paths.split_off(1);
    if bundles.is_empty() && table.is_none() {
        bail!("expected a bundle behind the gold file\n\n{HELP}");
    }
    Ok(Some(Options { gold: paths.remove(0), bundles, by, errors, table, unspaced, json }))
}

/// What a key is called in the gold.
fn gold_key(key: &str) -> String {
    if key == "language" { "lang" } else { key }.to_owned()
}

fn field(name: &str) -> Result<Field> {
    let known = Field::ALL.map(Field::name).join(", ");
    let found = Field::ALL.into_iter().find(|field| field.name() == name);
    found.with_context(|| format!("expected a field ({known}), found `{name}`"))
}

/// What the gold of the fixtures speaks about.
fn bundles(fixtures: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(fixtures.join("bundles"))?;
    let mut bundles: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    bundles.sort();
    bundles.push(fixtures.join("folder"));
    Ok(bundles)
}

fn extract(options: &Options) -> Result<Predictions> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("articles.csv");
    let copydesk = run::build_copydesk()?;
    let unspaced = options.unspaced.then(|| unspaced(&copydesk, &options.bundles)).transpose()?;
    let mut command = Command::new(copydesk);
    command.arg("extract").args(["--quiet", "--body", "-o"]).arg(&path);
    let status = match &unspaced {
        Some(bundle) => command.arg(bundle.path()).status()?,
        None => command.args(&options.bundles).status()?,
    };
    // 1 is: some documents had problems.
    if !matches!(status.code(), Some(0 | 1)) {
        bail!("`copydesk extract` failed");
    }
    Predictions::read(&path)
}

/// All documents first, then the groups, the large ones first.
fn score(names: &Names, gold: &[Value], predictions: &Predictions, by: &[String]) -> Vec<Row> {
    let fields = Field::ALL.into_iter().filter(|field| predictions.has(field.name()));
    fields.flat_map(|field| score_field(names, gold, predictions, by, field)).collect()
}

fn score_field(
    names: &Names,
    gold: &[Value],
    predictions: &Predictions,
    by: &[String],
    field: Field,
) -> Vec<Row> {
    let mut all = Score::default();
    let mut groups = BTreeMap::<String, Score>::new();
    for gold in gold {
        let Some(verdict) = judge(names, field, gold, &predictions.cell(gold, field.name())) else {
            continue;
        };
        all.add(verdict);
        if !by.is_empty() {
            let values: Vec<_> = by.iter().map(|key| plain(&gold[key])).collect();
            groups.entry(values.join(" ")).or_default().add(verdict);
        }
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, score)| std::cmp::Reverse(score.docs()));
    let all = Some(("all".to_owned(), all)).filter(|(_, score)| score.docs() > 0);
    all.into_iter().chain(groups).map(|(group, score)| (field.name(), group, score)).collect()
}

/// A string without its quotes.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn print_errors(names: &Names, gold: &[Value], predictions: &Predictions, field: Field, limit: usize) {
    let cell = |gold: &Value| predictions.cell(gold, field.name());
    let fault = |gold: &Value| judge(names, field, gold, &cell(gold)).map_or(0, |verdict| verdict.fault);
    let mut worst: Vec<_> =
        gold.iter().map(|gold| (fault(gold), gold)).filter(|(fault, _)| *fault > 0).collect();
    worst.sort_by_key(|(fault, gold)| (std::cmp::Reverse(*fault), plain(&gold["name"])));
    println!("\n{}: {} documents with an error", field.name(), worst.len());
    for (_, gold) in worst.into_iter().take(limit) {
        println!("\n{}  [{}, {}]", plain(&gold["name"]), plain(&gold["origin"]), plain(&gold["lang"]));
        println!("  gold:      {}", shortened(&gold[field.gold_key()].to_string()));
        println!("  predicted: {}", shortened(&format!("{:?}", cell(gold))));
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(300).collect()
}
