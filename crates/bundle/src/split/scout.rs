//! Looks ahead for the next boundary.

use super::step::Need;
use crate::found::Found;
use crate::frame::{beyond, follows};
use crate::gap::Gap;
use crate::grammar::{Boundary, Grammar, Search, Signs};
use crate::opening::Opening;
use crate::window::{Miss, View, Window};
use std::ops::Range;

/// How far a bundle has been searched, and for what.
#[derive(Clone, Debug)]
pub(super) struct Scout {
    /// Without one, the input is one document.
    pub(super) grammar: Option<Grammar>,
    pub(super) max_document: usize,
    /// No boundary that has not been read begins before this place.
    pub(super) searched: usize,
    signs: Signs,
    /// As many bytes from there on belong to no document, if that is believed.
    skipped: usize,
    /// Where the last of them end that were believed to.
    passed: usize,
    /// What was found there when a count was checked.
    ahead: Option<Boundary>,
}

impl Scout {
    pub(super) fn new(grammar: Option<Grammar>, max_document: usize) -> Self {
        let signs = Signs::default();
        Self { grammar, max_document, searched: 0, signs, skipped: 0, passed: 0, ahead: None }
    }

    /// The next boundary in view.
    pub(super) fn search(&mut self, window: &Window<'_>, inside: Option<&Opening>) -> Found {
        if let Err(Miss::Unsure) = self.skip(window) {
            return Found::More(beyond(window, self.searched + self.skipped));
        }
        self.skipped = 0;
        if let Some(boundary) = self.ahead.take() {
            return Found::Boundary(boundary);
        }
        let found = match &self.grammar {
            Some(grammar) => grammar.find(window, self.searched, inside, &mut self.signs),
            None => Search::NoneBefore(window.end()),
        };
        match found {
            Search::Found(boundary) => Found::Boundary(boundary),
            Search::NoneBefore(place) if !window.is_end() => {
                self.searched = place;
                Found::More(window.end() + 1)
            }
            Search::NoneBefore(_) => {
                self.searched = window.end();
                Found::End
            }
        }
    }

    /// Passes over bytes that belong to no document, if a boundary follows them.
    fn skip(&mut self, window: &Window<'_>) -> View<()> {
        if (1..=self.max_document).contains(&self.skipped) {
            let trailer = self.follows(window, self.searched.saturating_add(self.skipped))?;
            (self.searched, self.passed) = (trailer.end, trailer.end);
        }
        Ok(())
    }

    /// The line ends at the end of counted content, if the input goes on there as it should.
    pub(super) fn follows(&mut self, window: &Window<'_>, stop: usize) -> View<Range<usize>> {
        let grammar = self.grammar.as_ref().ok_or(Miss::IsNot)?;
        let (trailer, ahead) = follows(grammar, window, stop)?;
        self.ahead = ahead;
        Ok(trailer)
    }

    /// Goes on behind a boundary, and behind as many bytes more, if they are believed.
    pub(super) const fn go_on(&mut self, behind: usize, skipped: usize) {
        (self.searched, self.skipped) = (behind, skipped);
    }

    /// Looks at what comes before a boundary; before one that is not in view yet, at what cannot be part of it.
    pub(super) fn look(&self, window: &Window<'_>, gap: &mut Gap, found: &Found) {
        let Some(grammar) = &self.grammar else { return };
        gap.pass(self.passed);
        let (to, next) = match found {
            Found::Boundary(boundary) => (boundary.span().start, boundary.span().end),
            Found::End => (window.end(), 0),
            Found::More(_) => (self.searched.saturating_sub(grammar.longest_lead()), 0),
        };
        gap.look(grammar, window, to, next);
    }

    /// What must be seen to go on. Content may begin at some place.
    pub(super) fn need(&self, to: usize, content: usize) -> Need {
        let from = self.searched.saturating_sub(self.grammar.as_ref().map_or(0, Grammar::look_back));
        Need { kept: content.saturating_add(self.max_document).min(from), from, to }
    }
}
