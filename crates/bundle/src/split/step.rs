//! What a splitter tells, one thing after the other.

use crate::dialect::Dialect;
use crate::entry::Entry;
use crate::issue::{Issue, IssueKind};
use std::ops::Range;

/// What has been found.
pub(crate) enum Step {
    /// The first marker, or that there is none.
    Start {
        dialect: Option<Dialect>,
        preamble: Range<usize>,
        issue: Option<Issue>,
    },
    Document(Entry),
    /// Bytes that should be a document.
    Lost(Issue),
    /// Nothing yet: more must come into view.
    More(Need),
    End,
}

/// What the splitter must see to go on.
pub(crate) struct Need {
    /// Bytes before this place will be asked for, if they belong to what has been found or will be.
    pub(crate) kept: usize,
    /// And all from this place on.
    pub(crate) from: usize,
    /// Up to this place at least, unless the input ends before.
    pub(crate) to: usize,
}

/// Something odd about bytes that belong to no document.
pub(super) const fn oddity(kind: IssueKind, span: Range<usize>) -> Issue {
    Issue { kind, span, document: None }
}
