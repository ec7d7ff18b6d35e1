//! How well weights choose among the candidates of documents that they were not fitted on.

use super::choice;
use super::regression::{Example, log_odds};
use super::sample::{Candidate, Document};
use crate::score::Score;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// All pages of a source are in one fold.
pub(super) const FOLDS: u8 = 10;

const BINS: usize = 10;

/// What the best candidates of documents are worth.
pub(super) struct Validation {
    /// The confidence from which the best candidate of a document is its value.
    threshold: f64,
    pub(super) score: Score,
    /// The same of the pages that were read without their blank lines.
    pub(super) unspaced: Score,
    /// The best candidates by their confidence, from 0 to 1.
    bins: [Bin; BINS],
}

#[derive(Clone, Copy, Default)]
struct Bin {
    all: usize,
    right: usize,
    /// The sum of all.
    confidence: f64,
}

impl Validation {
    /// Each fold judged by weights of the others.
    pub(super) fn of_folds(documents: &[Document], threshold: f64, penalties: &[f64]) -> Self {
        let mut validation = Self::new(threshold);
        for fold in 0..FOLDS {
            let (inside, others): (Vec<_>, Vec<_>) =
                documents.iter().partition(|document| fold_of(&document.source) == fold);
            let weights = weights(&others, penalties);
            for document in inside {
                validation.add(document, &weights);
            }
        }
        validation
    }

    /// All judged by the same weights.
    pub(super) fn of_weights(documents: &[Document], threshold: f64, weights: &[f64]) -> Self {
        let mut validation = Self::new(threshold);
        for document in documents {
            validation.add(document, weights);
        }
        validation
    }

    fn new(threshold: f64) -> Self {
        Self { threshold, score: Score::default(), unspaced: Score::default(), bins: [Bin::default(); BINS] }
    }

    fn add(&mut self, document: &Document, weights: &[f64]) {
        let best = best(&document.candidates, weights);
        let likely = best.filter(|(confidence, _)| *confidence >= self.threshold);
        let verdict = likely.and_then(|(_, candidate)| candidate.verdict);
        let verdict = verdict.unwrap_or(document.silence);
        self.score.add(verdict);
        if document.is_unspaced {
            self.unspaced.add(verdict);
        }
        if let Some((confidence, candidate)) = best {
            let bin = &mut self.bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
            bin.all += 1;
            bin.right += usize::from(candidate.is_right());
            bin.confidence += confidence;
        }
    }

    /// How many of the best candidates are right, by their confidence.
    pub(super) fn reliability(&self) -> String {
        let mut table = String::from("confidence     best  right  right%  expected%\n");
        for (at, Bin { all, right, confidence }) in self.bins.iter().enumerate() {
            let (from, to) = (at as f64 / BINS as f64, (at + 1) as f64 / BINS as f64);
            let percent = |part: f64| if *all == 0 { 0.0 } else { 100.0 * part / *all as f64 };
            let (found, expected) = (percent(*right as f64), percent(*confidence));
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{from:.1} to {to:.1} {all:>8}{right:>7}{found:>8.1}{expected:>11.1}");
        }
        table
    }
}

/// Fitted, and rounded as the table shows them.
pub(super) fn weights(documents: &[&Document], penalties: &[f64]) -> Vec<f64> {
    let documents: Vec<Vec<Example<'_>>> = documents.iter().map(|document| document.examples()).collect();
    choice::fit(&documents, penalties).into_iter().map(rounded).collect()
}

/// To the digits of the table. Adding nought takes the sign from -0.
pub(super) fn rounded(weight: f64) -> f64 {
    (100.0 * weight).round() / 100.0 + 0.0
}

/// The best that the field can take, with its confidence; of equals the first on the page.
fn best<'d>(candidates: &'d [Candidate], weights: &[f64]) -> Option<(f64, &'d Candidate)> {
    let weighed = chances(candidates, weights)
        .into_iter()
        .zip(candidates)
        .filter(|(_, one)| one.verdict.is_some())
        .rev();
    weighed.max_by(|(a, _), (b, _)| a.total_cmp(b))
}

/// How sure it is of the value of each candidate, as `copydesk-article` has it.
fn chances(candidates: &[Candidate], weights: &[f64]) -> Vec<f64> {
    let mut values = BTreeMap::<&str, f64>::new();
    for one in candidates {
        *values.entry(&one.value).or_default() += log_odds(weights, &one.features).exp();
    }
    let all = 1.0 + values.values().sum::<f64>();
    candidates.iter().map(|one| values[&*one.value] / all).collect()
}

/// The same on every machine.
pub(super) fn fold_of(source: &str) -> u8 {
    Sha256::digest(source)[0] % FOLDS
}

#[cfg(test)]
mod tests {
    use super::{BINS, FOLDS, Validation, fold_of, weights};
    use crate::fit::sample::{Candidate, Document};
    use crate::score::Verdict;

    fn verdict(is_right: bool) -> Verdict {
        let right = usize::from(is_right);
        Verdict { visible: 1, predicted: 1, correct: right, found: right, ..Verdict::default() }
    }

    /// A source whose right candidate has the second feature, and whose wrong ones have the third or none.
    fn document(source: usize) -> Document {
        let candidate = |features: &[usize], is_right| Candidate {
            features: features.into(),
            value: format!("{features:?}"),
            verdict: Some(verdict(is_right)),
        };
        Document {
            source: format!("source {source}"),
            is_unspaced: source.is_multiple_of(3),
            silence: Verdict { visible: 1, ..Verdict::default() },
            candidates: vec![candidate(&[0], false), candidate(&[0, 1], true), candidate(&[0, 2], false)],
        }
    }

    #[test]
    fn folds() {
        let mut sizes = [0; FOLDS as usize];
        (0..500).for_each(|source| sizes[usize::from(fold_of(&format!("source {source}")))] += 1);
        assert!(sizes.iter().all(|size| (30..70).contains(size)), "{sizes:?}");
    }

    #[test]
    fn best_candidates() {
        let documents: Vec<_> = (0..60).map(document).collect();
        let validation = Validation::of_folds(&documents, 0.5, &[1e-3, 1.0, 1.0]);
        assert_eq!((validation.score.docs(), validation.score.f1().round()), (60, 1.0));
        assert_eq!(validation.unspaced.docs(), 20);
        let likely = &validation.bins[BINS / 2..];
        assert_eq!(likely.iter().map(|bin| bin.right).sum::<usize>(), 60);
        assert_eq!(validation.reliability().lines().count(), 1 + BINS);
    }

    #[test]
    fn unlikely_candidates() {
        let documents = [document(1)];
        let weights = [-3.0, 1.0, 0.0];
        let silent = Validation::of_weights(&documents, 0.2, &weights);
        let bold = Validation::of_weights(&documents, 0.1, &weights);
        assert_eq!((bold.score.precision(), bold.score.recall()), (1.0, 1.0));
        assert_eq!((silent.score.precision(), silent.score.recall()), (0.0, 0.0));
        assert_eq!((silent.bins[1].all, silent.bins[1].right), (1, 1));
        let first_of_equals = Validation::of_weights(&documents, 0.2, &[1.0, 0.0, 0.0]);
        assert_eq!((first_of_equals.bins[2].all, first_of_equals.bins[2].right), (1, 0));
    }

    #[test]
    fn weights_are_short() {
        let documents: Vec<_> = (0..60).map(document).collect();
        let found = weights(&documents.iter().collect::<Vec<_>>(), &[1e-3, 1.0, 1.0]);
        assert!(found[1] > 0.0 && found[2] < 0.0, "{found:?}");
        assert!(found.iter().all(|weight| format!("{weight:.2}").parse() == Ok(*weight)), "{found:?}");
    }
}
