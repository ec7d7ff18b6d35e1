//! Cuts a bundle at its markers, piece by piece.

mod open;
mod scout;
mod step;

pub(crate) use step::{Need, Step};

use crate::entry::Entry;
use crate::found::Found;
use crate::frame::beyond;
use crate::gap::Gap;
use crate::grammar::{Boundary, Grammar};
use crate::issue::{Issue, IssueKind};
use crate::ledger::Ledger;
use crate::names::Names;
use crate::opening::Opening;
use crate::window::{Miss, Window};
use open::{Open, is_closing};
use scout::Scout;
use std::mem;
use std::ops::Range;
use step::oddity;

/// Reads one bundle from its start to its end, through windows on it.
#[derive(Clone, Debug)]
pub(crate) struct Splitter {
    scout: Scout,
    /// What the document is called of an input without markers.
    title: String,
    ledger: Ledger,
    state: State,
    /// Whether there was anything that is no text, if only what belongs to no document.
    has_records: bool,
    /// How many times bytes were lost that should be a document.
    losses: usize,
}

/// So many losses are told one by one: garbage without end must not fill the memory.
const MOST_LOSSES: usize = 10_000;

#[derive(Clone, Debug)]
enum State {
    /// Before the first marker.
    Preamble(Gap),
    /// After a marker that counts its content.
    Counted {
        opening: Opening,
        count: usize,
    },
    Uncounted(Open),
    /// After a content whose end is known.
    Closed {
        entry: Entry,
        gap: Gap,
    },
    End,
}

impl Splitter {
    pub(crate) fn new(grammar: Option<Grammar>, max_document: usize, title: String, names: Names) -> Self {
        Self {
            scout: Scout::new(grammar, max_document),
            title,
            ledger: Ledger::new(names),
            state: State::Preamble(Gap::at(0)),
            has_records: false,
            losses: 0,
        }
    }

    pub(crate) fn into_names(self) -> Names {
        self.ledger.into_names()
    }

    /// Finds the next thing, given what is in view.
    pub(crate) fn step(&mut self, window: &Window<'_>) -> Step {
        loop {
            let step = match mem::replace(&mut self.state, State::End) {
                State::Preamble(gap) => self.preamble(window, gap),
                State::Counted { opening, count } => self.counted(window, opening, count),
                State::Uncounted(open) => self.uncounted(window, open),
                State::Closed { entry, gap } => self.closed(window, entry, gap),
                State::End => Some(Step::End),
            };
            if let Some(step) = step {
                return step;
            }
        }
    }

    fn preamble(&mut self, window: &Window<'_>, mut gap: Gap) -> Option<Step> {
        let found = self.scout.search(window, None);
        self.scout.look(window, &mut gap, &found);
        match found {
            Found::Boundary(marker) if marker.opens() => {
                let end = marker.span().start;
                let issue = self.before_first(&gap, end);
                self.enter(marker);
                Some(self.start(0..end, issue))
            }
            Found::End if self.has_records => {
                let all = 0..window.end();
                let nothing = (self.losses == 0).then(|| preamble(all.clone()));
                let issue = self.before_first(&gap, all.end).or(nothing);
                Some(self.start(all, issue))
            }
            Found::End => Some(self.without_markers(window.end())),
            Found::Boundary(boundary) => {
                self.state = State::Preamble(gap);
                self.enter(boundary)
            }
            Found::More(to) => {
                self.state = State::Preamble(gap);
                Some(Step::More(self.scout.need(to, 0)))
            }
        }
    }

    fn start(&self, preamble: Range<usize>, issue: Option<Issue>) -> Step {
        Step::Start { dialect: self.scout.grammar.as_ref().map(Grammar::dialect), preamble, issue }
    }

    /// Text before the first document: where all should be records, it should be one.
    fn before_first(&self, gap: &Gap, end: usize) -> Option<Issue> {
        let is_record = self.has_records || self.scout.grammar.as_ref().is_some_and(Grammar::is_all_records);
        gap.stray().map(|at| if is_record { stray(at..end) } else { preamble(0..end) })
    }

    /// An input without a marker is one document; nothing is none.
    fn without_markers(&mut self, end: usize) -> Step {
        if end > 0 {
            let faults = vec![(IssueKind::NoMarker, 0..0)];
            let opening = Opening { name: mem::take(&mut self.title), faults, ..Opening::default() };
            self.state = State::Uncounted(Open { opening, expected: None });
        }
        self.scout.grammar = None;
        self.start(0..0, (end == 0).then(|| oddity(IssueKind::Empty, 0..0)))
    }

    /// Goes on behind a boundary.
    fn enter(&mut self, boundary: Boundary) -> Option<Step> {
        self.has_records = true;
        match boundary {
            Boundary::Record { opening, content, end } => {
                let entry = self.ledger.entry(opening, content);
                self.close(entry, end);
            }
            Boundary::Opening(opening) => {
                self.scout.go_on(opening.span.end, 0);
                self.state = match opening.count {
                    Some(count) => State::Counted { opening, count },
                    None => State::Uncounted(Open { opening, expected: None }),
                };
            }
            Boundary::Closing { span, skipped } => self.scout.go_on(span.end, skipped),
            Boundary::Lost { kind, span } => {
                self.scout.go_on(span.end, 0);
                return self.lose(kind, span);
            }
        }
        None
    }

    /// Goes on behind a content whose end is known.
    fn close(&mut self, entry: Entry, end: usize) {
        self.scout.go_on(end, 0);
        self.state = State::Closed { entry, gap: Gap::at(end) };
    }

    fn lose(&mut self, kind: IssueKind, span: Range<usize>) -> Option<Step> {
        self.losses = self.losses.saturating_add(1);
        let last = IssueKind::ManyLosses { most: MOST_LOSSES };
        let kind = if self.losses > MOST_LOSSES { last } else { kind };
        (self.losses <= MOST_LOSSES + 1).then(|| Step::Lost(oddity(kind, span)))
    }

    /// A count is believed if a marker or the end of the input follows the content that it gives, after its line end.
    /// Otherwise the content runs to the next marker, so that a wrong count spoils its own document only.
    fn counted(&mut self, window: &Window<'_>, opening: Opening, count: usize) -> Option<Step> {
        let start = opening.span.end;
        let stop = start.checked_add(count).filter(|_| count <= self.scout.max_document);
        match stop.map_or(Err(Miss::IsNot), |stop| self.scout.follows(window, stop)) {
            Ok(trailer) => {
                let mut entry = self.ledger.entry(opening, start..trailer.start);
                if trailer.is_empty() {
                    entry.fault(IssueKind::MissingLineFeed);
                }
                self.close(entry, trailer.end);
                None
            }
            Err(Miss::IsNot) => {
                self.state = State::Uncounted(Open { opening, expected: Some(count) });
                None
            }
            Err(Miss::Unsure) => {
                self.state = State::Counted { opening, count };
                Some(Step::More(Need { kept: start, from: start, to: beyond(window, start + count) }))
            }
        }
    }

    /// Content without a believable count runs to the next marker.
    fn uncounted(&mut self, window: &Window<'_>, open: Open) -> Option<Step> {
        let found = self.scout.search(window, Some(&open.opening));
        if let Found::More(to) = found {
            let start = open.opening.span.end;
            self.state = State::Uncounted(open);
            return Some(Step::More(self.scout.need(to, start)));
        }
        let mut entry = self.entry(window, open, &found);
        match found {
            Found::Boundary(boundary) if !boundary.opens() => {
                let end = boundary.span().end;
                entry.document.trailer.end = end;
                self.state = State::Closed { entry, gap: Gap::at(end) };
                self.enter(boundary)
            }
            found => Some(self.hand_out(entry, found)),
        }
    }

    /// A document that is done, and what begins behind it.
    fn hand_out(&mut self, entry: Entry, behind: Found) -> Step {
        if let Found::Boundary(marker) = behind {
            self.enter(marker);
        }
        Step::Document(entry)
    }

    /// The document, given what ends it.
    fn entry(&mut self, window: &Window<'_>, open: Open, found: &Found) -> Entry {
        let limit = found.start(window.end());
        let start = open.opening.span.end;
        let grammar = self.scout.grammar.as_ref();
        let length = grammar.map_or(limit, |grammar| open.end(grammar, window, found, limit)) - start;
        let kept = length.min(self.scout.max_document);
        let wrong = open.expected.filter(|expected| *expected != length);
        let is_unclosed = !is_closing(found) && grammar.is_some_and(Grammar::closes);
        let faults = [
            wrong.map(|expected| IssueKind::Length { expected, found: length }),
            is_unclosed.then_some(IssueKind::Unclosed),
            (kept < length).then_some(IssueKind::Truncated { kept, found: length }),
        ];
        let mut entry = self.ledger.entry(open.opening, start..start + kept);
        entry.document.trailer.end = limit;
        faults.into_iter().flatten().for_each(|kind| entry.fault(kind));
        entry
    }

    /// A document whose end is known goes out when it is known what follows.
    fn closed(&mut self, window: &Window<'_>, mut entry: Entry, mut gap: Gap) -> Option<Step> {
        let found = self.scout.search(window, None);
        self.scout.look(window, &mut gap, &found);
        match found {
            Found::More(to) => {
                let kept = entry.document.span.end;
                self.state = State::Closed { entry, gap };
                let need = self.scout.need(to, kept);
                Some(Step::More(Need { kept, from: need.from.max(kept), to }))
            }
            Found::Boundary(boundary) if !boundary.opens() => {
                self.state = State::Closed { entry, gap };
                self.enter(boundary)
            }
            found => {
                let end = found.start(window.end());
                entry.document.trailer.end = end;
                if let Some(at) = gap.stray() {
                    let Issue { kind, span, .. } = stray(at..end);
                    entry.faults.push((kind, span));
                }
                Some(self.hand_out(entry, found))
            }
        }
    }
}

/// Text before the first marker.
const fn preamble(span: Range<usize>) -> Issue {
    oddity(IssueKind::Preamble { bytes: span.end - span.start }, span)
}

/// Text where a marker should be.
const fn stray(span: Range<usize>) -> Issue {
    oddity(IssueKind::Stray { bytes: span.end - span.start }, span)
}
