//! Cuts a bundle at its markers, piece by piece.

use crate::dialect::Dialect;
use crate::entry::Entry;
use crate::found::Found;
use crate::frame::{beyond, follows, without_blank_lines, without_line_end};
use crate::gap::Gap;
use crate::grammar::{Boundary, Frame, Grammar, Search, Signs};
use crate::issue::IssueKind;
use crate::ledger::Ledger;
use crate::names::Names;
use crate::opening::Opening;
use crate::window::{Miss, Window};
use std::mem;
use std::ops::Range;

/// Reads one bundle from its start to its end, through windows on it.
#[derive(Clone, Debug)]
pub(crate) struct Splitter {
    /// Without one, the input is one document.
    grammar: Option<Grammar>,
    max_document: usize,
    /// What the document is called of an input without markers.
    title: String,
    ledger: Ledger,
    state: State,
    /// No boundary that has not been read begins before this place.
    searched: usize,
    signs: Signs,
    /// As many bytes from there on belong to no document, if that is believed.
    skipped: usize,
    /// Where the last of them end that were believed to.
    passed: usize,
    /// What was found there when a count was checked.
    ahead: Option<Boundary>,
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
    /// After a marker, or where a count was wrong: up to the next marker.
    Uncounted(Open),
    /// After a content whose end is known.
    Closed {
        entry: Entry,
        gap: Gap,
    },
    End,
}

/// A document whose end is not known.
#[derive(Clone, Debug)]
struct Open {
    opening: Opening,
    /// A count that is wrong.
    expected: Option<usize>,
}

/// What has been found.
pub(crate) enum Step {
    /// The first marker, or that there is none.
    Start {
        dialect: Option<Dialect>,
        preamble: Range<usize>,
        issue: Option<IssueKind>,
    },
    Document(Entry),
    /// Bytes that should be a document.
    Lost {
        kind: IssueKind,
        span: Range<usize>,
    },
    /// Nothing yet: more must come into view.
    More(Need),
    End,
}

/// What the splitter must see to go on.
pub(crate) struct Need {
    /// Bytes before this place will be asked for, if they belong to what has been found or will be.
    pub(crate) kept: usize,
    /// And all from this place on.
    pub(crate) from: usize,
    /// Up to this place at least, unless the input ends before.
    pub(crate) to: usize,
}

impl Splitter {
    pub(crate) fn new(grammar: Option<Grammar>, max_document: usize, title: String, names: Names) -> Self {
        Self {
            grammar,
            max_document,
            title,
            ledger: Ledger::new(names),
            state: State::Preamble(Gap::at(0)),
            searched: 0,
            signs: Signs::default(),
            skipped: 0,
            passed: 0,
            ahead: None,
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
        let found = self.search(window, None);
        self.look(window, &mut gap, &found);
        match found {
            Found::Boundary(marker) if marker.opens() => {
                let preamble = 0..marker.span().start;
                let issue = gap.is_stray().then(|| self.stray(preamble.len()));
                self.enter(marker);
                let dialect = self.grammar.as_ref().map(Grammar::dialect);
                Some(Step::Start { dialect, preamble, issue })
            }
            Found::End if self.has_records => Some(self.without_documents(&gap, window.end())),
            Found::End => Some(self.without_markers(window.end())),
            Found::Boundary(boundary) => {
                self.state = State::Preamble(gap);
                self.enter(boundary)
            }
            Found::More(to) => {
                self.state = State::Preamble(gap);
                Some(Step::More(self.need(to, 0)))
            }
        }
    }

    /// Text before the first document: behind records of other types it should be one.
    const fn stray(&self, bytes: usize) -> IssueKind {
        if self.has_records { IssueKind::Stray { bytes } } else { IssueKind::Preamble { bytes } }
    }

    /// An input whose records are lost, or no documents, has none.
    fn without_documents(&self, gap: &Gap, end: usize) -> Step {
        let dialect = self.grammar.as_ref().map(Grammar::dialect);
        let odd = if gap.is_stray() { self.stray(end) } else { IssueKind::Preamble { bytes: end } };
        let issue = (gap.is_stray() || self.losses == 0).then_some(odd);
        Step::Start { dialect, preamble: 0..end, issue }
    }

    /// An input without a marker is one document; nothing is none.
    fn without_markers(&mut self, end: usize) -> Step {
        if end > 0 {
            let faults = vec![(IssueKind::NoMarker, 0..0)];
            self.grammar = None;
            let name = mem::take(&mut self.title);
            let opening = Opening { name, faults, ..Opening::default() };
            self.state = State::Uncounted(Open { opening, expected: None });
        }
        let issue = (end == 0).then_some(IssueKind::Empty);
        Step::Start { dialect: None, preamble: 0..0, issue }
    }

    /// The next boundary in view.
    fn search(&mut self, window: &Window<'_>, inside: Option<&Opening>) -> Found {
        let is_end = window.is_end();
        let Some(grammar) = &self.grammar else {
            self.searched = window.end();
            return if is_end { Found::End } else { Found::More(window.end() + 1) };
        };
        if (1..=self.max_document).contains(&self.skipped) {
            match follows(grammar, window, self.searched.saturating_add(self.skipped)) {
                Ok((trailer, ahead)) => {
                    (self.searched, self.passed, self.ahead) = (trailer.end, trailer.end, ahead);
                }
                Err(Miss::IsNot) => {}
                Err(Miss::Unsure) => return Found::More(beyond(window, self.searched + self.skipped)),
            }
        }
        self.skipped = 0;
        if let Some(boundary) = self.ahead.take() {
            return Found::Boundary(boundary);
        }
        match grammar.find(window, self.searched, inside, &mut self.signs) {
            Search::Found(boundary) => Found::Boundary(boundary),
            Search::NoneBefore(place) if !is_end => {
                self.searched = place;
                Found::More(window.end() + 1)
            }
            Search::NoneBefore(_) => {
                self.searched = window.end();
                Found::End
            }
        }
    }

    /// Looks at what comes before a boundary; before one that is not in view yet, at what cannot be part of it.
    fn look(&self, window: &Window<'_>, gap: &mut Gap, found: &Found) {
        let Some(grammar) = &self.grammar else { return };
        gap.pass(self.passed);
        match found {
            Found::Boundary(boundary) => {
                gap.look(grammar, window, boundary.span().start, boundary.span().end);
            }
            Found::End => gap.look(grammar, window, window.end(), 0),
            Found::More(_) => {
                gap.look(grammar, window, self.searched.saturating_sub(grammar.longest_lead()), 0);
            }
        }
    }

    /// What must be seen to go on. Content may begin at some place.
    fn need(&self, to: usize, content: usize) -> Need {
        let from = self.searched.saturating_sub(self.grammar.as_ref().map_or(0, Grammar::look_back));
        Need { kept: content.saturating_add(self.max_document).min(from), from, to }
    }

    /// Goes on behind a boundary.
    fn enter(&mut self, boundary: Boundary) -> Option<Step> {
        self.has_records = true;
        match boundary {
            Boundary::Record { opening, content, end } => {
                let entry = self.ledger.entry(opening, content);
                self.searched = end;
                self.state = State::Closed { entry, gap: Gap::at(end) };
            }
            Boundary::Opening(opening) => {
                self.searched = opening.span.end;
                self.state = match opening.count {
                    Some(count) => State::Counted { opening, count },
                    None => State::Uncounted(Open { opening, expected: None }),
                };
            }
            Boundary::Closing { span, skipped } => (self.searched, self.skipped) = (span.end, skipped),
            Boundary::Lost { kind, span } => {
                self.searched = span.end;
                return self.lose(kind, span);
            }
        }
        None
    }

    fn lose(&mut self, kind: IssueKind, span: Range<usize>) -> Option<Step> {
        self.losses = self.losses.saturating_add(1);
        let last = IssueKind::ManyLosses { most: MOST_LOSSES };
        let kind = if self.losses > MOST_LOSSES { last } else { kind };
        (self.losses <= MOST_LOSSES + 1).then_some(Step::Lost { kind, span })
    }

    /// A count is believed if a marker or the end of the input follows the content that it gives, after its line end.
    /// Otherwise the content runs to the next marker, so that a wrong count spoils its own document only.
    fn counted(&mut self, window: &Window<'_>, opening: Opening, count: usize) -> Option<Step> {
        let start = opening.span.end;
        let stop = start.checked_add(count).filter(|_| count <= self.max_document);
        let believed = match (stop, &self.grammar) {
            (Some(stop), Some(grammar)) => follows(grammar, window, stop),
            _ => Err(Miss::IsNot),
        };
        match believed {
            Ok((trailer, ahead)) => {
                self.ahead = ahead;
                let mut entry = self.ledger.entry(opening, start..trailer.start);
                if trailer.is_empty() {
                    entry.fault(IssueKind::MissingLineFeed);
                }
                self.searched = trailer.end;
                self.state = State::Closed { entry, gap: Gap::at(trailer.end) };
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
        let found = self.search(window, Some(&open.opening));
        if let Found::More(to) = found {
            let start = open.opening.span.end;
            self.state = State::Uncounted(open);
            return Some(Step::More(self.need(to, start)));
        }
        let mut entry = self.close(window, open, &found);
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
    fn close(&mut self, window: &Window<'_>, open: Open, found: &Found) -> Entry {
        let limit = found.start(window.end());
        let is_unclosed = !is_closing(found) && self.grammar.as_ref().is_some_and(Grammar::closes);
        let start = open.opening.span.end;
        let length = self.content_end(window, &open, found, limit) - start;
        let kept = length.min(self.max_document);
        let wrong = open.expected.filter(|expected| *expected != length);
        let mut entry = self.ledger.entry(open.opening, start..start + kept);
        entry.document.trailer.end = limit;
        let faults = [
            wrong.map(|expected| IssueKind::Length { expected, found: length }),
            is_unclosed.then_some(IssueKind::Unclosed),
            (kept < length).then_some(IssueKind::Truncated { kept, found: length }),
        ];
        faults.into_iter().flatten().for_each(|kind| entry.fault(kind));
        entry
    }

    /// Where the content ends if what is before `limit` may be framing.
    fn content_end(&self, window: &Window<'_>, open: &Open, found: &Found, limit: usize) -> usize {
        let Open { opening, expected } = open;
        let Some(grammar) = &self.grammar else { return limit };
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

    /// A document whose end is known goes out when it is known what follows.
    fn closed(&mut self, window: &Window<'_>, mut entry: Entry, mut gap: Gap) -> Option<Step> {
        let found = self.search(window, None);
        self.look(window, &mut gap, &found);
        match found {
            Found::More(to) => {
                let kept = entry.document.span.end;
                self.state = State::Closed { entry, gap };
                let need = self.need(to, kept);
                Some(Step::More(Need { kept, from: need.from.max(kept), to }))
            }
            Found::Boundary(boundary) if !boundary.opens() => {
                self.state = State::Closed { entry, gap };
                self.enter(boundary)
            }
            found => {
                let end = found.start(window.end());
                entry.document.trailer.end = end;
                if gap.is_stray() {
                    entry.faults.push((IssueKind::Stray { bytes: end - gap.start() }, gap.start()..end));
                }
                Some(self.hand_out(entry, found))
            }
        }
    }
}

const fn is_closing(found: &Found) -> bool {
    matches!(found, Found::Boundary(Boundary::Closing { .. }))
}
