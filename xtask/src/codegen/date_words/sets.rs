//! Sets of locales, each kept once.

use std::collections::{BTreeMap, BTreeSet};

/// Tags of locales, sorted.
pub(super) type Tags = BTreeSet<String>;

/// The sets that are in use, numbered as they come.
#[derive(Default)]
pub(super) struct LocaleSets {
    numbers: BTreeMap<Tags, usize>,
    sets: Vec<Tags>,
}

impl LocaleSets {
    pub(super) fn number(&mut self, tags: &Tags) -> usize {
        *self.numbers.entry(tags.clone()).or_insert_with(|| {
            self.sets.push(tags.clone());
            self.sets.len() - 1
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Tags> {
        self.sets.iter()
    }
}
