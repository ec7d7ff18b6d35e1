//! What is in view of an input that may go on.

use memchr::{memchr, memrchr};
use std::ops::Range;

pub(crate) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Some bytes of an input. All places are offsets in the input, not in what is in view.
#[derive(Clone, Copy)]
pub(crate) struct Window<'w> {
    bytes: &'w [u8],
    start: usize,
    is_end: bool,
}

/// What can be said of the bytes in view.
pub(crate) type View<T> = Result<T, Miss>;

/// Why something is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    IsNot,
    /// More bytes must come into view.
    Unsure,
}

/// The longest marker in bytes: no longer line is looked at to its end.
pub(crate) const LONGEST_MARKER: usize = 64 << 10;

/// A line without the byte order mark before it.
pub(crate) fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line)
}

impl<'w> Window<'w> {
    /// The bytes from `start` of the input on; whether they are its last ones.
    pub(crate) const fn new(bytes: &'w [u8], start: usize, is_end: bool) -> Self {
        Self { bytes, start, is_end }
    }

    pub(crate) const fn whole(bytes: &'w [u8]) -> Self {
        Self::new(bytes, 0, true)
    }

    pub(crate) const fn end(&self) -> usize {
        self.start + self.bytes.len()
    }

    /// Whether the input ends where the view does.
    pub(crate) const fn is_end(&self) -> bool {
        self.is_end
    }

    /// Whether the input ends here, and that is known.
    pub(crate) const fn ends_at(&self, at: usize) -> bool {
        self.is_end && at >= self.end()
    }

    /// Bytes in view; of a range that is not, as much as is.
    pub(crate) fn slice(&self, range: Range<usize>) -> &'w [u8] {
        let place = |at: usize| at.saturating_sub(self.start).min(self.bytes.len());
        self.bytes.get(place(range.start)..place(range.end)).unwrap_or_default()
    }

    pub(crate) fn from(&self, at: usize) -> &'w [u8] {
        self.slice(at..self.end())
    }

    /// Where the line begins that has nothing, or a byte order mark, before this place.
    pub(crate) fn line_start(&self, at: usize) -> Option<usize> {
        let before = self.slice(at.saturating_sub(BYTE_ORDER_MARK.len() + 1)..at);
        let is_marked = before.ends_with(BYTE_ORDER_MARK);
        let start = if is_marked { at - BYTE_ORDER_MARK.len() } else { at };
        let before = &before[..before.len() - (at - start)];
        (start == 0 || before.ends_with(b"\n")).then_some(start)
    }

    /// From here to the end of the line, line end included, if it is one that may belong to a marker.
    pub(crate) fn line(&self, at: usize) -> View<Range<usize>> {
        self.line_within(at, LONGEST_MARKER)
    }

    /// The same for a line of at most so many bytes.
    pub(crate) fn line_within(&self, at: usize, longest: usize) -> View<Range<usize>> {
        let bytes = self.slice(at..at.saturating_add(longest));
        match memchr(b'\n', bytes) {
            Some(len) => Ok(at..at + len + 1),
            None if bytes.len() == longest => Err(Miss::IsNot),
            None if self.is_end => Ok(at..at + bytes.len()),
            None => Err(Miss::Unsure),
        }
    }

    /// The start of the line on which this place is, if it is near: no more than `most` bytes before.
    pub(crate) fn line_around(&self, at: usize, most: usize) -> Option<usize> {
        let from = at.saturating_sub(most);
        match memrchr(b'\n', self.slice(from..at)) {
            Some(len) => Some(from.max(self.start) + len + 1),
            None => (from == 0).then_some(0),
        }
    }

    /// A line without line end and blanks before it.
    pub(crate) fn text(&self, line: &Range<usize>) -> &'w [u8] {
        self.slice(line.clone()).trim_ascii_end()
    }

    /// As many line ends as stand here, and no more than `most`. Twice as many bytes must be in view, or the end of the input.
    pub(crate) fn line_ends(&self, at: usize, most: usize) -> usize {
        let mut end = at;
        for _ in 0..most {
            end += match self.slice(end..end.saturating_add(2)) {
                [b'\n', ..] => 1,
                [b'\r', b'\n', ..] => 2,
                _ => 0,
            };
        }
        end - at
    }
}
