//! Which documents have come so far.

use crate::document::Document;
use crate::entry::Entry;
use crate::issue::IssueKind;
use crate::opening::Opening;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// How many different names are remembered: 2^20, in some 30 MB.
const MOST_NAMES: usize = 1 << 20;

/// Enters documents one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    names: Names,
    documents: usize,
    /// The number that the last numbered document states.
    number: Option<usize>,
}

impl Ledger {
    /// A document whose content is known.
    pub(crate) fn entry(&mut self, opening: Opening, span: Range<usize>) -> Entry {
        self.documents += 1;
        let name = if opening.is_record { self.name(opening.name) } else { opening.name };
        let count = self.names.count(&name);
        let last = std::mem::replace(&mut self.number, opening.number).zip(opening.number);
        let gap = last.filter(|(last, found)| last.checked_add(1) != Some(*found));
        let found = [
            gap.map(|(last, found)| IssueKind::Number { expected: last.saturating_add(1), found }),
            (count.occurrence > 1).then_some(IssueKind::DuplicateName { occurrence: count.occurrence }),
            count.has_filled.then_some(IssueKind::ManyNames { most: MOST_NAMES }),
        ];
        let mut faults = opening.faults;
        faults.extend(found.into_iter().flatten().map(|kind| (kind, opening.text.clone())));
        let headers = opening.headers.into_iter();
        let document = Document {
            name: Cow::Owned(name),
            occurrence: count.occurrence,
            headers: headers.map(|(key, value)| (Cow::Owned(key), Cow::Owned(value))).collect(),
            sha256: opening.sha256,
            marker: opening.span,
            content: Cow::Borrowed(&[]),
            trailer: span.end..span.end,
            span,
        };
        Entry { document, is_escaped: opening.is_escaped, faults }
    }

    /// A record without a name has its number for one.
    fn name(&self, name: String) -> String {
        if name.is_empty() { self.documents.to_string() } else { name }
    }
}

/// Counts names in bounded memory. They are told apart by 64 bits of a hash.
#[derive(Clone, Debug, Default)]
struct Names {
    seen: BTreeMap<u64, u32>,
    is_full: bool,
}

/// What is known of a name.
struct Count {
    /// 1 for the first document of the name.
    occurrence: usize,
    /// Whether this is the first name for which there was no room.
    has_filled: bool,
}

impl Names {
    fn count(&mut self, name: &str) -> Count {
        let hash = hash(name);
        let has_room = self.seen.len() < MOST_NAMES;
        match self.seen.get_mut(&hash) {
            Some(count) => {
                *count = count.saturating_add(1);
                Count { occurrence: *count as usize, has_filled: false }
            }
            None if has_room => {
                self.seen.insert(hash, 1);
                Count { occurrence: 1, has_filled: false }
            }
            None => Count { occurrence: 1, has_filled: !std::mem::replace(&mut self.is_full, true) },
        }
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
