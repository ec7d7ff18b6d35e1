//! What was right and wrong, by locale.

use crate::trial::Trial;
use std::collections::BTreeMap;
use std::fmt;

/// The trials of a run, counted.
#[derive(Default)]
pub(crate) struct Table<'t> {
    pub(crate) with_locale: Score,
    pub(crate) without: Score,
    ambiguous: Score,
    failures: BTreeMap<&'t str, Failures<'t>>,
}

/// How many were right.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    right: usize,
    all: usize,
}

/// What was wrong in a locale.
#[derive(Default)]
struct Failures<'t> {
    with_locale: Vec<&'t Trial<'t>>,
    without: Vec<&'t Trial<'t>>,
}

impl<'t> Table<'t> {
    pub(crate) fn of(trials: &'t [Trial<'t>]) -> Self {
        let mut table = Self::default();
        for trial in trials {
            table.score(trial).add(trial.wrong.is_none());
            table.note(trial);
        }
        table
    }

    fn score(&mut self, trial: &Trial<'_>) -> &mut Score {
        match (trial.knows_locale, trial.is_ambiguous) {
            (true, _) => &mut self.with_locale,
            (false, false) => &mut self.without,
            (false, true) => &mut self.ambiguous,
        }
    }

    fn note(&mut self, trial: &'t Trial<'t>) {
        if trial.wrong.is_none() || !trial.knows_locale && trial.is_ambiguous {
            return;
        }
        let failures = self.failures.entry(&trial.written.tag).or_default();
        if trial.knows_locale { &mut failures.with_locale } else { &mut failures.without }.push(trial);
    }
}

impl Score {
    fn add(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.all += 1;
    }

    pub(crate) fn per_mille(self) -> usize {
        self.right * 1000 / self.all.max(1)
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (tag, failures) in &self.failures {
            write!(f, "{tag:12}{failures}")?;
        }
        writeln!(f, "with the locale  {}", self.with_locale)?;
        writeln!(f, "without a locale {}", self.without)?;
        writeln!(f, "ambiguous        {}", self.ambiguous)
    }
}

impl fmt::Display for Failures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} with, {} without", self.with_locale.len(), self.without.len())?;
        self.with_locale.iter().chain(&self.without).try_for_each(|trial| writeln!(f, "    {trial}"))
    }
}

impl fmt::Display for Trial<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let knows = if self.knows_locale { "with" } else { "without" };
        let found = self.wrong.as_deref().filter(|found| !found.is_empty()).unwrap_or("nothing");
        let written = self.written;
        write!(
            f,
            "{knows:8}{:?} {} {} {:?}: {found}",
            written.width, written.calendar, written.day, self.text
        )
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({}.{} %)", self.right, self.all, self.per_mille() / 10, self.per_mille() % 10)
    }
}
