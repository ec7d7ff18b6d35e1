//! The sums, and how they are printed.

use super::judge::Verdict;
use serde_json::{Value, json};
use std::fmt::Write;

/// The scores of one field over one group of documents.
#[derive(Debug, Default)]
pub(crate) struct Score {
    docs: usize,
    sum: Verdict,
    /// Documents that show no gold value, and how many of them got a wrong one; of bodies, fragments that do not belong to
    /// them, and how many were let in.
    invisible: usize,
    invented: usize,
}

impl Score {
    pub(crate) fn add(&mut self, verdict: Verdict) {
        self.docs += 1;
        self.sum.visible += verdict.visible;
        self.sum.predicted += verdict.predicted;
        self.sum.correct += verdict.correct;
        self.sum.found += verdict.found;
        let leaked = verdict.unwanted.min(verdict.predicted - verdict.correct);
        self.invisible += usize::from(verdict.visible == 0) + verdict.unwanted;
        self.invented += usize::from(verdict.visible == 0 && verdict.predicted > verdict.correct) + leaked;
    }

    pub(crate) fn docs(&self) -> usize {
        self.docs
    }

    pub(crate) fn precision(&self) -> f64 {
        share(self.sum.correct, self.sum.predicted)
    }

    pub(crate) fn recall(&self) -> f64 {
        share(self.sum.found, self.sum.visible)
    }

    pub(crate) fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn json(&self) -> Value {
        json!({
            "docs": self.docs, "visible": self.sum.visible, "predicted": self.sum.predicted, "correct": self.sum.correct,
            "precision": self.precision(), "recall": self.recall(), "f1": self.f1(),
            "fp_invisible": self.invented, "invisible": self.invisible,
        })
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Field, group, score.
pub(super) type Row = (&'static str, String, Score);

/// For people.
pub(super) fn text(rows: &[Row]) -> String {
    let mut table = format!(
        "{:<11}{:<14}{:>6}{:>8}{:>6}{:>6}{:>7}{:>7}{:>7}  invented\n",
        "field", "group", "docs", "visible", "pred", "ok", "P%", "R%", "F1%"
    );
    for (field, group, score) in rows {
        let Verdict { visible, predicted, correct, .. } = score.sum;
        let [p, r, f1] = [score.precision(), score.recall(), score.f1()].map(|share| 100.0 * share);
        let counts =
            format!("{:>6}{visible:>8}{predicted:>6}{correct:>6}{p:>7.1}{r:>7.1}{f1:>7.1}", score.docs);
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{field:<11}{group:<14}{counts}  {}/{}", score.invented, score.invisible);
    }
    table
}

/// For programs: field, then group.
pub(super) fn json(rows: &[Row]) -> Value {
    let mut fields = serde_json::Map::new();
    for (field, group, score) in rows {
        let groups = fields.entry(*field).or_insert_with(|| json!({}));
        groups[group.as_str()] = score.json();
    }
    Value::Object(fields)
}
