use crate::languages::Languages;
use crate::signs::Signs;
use std::ops::Range;

/// A part of the text that knows where it stands in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'t> {
    pub(crate) str: &'t str,
    /// Where it starts, in bytes of the text.
    pub(crate) at: usize,
    /// That the text may be in.
    pub(crate) languages: Languages,
    /// What it may hold: the signs of the line that it is part of.
    pub(crate) signs: Signs,
}

impl<'t> Piece<'t> {
    /// A line of a text.
    pub(crate) fn new(line: &'t str, at: usize, languages: Languages) -> Self {
        Self { str: line, at, languages, signs: Signs::of(line) }
    }

    pub(crate) fn span(self) -> Range<usize> {
        self.at..self.at + self.str.len()
    }

    /// What stands behind the first `len` bytes.
    pub(crate) fn behind(self, len: usize) -> Self {
        match self.str.get(len..) {
            Some(str) => Self { str, at: self.at + len, ..self },
            None => Self { str: "", at: self.at + self.str.len(), ..self },
        }
    }

    /// The first `len` bytes.
    pub(crate) fn first(self, len: usize) -> Self {
        Self { str: self.str.get(..len).unwrap_or(self.str), ..self }
    }

    /// The last `len` bytes or a few more, with signs of their own; their words may open anything.
    pub(crate) fn last(self, len: usize) -> Self {
        let from = self.str.floor_char_boundary(self.str.len().saturating_sub(len));
        let str = &self.str[from..];
        Self { str, at: self.at + from, signs: Signs::of_bytes(str).or(Signs::OF_WORDS), ..self }
    }

    pub(crate) fn trim_start(self) -> Self {
        self.behind(self.str.len() - trim_start(self.str).len())
    }

    pub(crate) fn trim(self) -> Self {
        let start = self.trim_start();
        start.first(start.str.trim_end().len())
    }

    /// Everything before the first of some characters; all of it if there is none.
    pub(crate) fn until(self, stop: impl Fn(char) -> bool) -> Self {
        self.first(self.str.find(stop).unwrap_or(self.str.len())).trim()
    }

    pub(crate) fn is_empty(self) -> bool {
        self.str.is_empty()
    }
}

/// A text without the blanks that it starts with; most are ASCII's.
pub(crate) fn trim_start(text: &str) -> &str {
    let rest = text.trim_ascii_start();
    if rest.bytes().next().is_some_and(|byte| !byte.is_ascii()) { rest.trim_start() } else { rest }
}
