//! Cuts a bundle at its markers, piece by piece.

use crate::dialect::Dialect;
use crate::document::Document;
use crate::grammar::{Grammar, Search};
use crate::issue::IssueKind;
use crate::names::{MOST_NAMES, Names};
use crate::opening::Opening;
use crate::window::{BYTE_ORDER_MARK, View, Window};
use std::borrow::Cow;
use std::ops::Range;

/// Bytes before the place of a search that it looks back at: a line end and a byte order mark, before or after content.
const LOOK_BACK: usize = 16;

/// Reads one bundle from its start to its end, through windows on it.
#[derive(Clone, Debug)]
pub(crate) struct Splitter {
    /// Without one, the input is one document.
    grammar: Option<Grammar>,
    max_document: usize,
    names: Names,
    state: State,
    /// No marker that has not been read begins before this place.
    searched: usize,
}

#[derive(Clone, Debug)]
enum State {
    /// Before the first marker.
    Preamble {
        has_text: bool,
    },
    /// After a marker that counts its content.
    Counted {
        opening: Opening,
        count: usize,
    },
    /// After a marker, or where a count was wrong: up to the next marker.
    Uncounted {
        opening: Opening,
        expected: Option<usize>,
    },
    /// After a content whose end is known.
    Closed(Entry),
    End,
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

/// A document that still lacks its content.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) document: Document<'static>,
    /// What is odd about it, and where.
    pub(crate) faults: Vec<(IssueKind, Range<usize>)>,
}

impl Splitter {
    pub(crate) fn new(grammar: Option<Grammar>, max_document: usize) -> Self {
        let state = State::Preamble { has_text: false };
        Self { grammar, max_document, names: Names::default(), state, searched: 0 }
    }

    /// Finds the next thing, given what is in view.
    pub(crate) fn step(&mut self, window: &Window<'_>) -> Step {
        loop {
            let state = std::mem::replace(&mut self.state, State::End);
            let step = match state {
                State::Preamble { has_text } => Some(self.preamble(window, has_text)),
                State::Counted { opening, count } => self.counted(window, opening, count),
                State::Uncounted { opening, expected } => Some(self.uncounted(window, opening, expected)),
                State::Closed(entry) => Some(self.closed(window, entry)),
                State::End => Some(Step::End),
            };
            if let Some(step) = step {
                return step;
            }
        }
    }

    fn preamble(&mut self, window: &Window<'_>, has_text: bool) -> Step {
        let from = self.searched;
        let found = self.search(window);
        let end = found.as_ref().map_or(self.searched, |opening| opening.span.start);
        let has_text = has_text || is_text(window, from..end);
        match found {
            Some(opening) => {
                let preamble = 0..opening.span.start;
                let issue = has_text.then_some(IssueKind::Preamble { bytes: preamble.len() });
                self.open(opening);
                let dialect = self.grammar.as_ref().map(Grammar::dialect);
                Step::Start { dialect, preamble, issue }
            }
            None if !window.is_end() => {
                self.state = State::Preamble { has_text };
                self.more(0, window.end() + 1)
            }
            None => self.without_markers(window.end()),
        }
    }

    /// An input without a marker is one document; nothing is none.
    fn without_markers(&mut self, end: usize) -> Step {
        if end > 0 {
            let faults = vec![(IssueKind::NoMarker, 0..0)];
            self.state =
                State::Uncounted { opening: Opening { faults, ..Opening::default() }, expected: None };
        }
        let issue = (end == 0).then_some(IssueKind::Empty);
        Step::Start { dialect: None, preamble: 0..0, issue }
    }

    /// The next marker in view.
    fn search(&mut self, window: &Window<'_>) -> Option<Opening> {
        let end = window.end();
        match self.grammar.as_ref().map(|grammar| grammar.find(window, self.searched)) {
            Some(Search::Found(opening)) => return Some(opening),
            // A byte order mark is looked at as a whole.
            Some(Search::NoneBefore(place)) if place < BYTE_ORDER_MARK.len() && !window.is_end() => {}
            Some(Search::NoneBefore(place)) if !window.is_end() => self.searched = place,
            Some(Search::NoneBefore(_)) | None => self.searched = end,
        }
        None
    }

    fn more(&mut self, content: usize, to: usize) -> Step {
        let from = self.searched.saturating_sub(LOOK_BACK);
        let kept = content.saturating_add(self.max_document).min(from);
        Step::More(Need { kept, from, to })
    }

    fn open(&mut self, opening: Opening) {
        self.searched = opening.span.end;
        self.state = match opening.count {
            Some(count) => State::Counted { opening, count },
            None => State::Uncounted { opening, expected: None },
        };
    }

    /// A count is believed if a marker or the end of the input follows the content that it gives, after one line end.
    /// Otherwise the content runs to the next marker, so that a wrong count spoils its own document only.
    fn counted(&mut self, window: &Window<'_>, opening: Opening, count: usize) -> Option<Step> {
        let start = opening.span.end;
        let believed = match start.checked_add(count).filter(|_| count <= self.max_document) {
            Some(stop) => self.follows(window, stop),
            None => View::IsNot,
        };
        match believed {
            View::Is(trailer) => {
                let mut entry = self.entry(opening, start..trailer.start);
                if trailer.is_empty() {
                    entry.fault(IssueKind::MissingLineFeed);
                }
                entry.document.trailer = trailer.clone();
                self.searched = trailer.end;
                self.state = State::Closed(entry);
                None
            }
            View::IsNot => {
                self.state = State::Uncounted { opening, expected: Some(count) };
                None
            }
            View::Unsure => {
                self.state = State::Counted { opening, count };
                Some(Step::More(Need {
                    kept: start,
                    from: start,
                    to: (start + count + 2).max(window.end() + 1),
                }))
            }
        }
    }

    /// The line end after counted content, if the input goes on behind it as it should.
    fn follows(&self, window: &Window<'_>, stop: usize) -> View<Range<usize>> {
        if stop.saturating_add(2) > window.end() && !window.is_end() {
            return View::Unsure;
        }
        let trailer = stop..stop + window.line_end(stop);
        match &self.grammar {
            _ if stop > window.end() => View::IsNot,
            _ if window.ends_at(trailer.end) => View::Is(trailer),
            Some(grammar) => grammar.read_line(window, trailer.end).map(|_| trailer),
            None => View::IsNot,
        }
    }

    /// Content without a believable count runs to the next marker.
    fn uncounted(&mut self, window: &Window<'_>, opening: Opening, expected: Option<usize>) -> Step {
        let start = opening.span.end;
        match self.search(window) {
            None if !window.is_end() => {
                self.state = State::Uncounted { opening, expected };
                self.more(start, window.end() + 1)
            }
            next => {
                let limit = next.as_ref().map_or(window.end(), |next| next.span.start);
                let content = start..self.content_end(window, &opening, limit, expected);
                let entry = self.uncounted_entry(opening, content, limit, expected);
                if let Some(next) = next {
                    self.open(next);
                }
                Step::Document(entry)
            }
        }
    }

    /// Where the content ends that runs to `limit`: what `tail` puts between two files, and the line end after a counted
    /// content, are not part of it.
    fn content_end(
        &self,
        window: &Window<'_>,
        opening: &Opening,
        limit: usize,
        expected: Option<usize>,
    ) -> usize {
        let is_last = window.ends_at(limit);
        let is_tail = self.grammar.as_ref().is_some_and(|grammar| grammar.dialect() == Dialect::Tail);
        let is_framed = match expected {
            // A last content that is too short was cut off, and then its last line end is its own.
            Some(expected) => !is_last || limit - opening.span.end >= expected,
            None => is_tail && !is_last,
        };
        if is_framed { without_line_end(window, opening, limit) } else { limit }
    }

    fn uncounted_entry(
        &mut self,
        opening: Opening,
        content: Range<usize>,
        limit: usize,
        expected: Option<usize>,
    ) -> Entry {
        let found = content.len();
        let kept = found.min(self.max_document);
        let mut entry = self.entry(opening, content.start..content.start + kept);
        entry.document.trailer.end = limit;
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            entry.fault(IssueKind::Length { expected, found });
        }
        if kept < found {
            entry.fault(IssueKind::Truncated { kept, found });
        }
        entry
    }

    /// A document whose end is known goes out when it is known what follows.
    fn closed(&mut self, window: &Window<'_>, mut entry: Entry) -> Step {
        match self.search(window) {
            None if !window.is_end() => {
                let kept = entry.document.span.end;
                self.state = State::Closed(entry);
                Step::More(Need {
                    kept,
                    from: self.searched.saturating_sub(LOOK_BACK).max(kept),
                    to: window.end() + 1,
                })
            }
            next => {
                let end = next.as_ref().map_or(window.end(), |next| next.span.start);
                entry.document.trailer.end = end;
                if let Some(next) = next {
                    self.open(next);
                }
                Step::Document(entry)
            }
        }
    }

    fn entry(&mut self, opening: Opening, span: Range<usize>) -> Entry {
        let mut faults = opening.faults;
        let count = self.names.count(&opening.name);
        if count.occurrence > 1 {
            let kind = IssueKind::DuplicateName { occurrence: count.occurrence };
            faults.push((kind, opening.text.clone()));
        }
        if count.has_filled {
            faults.push((IssueKind::ManyNames { most: MOST_NAMES }, opening.text));
        }
        let headers = opening.headers.into_iter();
        let document = Document {
            name: Cow::Owned(opening.name),
            occurrence: count.occurrence,
            headers: headers.map(|(key, value)| (Cow::Owned(key), Cow::Owned(value))).collect(),
            sha256: opening.sha256,
            marker: opening.span,
            content: Cow::Borrowed(&[]),
            trailer: span.end..span.end,
            span,
        };
        Entry { document, faults }
    }
}

impl Entry {
    fn fault(&mut self, kind: IssueKind) {
        self.faults.push((kind, self.document.span.clone()));
    }
}

/// Whether something stands here, blanks and a byte order mark apart.
fn is_text(window: &Window<'_>, range: Range<usize>) -> bool {
    let is_first = range.start == 0;
    let bytes = window.slice(range);
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).filter(|_| is_first).unwrap_or(bytes);
    !text.trim_ascii().is_empty()
}

/// Where the content ends if one line end before `limit` is framing: CR LF only if its marker ends so, too.
fn without_line_end(window: &Window<'_>, opening: &Opening, limit: usize) -> usize {
    let last = window.slice(opening.span.end.max(limit.saturating_sub(2))..limit);
    match last {
        [b'\r', b'\n'] if opening.has_carriage_return => limit - 2,
        [.., b'\n'] => limit - 1,
        _ => limit,
    }
}
