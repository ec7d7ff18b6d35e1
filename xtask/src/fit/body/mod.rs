//! `cargo xtask fit body`: the weights of what makes a line the article's, and of where runs of such lines begin and end, on
//! pages of which some fragments are known to belong to the article, and some not.
//!
//! A chain of two states whose labels are known in part (a partially labelled conditional random field): the weights under
//! which the known lines are likeliest, whatever the others are.

mod chain;
mod climb;
mod sample;

use super::options::Options;
use super::sample::rows;
use super::validation::{FOLDS, fold_of, rounded};
use super::{BASE, SHARE_OF_BASE, candidates, header, table};
use crate::codegen;
use crate::run;
use crate::score::{Score, read_gold};
use anyhow::{Context, Result, bail};
use chain::Chain;
use sample::Document;
use std::fs;

/// What it costs that a run of lines begins, and that it ends; no line has it.
const TURN: &str = "turn";

pub(super) fn main(options: &Options) -> Result<()> {
    let path = run::root().join(codegen::weights::path(options.field.name()));
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let old = table::weights(&text).with_context(|| path.display().to_string())?;
    let threshold = table::threshold(&text).with_context(|| path.display().to_string())?;
    let documents = documents(options, &old)?;
    let fit = Fit::of(&documents, &old, options.lambda)?;
    let score = fit.print(&documents, &old, threshold);
    if options.write {
        let lines = documents.iter().map(|document| document.lines.len()).sum();
        let header = header::text(options, documents.len(), lines, &score)?;
        fs::write(path, table::rewritten(&text, &fit.weights, &header)?)?;
        codegen::main(&[])?;
    }
    Ok(())
}

fn documents(options: &Options, weights: &[(String, f64)]) -> Result<Vec<Document>> {
    let features: Vec<&str> = weights.iter().map(|(name, _)| &**name).collect();
    let rows = rows(&candidates(options)?, options.field)?;
    let documents = sample::documents(&rows, &read_gold(&options.gold)?, &features)?;
    if documents.is_empty() {
        bail!("expected lines of documents of whose body the gold knows fragments");
    }
    Ok(documents)
}

struct Fit {
    weights: Vec<(String, f64)>,
    /// How likely each line of each document is the article's, by weights fitted on other sources.
    chances: Vec<Vec<f64>>,
}

impl Fit {
    fn of(documents: &[Document], old: &[(String, f64)], lambda: f64) -> Result<Self> {
        let turn = old.iter().position(|(name, _)| name == TURN);
        let chain = Chain { turn: turn.with_context(|| format!("expected a weight `{TURN}`"))? };
        let is_free = |name: &str| [BASE, TURN].contains(&name);
        let penalty = |name: &str| if is_free(name) { SHARE_OF_BASE * lambda } else { lambda };
        let penalties: Vec<f64> = old.iter().map(|(name, _)| penalty(name)).collect();
        let fitted = weights(&chain, &documents.iter().collect::<Vec<_>>(), &penalties);
        let names = old.iter().map(|(name, _)| name.clone());
        let chances = validated(&chain, documents, &penalties);
        Ok(Self { weights: names.zip(fitted).collect(), chances })
    }

    fn print(&self, documents: &[Document], old: &[(String, f64)], threshold: f64) -> Score {
        let known = documents.iter().flat_map(|document| &document.lines).filter_map(|line| line.is_body);
        let (known, of_body) = known.fold((0, 0), |(all, body), one| (all + 1, body + usize::from(one)));
        println!("body: {} documents, {known} lines known, {of_body} of them of the body\n", documents.len());
        println!("{:<20}{:>8}{:>8}", "feature", "before", "now");
        for ((name, now), (_, before)) in self.weights.iter().zip(old) {
            println!("{name:<20}{before:>8.2}{now:>8.2}");
        }
        println!("\ncross-validated, {FOLDS} folds, by the threshold; the table's is {threshold}\n");
        println!("threshold   kept%  rejected%");
        for threshold in [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7] {
            let [kept, rejected] = self.shares(documents, threshold);
            println!("{threshold:<9.2}{kept:>8.1}{rejected:>11.1}");
        }
        let [kept, rejected] = self.shares(documents, threshold);
        println!("{threshold:<9.2}{kept:>8.1}{rejected:>11.1}");
        let mut score = Score::default();
        documents
            .iter()
            .zip(&self.chances)
            .for_each(|(one, chances)| score.add(one.verdict(chances, threshold)));
        score
    }

    /// How many percent of the wanted fragments are kept, and of the unwanted ones rejected.
    fn shares(&self, documents: &[Document], threshold: f64) -> [f64; 2] {
        let (mut kept, mut wanted, mut rejected, mut unwanted) = (0, 0, 0, 0);
        for (document, chances) in documents.iter().zip(&self.chances) {
            let verdict = document.verdict(chances, threshold);
            (kept, wanted) = (kept + verdict.correct, wanted + verdict.visible);
            unwanted += document.unwanted.len();
            rejected += document.unwanted.len() + verdict.correct - verdict.predicted;
        }
        let percent = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        [percent(kept, wanted), percent(rejected, unwanted)]
    }
}

/// Fitted, and rounded as the table shows them.
fn weights(chain: &Chain, documents: &[&Document], penalties: &[f64]) -> Vec<f64> {
    let found = climb::highest(penalties, |weights, slope| {
        documents.iter().map(|document| chain.add(&document.lines, weights, slope)).sum()
    });
    found.into_iter().map(rounded).collect()
}

/// Each fold judged by weights of the others.
fn validated(chain: &Chain, documents: &[Document], penalties: &[f64]) -> Vec<Vec<f64>> {
    let mut chances = vec![Vec::new(); documents.len()];
    for fold in 0..FOLDS {
        let is_inside = |document: &Document| fold_of(&document.source) == fold;
        let others: Vec<_> = documents.iter().filter(|document| !is_inside(document)).collect();
        let weights = weights(chain, &others, penalties);
        for (document, chances) in documents.iter().zip(&mut chances).filter(|(one, _)| is_inside(one)) {
            *chances = chain.chances(&document.lines, &weights);
        }
    }
    chances
}
