//! Finds the markers of one dialect, at the speed of `memchr`.

use crate::dialect::Dialect;
use crate::marker;
use crate::opening::Opening;
use crate::window::{BYTE_ORDER_MARK, View, Window};
use memchr::memchr;
use memchr::memmem::Finder;
use nom::Offset;

/// How the markers of a bundle are written.
#[derive(Clone, Debug)]
pub(crate) struct Grammar {
    dialect: Dialect,
    /// What is rare in prose, and begins each marker.
    sign: Finder<'static>,
    /// Lines that are markers of a rarer dialect, too, are none of this one.
    is_exclusive: bool,
}

/// How a search for markers ended.
pub(crate) enum Search {
    Found(Opening),
    /// None begins before this place; there may be one if more comes into view.
    NoneBefore(usize),
}

impl Grammar {
    /// A dialect that somebody asked for.
    pub(crate) fn forced(dialect: Dialect) -> Self {
        Self { dialect, sign: Finder::new(marker::sign(dialect)), is_exclusive: false }
    }

    /// A dialect as it is sniffed: a line is a marker of the first dialect that it fits.
    pub(crate) fn sniffed(dialect: Dialect) -> Self {
        Self { is_exclusive: true, ..Self::forced(dialect) }
    }

    pub(crate) const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The first marker that begins here or later.
    pub(crate) fn find(&self, window: &Window<'_>, from: usize) -> Search {
        let mut from = from;
        while let Some(len) = self.sign.find(window.from(from)) {
            let at = from + len;
            match self.read(window, at) {
                View::Is(opening) => return Search::Found(opening),
                View::Unsure => return Search::NoneBefore(at),
                // No other byte of the line is at column 0.
                View::IsNot => from = next_line(window, at),
            }
        }
        let signs = self.sign.needle().len() - 1;
        Search::NoneBefore(from.max(window.end().saturating_sub(signs)))
    }

    /// The marker that begins here, byte order mark apart.
    pub(crate) fn read(&self, window: &Window<'_>, at: usize) -> View<Opening> {
        let Some(start) = window.line_start(at) else { return View::IsNot };
        let line = match window.line(at) {
            View::Is(line) => line,
            View::IsNot => return View::IsNot,
            View::Unsure => return View::Unsure,
        };
        let text = window.slice(line.clone()).trim_ascii_end();
        let inside = marker::of(self.dialect, text).filter(|_| !self.is_of_other(text));
        View::from(inside).map(|inside| {
            let inside_start = at + text.offset(inside);
            let inside = inside_start..inside_start + inside.len();
            Opening::of_line(self.dialect, window, start..line.end, inside)
        })
    }

    /// The marker that is the line that begins here.
    pub(crate) fn read_line(&self, window: &Window<'_>, start: usize) -> View<Opening> {
        let mark = window.slice(start..start.saturating_add(BYTE_ORDER_MARK.len()));
        if mark.len() < BYTE_ORDER_MARK.len() && !window.is_end() {
            return View::Unsure;
        }
        let at = if mark == BYTE_ORDER_MARK { start + mark.len() } else { start };
        match window.line_start(at) {
            Some(found) if found == start => self.read(window, at),
            _ => View::IsNot,
        }
    }

    fn is_of_other(&self, text: &[u8]) -> bool {
        self.is_exclusive && marker::any(text) != Some(self.dialect)
    }
}

fn next_line(window: &Window<'_>, at: usize) -> usize {
    memchr(b'\n', window.from(at)).map_or(window.end(), |len| at + len + 1)
}
