//! What is in view of an input that may go on.

use crate::marker::LONGEST_MARKER;
use memchr::memchr;
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
#[derive(Debug)]
pub(crate) enum View<T> {
    Is(T),
    IsNot,
    /// More bytes must come into view.
    Unsure,
}

impl<T> View<T> {
    pub(crate) fn map<U>(self, f: impl FnOnce(T) -> U) -> View<U> {
        match self {
            Self::Is(value) => View::Is(f(value)),
            Self::IsNot => View::IsNot,
            Self::Unsure => View::Unsure,
        }
    }
}

impl<T> From<Option<T>> for View<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::IsNot, Self::Is)
    }
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

    /// From here to the end of the line, line end included. No marker is longer than [`LONGEST_MARKER`], and no such line
    /// is looked at to its end.
    pub(crate) fn line(&self, at: usize) -> View<Range<usize>> {
        let bytes = self.slice(at..at.saturating_add(LONGEST_MARKER));
        match memchr(b'\n', bytes) {
            Some(len) => View::Is(at..at + len + 1),
            None if bytes.len() == LONGEST_MARKER => View::IsNot,
            None if self.is_end => View::Is(at..at + bytes.len()),
            None => View::Unsure,
        }
    }

    /// The line end that stands here, if one does. Two bytes must be in view, or the end of the input.
    pub(crate) fn line_end(&self, at: usize) -> usize {
        match self.slice(at..at.saturating_add(2)) {
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => 0,
        }
    }
}
