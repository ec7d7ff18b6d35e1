//! `cargo xtask fit`: finds the weights of a field's features on pages whose right values are known.

mod body;
mod choice;
mod header;
mod options;
mod regression;
mod sample;
mod table;
mod validation;

use crate::codegen;
use crate::run;
use crate::score::{Field, Score, read_gold};
use crate::unspaced::unspaced;
use anyhow::{Context, Result, bail};
use options::{HELP, Options};
use sample::{Candidate, Document};
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use validation::{FOLDS, Validation};

/// The feature that all candidates have.
const BASE: &str = "base";
/// How much of the penalty it bears: held near nought, it would make all candidates likelier than they are.
const SHARE_OF_BASE: f64 = 1e-3;

pub(crate) fn main(args: &[OsString]) -> Result<()> {
    let Some(options) = Options::parse(args)? else {
        print!("{HELP}");
        return Ok(());
    };
    if options.field == Field::Body {
        return body::main(&options);
    }
    let path = run::root().join(codegen::weights::path(options.field.name()));
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let old = table::weights(&text).with_context(|| path.display().to_string())?;
    let threshold = table::threshold(&text).with_context(|| path.display().to_string())?;
    let documents = documents(&options, &old)?;
    let fit = Fit::of(&documents, &old, threshold, &options);
    fit.print(&documents, &old, &options);
    if options.write {
        let header =
            header::text(&options, documents.len(), counts(&documents, |_| true).0, &fit.validation.score)?;
        fs::write(path, table::rewritten(&text, &fit.weights, &header)?)?;
        codegen::main(&[])?;
    }
    Ok(())
}

fn documents(options: &Options, weights: &[(String, f64)]) -> Result<Vec<Document>> {
    let gold = read_gold(&options.gold)?;
    let features: Vec<&str> = weights.iter().map(|(name, _)| &**name).collect();
    let mut documents = Vec::new();
    for (nth, table) in tables(options)?.iter().enumerate() {
        let rows = sample::rows(table, options.field)?;
        let mut found = sample::documents(&rows, &gold, options.field, &features)?;
        for document in &mut found {
            document.is_unspaced = nth > 0;
        }
        documents.append(&mut found);
    }
    if documents.iter().all(|document| document.candidates.is_empty()) {
        bail!("expected candidates of documents whose {} the gold knows", options.field.name());
    }
    Ok(documents)
}

/// What came into question on the pages as they are, and on the same without blank lines, which many a source leaves out.
fn tables(options: &Options) -> Result<Vec<Vec<u8>>> {
    let mut tables = vec![candidates(options)?];
    if options.table.is_none() {
        let unspaced = unspaced(&run::build_copydesk()?, &options.bundles)?;
        tables.push(candidates_of(&[unspaced.path().to_owned()])?);
    }
    Ok(tables)
}

/// What `copydesk candidates` prints, or has printed.
fn candidates(options: &Options) -> Result<Vec<u8>> {
    match &options.table {
        Some(table) => fs::read(table).with_context(|| table.display().to_string()),
        None => candidates_of(&options.bundles),
    }
}

fn candidates_of(bundles: &[PathBuf]) -> Result<Vec<u8>> {
    let mut command = Command::new(run::build_copydesk()?);
    let output = command.arg("candidates").args(bundles).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("`copydesk candidates` failed");
    }
    Ok(output.stdout)
}

struct Fit {
    /// By name; a feature that no candidate has keeps its weight.
    weights: Vec<(String, f64)>,
    validation: Validation,
    threshold: f64,
}

impl Fit {
    fn of(documents: &[Document], old: &[(String, f64)], threshold: f64, options: &Options) -> Self {
        let lambda = options.lambda;
        let penalty = |name: &str| if name == BASE { SHARE_OF_BASE * lambda } else { lambda };
        let penalties: Vec<f64> = old.iter().map(|(name, _)| penalty(name)).collect();
        let fitted = validation::weights(&documents.iter().collect::<Vec<_>>(), &penalties);
        let weight = |(at, (name, old)): (usize, &(String, f64))| {
            if counts(documents, |candidate| candidate.features.contains(&at)).0 > 0 {
                return (name.clone(), fitted[at]);
            }
            eprintln!("warning: no candidate has `{name}`: it keeps its weight");
            (name.clone(), validation::rounded(*old))
        };
        Self {
            weights: old.iter().enumerate().map(weight).collect(),
            validation: Validation::of_folds(documents, threshold, &penalties),
            threshold,
        }
    }

    fn print(&self, documents: &[Document], old: &[(String, f64)], options: &Options) {
        let (all, right) = counts(documents, |_| true);
        let field = options.field.name();
        println!("{field}: {} documents, {all} candidates, {right} of them right\n", documents.len());
        println!("{:<20}{:>8}{:>8}{:>12}{:>8}", "feature", "before", "now", "candidates", "right");
        for (at, ((name, now), (_, before))) in self.weights.iter().zip(old).enumerate() {
            let (all, right) = counts(documents, |candidate| candidate.features.contains(&at));
            println!("{name:<20}{before:>8.2}{now:>8.2}{all:>12}{right:>8}");
        }
        let before: Vec<f64> = old.iter().map(|(_, weight)| *weight).collect();
        let before = Validation::of_weights(documents, self.threshold, &before);
        println!("\nthe best candidate of each document, if its confidence is {} or more", self.threshold);
        println!("{:<32}{}", "by the weights before:", figures(&before.score));
        println!("{:<32}{}", "without blank lines:", figures(&before.unspaced));
        println!("{:<32}{}", format!("cross-validated, {FOLDS} folds:"), figures(&self.validation.score));
        println!("{:<32}{}", "without blank lines:", figures(&self.validation.unspaced));
        print!("\n{}", self.validation.reliability());
    }
}

/// How many candidates of the documents are such, and how many of those are right.
fn counts(documents: &[Document], is_such: impl Fn(&Candidate) -> bool) -> (usize, usize) {
    let candidates = documents.iter().flat_map(|document| &document.candidates);
    let such: Vec<_> = candidates.filter(|candidate| is_such(candidate)).collect();
    (such.len(), such.iter().filter(|candidate| candidate.is_right()).count())
}

fn figures(score: &Score) -> String {
    format!("precision {:.3}, recall {:.3}, F1 {:.3}", score.precision(), score.recall(), score.f1())
}
