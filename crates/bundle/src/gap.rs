//! Bytes that belong to no document: before the first marker, and where documents are closed between two.

use crate::grammar::Grammar;
use crate::window::{Window, without_mark};
use std::ops::Range;

/// What is known of such bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    /// What comes before this place has been looked at.
    looked: usize,
    text: Text,
}

/// The first text in a gap.
#[derive(Clone, Copy, Debug)]
enum Text {
    /// There are but blanks so far.
    None,
    /// It may be there.
    Fine,
    /// It begins here, and should not.
    Stray(usize),
}

impl Gap {
    pub(crate) const fn at(start: usize) -> Self {
        Self { looked: start, text: Text::None }
    }

    /// Where text begins that should not be there.
    pub(crate) const fn stray(&self) -> Option<usize> {
        match self.text {
            Text::Stray(at) => Some(at),
            Text::None | Text::Fine => None,
        }
    }

    /// Does not look at what comes before a place.
    pub(crate) fn pass(&mut self, to: usize) {
        self.looked = self.looked.max(to);
    }

    /// Looks at what comes before a place, and never at what comes between it and the next one.
    pub(crate) fn look(&mut self, grammar: &Grammar, window: &Window<'_>, to: usize, next: usize) {
        if to > self.looked && matches!(self.text, Text::None) {
            self.text = text(grammar, window, self.looked..to);
        }
        self.pass(to.max(next));
    }
}

/// The first text here, blanks and a byte order mark at the start of the input apart.
fn text(grammar: &Grammar, window: &Window<'_>, range: Range<usize>) -> Text {
    let bytes = window.slice(range.clone());
    let text = if range.start == 0 { without_mark(bytes) } else { bytes }.trim_ascii_start();
    match text.trim_ascii_end() {
        [] => Text::None,
        trimmed if grammar.is_stray(trimmed) => Text::Stray(range.end - text.len()),
        _ => Text::Fine,
    }
}
