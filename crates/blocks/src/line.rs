use crate::edges::{self, Edges};
use crate::label::{self, Label};
use crate::look::Look;
use crate::role::Role;
use crate::shape::Shape;
use copydesk_lexicon::is_lower;
use memchr::{memchr_iter, memchr2, memmem};
use std::ops::Range;

/// A line of the page. Spans are bytes into the page's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The content: without line end, outer blanks, bullet or list number.
    pub span: Range<usize>,
    /// The whole line with its end; these spans tile the text.
    pub full: Range<usize>,
    /// What the line is on the page.
    pub role: Role,
    /// The label that the content starts with.
    pub label: Option<Label>,
    /// The label that ends the content, behind a sentence, bracket or divider: `[Continue reading…]`, `(Photo: AP)`.
    pub tail: Option<Label>,
    /// What the line looks like.
    pub shape: Shape,
    /// The line recurs on other pages of its source. A byline or date may do so and still be the article's.
    pub recurs: bool,
    /// The line is a piece of a paragraph that goes on with the next line, or came from the one before.
    pub(crate) wrapped: bool,
    /// The line stands on the page several times, as buttons do.
    pub(crate) repeated: bool,
    /// Once it is known which lines are wrapped.
    pub(crate) look: Look,
}

impl Line {
    /// The line at `full`, its role still open.
    pub(crate) fn read(text: &str, full: Range<usize>) -> Self {
        let line = &text[full.clone()];
        let Edges { content, bullet } = edges::of(line);
        let span = full.start + content.start..full.start + content.end;
        let content = &line[content];
        // Every other line of many pages is blank.
        let (shape, label, tail) = if content.is_empty() {
            (Shape { bullet, ..Shape::default() }, None, None)
        } else {
            let shape = Shape::of(content, bullet);
            (shape, label::find(content, &shape), label::tail(content, &shape))
        };
        Self {
            span,
            full,
            role: Role::Blank,
            label,
            tail,
            shape,
            recurs: false,
            wrapped: false,
            repeated: false,
            look: Look::Blank,
        }
    }

    /// Whether the line holds nothing but blanks and a bullet.
    pub fn is_blank(&self) -> bool {
        self.span.is_empty()
    }
}

/// Gives each line its look, which hangs on its neighbours only as pieces of a paragraph do.
pub(crate) fn mark_looks(text: &str, lines: &mut [Line]) {
    mark_wrapped(text, lines);
    for line in lines {
        line.look = Look::of(line);
    }
}

/// Marks the lines of paragraphs that are broken into lines of one width: the next line starts with a small letter.
fn mark_wrapped(text: &str, lines: &mut [Line]) {
    const LEAST_WORDS: u32 = 6;
    for at in 1..lines.len() {
        let (above, line) = (&lines[at - 1], &lines[at]);
        let starts_small = || text[line.span.clone()].starts_with(is_lower);
        if above.shape.words >= LEAST_WORDS && line.shape.bullet.is_none() && starts_small() {
            lines[at - 1].wrapped = true;
            lines[at].wrapped = true;
        }
    }
}

/// Marks the short lines that stand on the page several times.
pub(crate) fn mark_repeated(text: &str, lines: &mut [Line]) {
    const MOST_CHARS: u32 = 60;
    const LEAST_TIMES: usize = 3;
    let is_short = |line: &Line| !line.is_blank() && line.shape.chars <= MOST_CHARS;
    // By length first: most lines are told apart without a look at their text.
    let mut short = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_short(line)) {
        short.push((line.span.len(), &text[line.span.clone()], at));
    }
    short.sort_unstable();
    let same = short.chunk_by(|a, b| a.1 == b.1).filter(|same| same.len() >= LEAST_TIMES);
    for (_, _, at) in same.flatten() {
        lines[*at].repeated = true;
    }
}

/// The lines of a text with their ends: LF, CRLF, a lone CR, or U+2028.
pub(crate) struct Fulls<'t> {
    text: &'t str,
    at: usize,
    /// Where the next line end of either kind ends. Each is kept until the lines reach it, so that a text with many of
    /// one kind is not searched again and again for the other.
    break_end: usize,
    separator_end: usize,
}

impl<'t> Fulls<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, break_end: break_end(text, 0), separator_end: separator_end(text, 0) }
    }
}

impl Iterator for Fulls<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.at == self.text.len() {
            return None;
        }
        let full = self.at..self.break_end.min(self.separator_end);
        self.at = full.end;
        if self.at == self.break_end {
            self.break_end = break_end(self.text, self.at);
        }
        if self.at == self.separator_end {
            self.separator_end = separator_end(self.text, self.at);
        }
        Some(full)
    }

    /// As many as there are line feeds left, or more; the last line may have none.
    fn size_hint(&self) -> (usize, Option<usize>) {
        let rest = &self.text.as_bytes()[self.at..];
        let has_last = rest.last().is_some_and(|last| *last != b'\n');
        (memchr_iter(b'\n', rest).count() + usize::from(has_last), None)
    }
}

/// Where the first LF, CRLF or CR at or behind `from` ends, or else the text.
fn break_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    match memchr2(b'\n', b'\r', &bytes[from..]).map(|offset| from + offset) {
        Some(at) if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') => at + 2,
        Some(at) => at + 1,
        None => bytes.len(),
    }
}

/// Where the first U+2028 at or behind `from` ends, or else the text.
fn separator_end(text: &str, from: usize) -> usize {
    const SEPARATOR: &str = "\u{2028}";
    let bytes = &text.as_bytes()[from..];
    memmem::find(bytes, SEPARATOR.as_bytes()).map_or(text.len(), |at| from + at + SEPARATOR.len())
}
