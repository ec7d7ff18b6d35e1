//! Markers that somebody describes by a regular expression.

use super::{Boundary, Place};
use crate::error::Error;
use crate::window::{Miss, View, without_mark};
use regex::bytes::Regex;

/// A regular expression for marker lines.
#[derive(Clone, Debug)]
pub(crate) struct Pattern(Regex);

impl Pattern {
    /// The expression must fit from the start of the line on.
    pub(crate) fn new(pattern: &str) -> Result<Self, Error> {
        // The given one must be one by itself: a lone bracket in it may not meet those around it.
        let anchored = Regex::new(pattern).and_then(|_| Regex::new(&format!("^(?:{pattern})")));
        anchored.map(Self).map_err(|error| Error::pattern(pattern, &error.to_string()))
    }

    pub(super) fn read(&self, place: &Place<'_>) -> View<Boundary> {
        let line = place.window.line(place.at)?;
        let written = place.window.text(&line);
        let text = without_mark(written);
        let at = place.at + written.len() - text.len();
        let found = self.0.captures(text).ok_or(Miss::IsNot)?;
        let group = found.name("name").or_else(|| found.get(1)).or_else(|| found.get(0));
        let inside = group.ok_or(Miss::IsNot)?.range();
        Ok(Boundary::Opening(place.opening(place.at..line.end, at + inside.start..at + inside.end)))
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

impl Eq for Pattern {}
