//! A document whose end is not known.

use crate::found::Found;
use crate::frame::{without_blank_lines, without_line_end};
use crate::grammar::{Boundary, Frame, Grammar};
use crate::opening::Opening;
use crate::window::Window;

/// After a marker, or where a count was wrong: up to the next marker.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) opening: Opening,
    /// A count that is wrong.
    pub(super) expected: Option<usize>,
}

impl Open {
    /// Where the content ends if it must before `limit`, and what is there may be framing.
    pub(super) fn end(&self, grammar: &Grammar, window: &Window<'_>, found: &Found, limit: usize) -> usize {
        let Self { opening, expected } = self;
        let is_last = matches!(found, Found::End);
        let line_ends = match (*expected, grammar.frame()) {
            // A last content that is too short was cut off, and then its last line end is its own.
            (Some(expected), _) if is_last && limit - opening.span.end < expected => 0,
            (Some(_), _) => grammar.counted_line_ends(),
            (None, Frame::Between) => usize::from(!is_last),
            (None, Frame::LineEnds(most)) if is_closing(found) => most,
            (None, Frame::BlankLines(most)) => return without_blank_lines(window, opening, limit, most),
            (None, Frame::LineEnds(_) | Frame::Nothing) => 0,
        };
        (0..line_ends).fold(limit, |end, _| without_line_end(window, opening, end))
    }
}

/// Whether the document is closed, rather than followed by another.
pub(super) const fn is_closing(found: &Found) -> bool {
    matches!(found, Found::Boundary(Boundary::Closing { .. }))
}
