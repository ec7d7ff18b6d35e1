//! Bytes that belong to no document: before the first marker, and where documents are closed between two.

use crate::grammar::Grammar;
use crate::window::{Window, without_mark};
use std::ops::Range;

/// What is known of such bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    start: usize,
    /// What comes before this place has been looked at.
    looked: usize,
    /// Whether it begins with text that should not be there; unknown as long as there are but blanks.
    is_stray: Option<bool>,
}

impl Gap {
    pub(crate) const fn at(start: usize) -> Self {
        Self { start, looked: start, is_stray: None }
    }

    pub(crate) const fn start(&self) -> usize {
        self.start
    }

    pub(crate) fn is_stray(&self) -> bool {
        self.is_stray == Some(true)
    }

    /// Does not look at what comes before a place.
    pub(crate) fn pass(&mut self, to: usize) {
        self.looked = self.looked.max(to);
    }

    /// Looks at what comes before a place, and never at what comes between it and the next one.
    pub(crate) fn look(&mut self, grammar: &Grammar, window: &Window<'_>, to: usize, next: usize) {
        if to > self.looked && self.is_stray.is_none() {
            self.is_stray = text(window, self.looked..to).map(|text| grammar.is_stray(text));
        }
        self.pass(to.max(next));
    }
}

/// What stands here, blanks and a byte order mark at the start of the input apart.
fn text<'w>(window: &Window<'w>, range: Range<usize>) -> Option<&'w [u8]> {
    let is_first = range.start == 0;
    let bytes = window.slice(range);
    let text = if is_first { without_mark(bytes) } else { bytes }.trim_ascii();
    (!text.is_empty()).then_some(text)
}
