//! Which documents have come so far.

use crate::document::Document;
use crate::entry::Entry;
use crate::issue::IssueKind;
use crate::names::Names;
use crate::opening::Opening;
use std::borrow::Cow;
use std::ops::Range;

/// Enters documents one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    names: Names,
    documents: usize,
    /// The number that the last numbered document states.
    number: Option<usize>,
}

impl Ledger {
    /// A new one that goes on counting names.
    pub(crate) fn new(names: Names) -> Self {
        Self { names, ..Self::default() }
    }

    pub(crate) fn into_names(self) -> Names {
        self.names
    }

    /// A document whose content is known.
    pub(crate) fn entry(&mut self, opening: Opening, span: Range<usize>) -> Entry {
        self.documents += 1;
        let name = if opening.is_record { self.name(opening.name) } else { opening.name };
        let count = self.names.count(&name);
        let last = std::mem::replace(&mut self.number, opening.number).zip(opening.number);
        let gap = last.filter(|(last, found)| last.checked_add(1) != Some(*found));
        let gap = gap.map(|(last, found)| IssueKind::Number { expected: last.saturating_add(1), found });
        let mut faults = opening.faults;
        faults.extend(gap.into_iter().chain(count.issues()).map(|kind| (kind, opening.text.clone())));
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
