//! Finds the markers of one dialect, at the speed of `memchr`.

mod begin;
mod json;
mod lexis;
mod line;
mod pattern;
mod prompt;
mod rules;
mod signs;
mod tags;
mod warc;

pub(crate) use json::unescape;
pub(crate) use pattern::Pattern;
pub(crate) use signs::Signs;

use crate::dialect::Dialect;
use crate::issue::IssueKind;
use crate::opening::Opening;
use crate::window::{BYTE_ORDER_MARK, Miss, View, Window};
use memchr::memmem::Finder;
use signs::{next_line, signs};
use std::ops::Range;

/// How the markers of a bundle are written.
#[derive(Clone, Debug)]
pub(crate) struct Grammar {
    dialect: Dialect,
    /// What is rare in prose and stands in each marker that opens a document. Without one, each line may be a marker.
    opening: Option<Finder<'static>>,
    /// The same for markers that close one.
    closing: Option<Finder<'static>>,
    pattern: Option<Pattern>,
    /// Lines that are markers of a rarer dialect, too, are none of this one.
    is_sniffed: bool,
    longest_line: usize,
}

/// A place where something begins or ends.
#[derive(Clone, Debug)]
pub(crate) enum Boundary {
    Opening(Opening),
    /// A line that is a document, marker, content and all.
    Record {
        opening: Opening,
        content: Range<usize>,
        end: usize,
    },
    /// The end of a content: framing, and as many bytes more that belong to no document, if they are believed.
    Closing {
        span: Range<usize>,
        skipped: usize,
    },
    /// Bytes that should be a document and are none.
    Lost {
        kind: IssueKind,
        span: Range<usize>,
    },
}

impl Boundary {
    /// Whether a document begins with it.
    pub(crate) const fn opens(&self) -> bool {
        matches!(self, Self::Opening(_) | Self::Record { .. })
    }

    pub(crate) const fn span(&self) -> &Range<usize> {
        match self {
            Self::Opening(opening) | Self::Record { opening, .. } => &opening.span,
            Self::Closing { span, .. } | Self::Lost { span, .. } => span,
        }
    }
}

/// How a search ended.
pub(crate) enum Search {
    Found(Boundary),
    /// None begins before this place; there may be one if more comes into view.
    NoneBefore(usize),
}

/// Where a sign was found.
struct Place<'p> {
    window: &'p Window<'p>,
    /// The first byte of the sign.
    at: usize,
    /// The marker of the document that is not closed yet.
    inside: Option<&'p Opening>,
    grammar: &'p Grammar,
}

/// What belongs to the bundle between the content of a document and the next marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Nothing.
    Nothing,
    /// One line end, and nothing at the end of the bundle.
    Between,
    /// So many line ends, before a marker that closes.
    LineEnds(usize),
    /// So many blank lines, if there are as many.
    BlankLines(usize),
}

impl Grammar {
    /// A dialect that somebody asked for.
    pub(crate) fn forced(dialect: Dialect) -> Self {
        let (opening, closing) = signs(dialect);
        Self {
            dialect,
            opening: opening.map(Finder::new),
            closing: closing.map(Finder::new),
            pattern: None,
            is_sniffed: false,
            longest_line: usize::MAX,
        }
    }

    /// A dialect as it is sniffed: a line is a marker of the first dialect that it fits.
    pub(crate) fn sniffed(dialect: Dialect) -> Self {
        Self { is_sniffed: true, ..Self::forced(dialect) }
    }

    /// Markers as somebody describes them.
    pub(crate) fn of_pattern(pattern: Pattern) -> Self {
        Self { pattern: Some(pattern), ..Self::forced(Dialect::Custom) }
    }

    /// Lines that are whole documents may have so many bytes.
    pub(crate) fn longest_line(self, bytes: usize) -> Self {
        Self { longest_line: bytes, ..self }
    }

    pub(crate) const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How many bytes before its sign a marker may begin: what precedes it on its line, or the line before.
    pub(crate) const fn longest_lead(&self) -> usize {
        match self.dialect {
            Dialect::FilesToPrompt => prompt::LONGEST_NAME + BYTE_ORDER_MARK.len(),
            Dialect::Begin => begin::LONGEST_RULE,
            Dialect::LexisNexis => lexis::LONGEST_MARGIN,
            _ => BYTE_ORDER_MARK.len(),
        }
    }

    /// How many bytes before its sign may tell whether it is one: those, and the line ends before them.
    pub(crate) const fn look_back(&self) -> usize {
        2 * self.longest_lead() + 16
    }

    pub(crate) const fn frame(&self) -> Frame {
        match self.dialect {
            Dialect::Tail => Frame::Between,
            Dialect::Repomix => Frame::BlankLines(1),
            Dialect::Gitingest => Frame::BlankLines(3),
            Dialect::RepomixXml | Dialect::Documents => Frame::LineEnds(1),
            Dialect::FilesToPrompt => Frame::LineEnds(2),
            _ => Frame::Nothing,
        }
    }

    /// Line ends after a content that is counted.
    pub(crate) const fn counted_line_ends(&self) -> usize {
        match self.dialect {
            Dialect::Wet => 2,
            _ => 1,
        }
    }

    /// Whether these line ends after a counted content do not stand in contents: those of web pages have LF alone.
    pub(crate) fn is_sure(&self, line_ends: &[u8]) -> bool {
        self.dialect == Dialect::Wet && line_ends == b"\r\n\r\n"
    }

    /// Whether each document has a marker after its content.
    pub(crate) const fn closes(&self) -> bool {
        self.closing.is_some()
    }

    /// Whether nothing but records should stand in the bundle, from its first byte on.
    pub(crate) fn is_all_records(&self) -> bool {
        self.dialect == Dialect::Wet
    }

    /// Whether text between documents is text that nobody asked for.
    pub(crate) fn is_stray(&self, text: &[u8]) -> bool {
        match self.dialect {
            Dialect::JsonLines | Dialect::Repomix => false,
            Dialect::RepomixXml | Dialect::Documents => !text.is_empty() && !text.starts_with(b"<"),
            _ => !text.is_empty(),
        }
    }

    /// The first boundary that begins here or later. Of a document that is open its end is one.
    pub(crate) fn find(
        &self,
        window: &Window<'_>,
        from: usize,
        inside: Option<&Opening>,
        signs: &mut Signs,
    ) -> Search {
        let mut from = from;
        loop {
            let at = match self.sign(window, from, inside.is_some(), signs) {
                Ok(at) => at,
                Err(place) => return Search::NoneBefore(place),
            };
            match self.read(&Place { window, at, inside, grammar: self }) {
                Ok(boundary) => return Search::Found(boundary),
                Err(Miss::Unsure) => return Search::NoneBefore(at),
                // Nothing else on the line is where it should be.
                Err(Miss::IsNot) => from = next_line(window, at),
            }
        }
    }

    /// What begins with the line that begins here.
    pub(crate) fn read_line(&self, window: &Window<'_>, start: usize) -> View<Boundary> {
        let mark = window.slice(start..start.saturating_add(BYTE_ORDER_MARK.len()));
        if mark.len() < BYTE_ORDER_MARK.len() && !window.is_end() {
            return Err(Miss::Unsure);
        }
        let at = if mark == BYTE_ORDER_MARK { start + mark.len() } else { start };
        window.line_start(at).filter(|found| *found == start).ok_or(Miss::IsNot)?;
        self.read(&Place { window, at, inside: None, grammar: self })
    }

    fn read(&self, place: &Place<'_>) -> View<Boundary> {
        match self.dialect {
            Dialect::Canonical | Dialect::Tail | Dialect::Txtar | Dialect::Equals => line::read(place),
            Dialect::Begin => begin::read(place),
            Dialect::Repomix | Dialect::Gitingest => rules::read(place),
            Dialect::RepomixXml | Dialect::Documents => tags::read(place),
            Dialect::FilesToPrompt => prompt::read(place),
            Dialect::Wet => warc::read(place),
            Dialect::JsonLines => json::read(place),
            Dialect::LexisNexis => lexis::read(place),
            Dialect::Custom => self.pattern.as_ref().ok_or(Miss::IsNot)?.read(place),
        }
    }
}

impl Place<'_> {
    /// Where the line begins, if the sign stands at column 0.
    fn start(&self) -> View<usize> {
        self.window.line_start(self.at).ok_or(Miss::IsNot)
    }

    /// A marker of some whole lines. `inside` names the document.
    fn opening(&self, span: Range<usize>, inside: Range<usize>) -> Opening {
        Opening::of_lines(self.grammar.dialect, self.window, span, inside)
    }

    /// Where a part of a text lies that begins at some place.
    fn range(start: usize, text: &[u8], part: &[u8]) -> Range<usize> {
        let start = start + nom::Offset::offset(text, part);
        start..start + part.len()
    }
}
