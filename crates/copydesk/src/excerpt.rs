use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use memchr::memchr_iter;
use std::ops::Range;

/// The line of a text that a span stands on, short enough to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// Number of the line, from 1.
    pub(crate) line: usize,
    text: String,
    /// Bytes of `text`.
    span: Range<usize>,
}

/// What is shown of a long line before and after the span, in bytes.
const CONTEXT: usize = 120;
/// What is shown of a long span, in bytes.
const LONGEST_SPAN: usize = 240;

impl Excerpt {
    /// The first line of the span; `None` if the span is not one of the text.
    pub(crate) fn of(text: &str, span: &Range<usize>) -> Option<Self> {
        let covered = text.get(span.clone())?;
        let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
        let covered_end = span.start + text[span.start..line_end].len().min(covered.len()).min(LONGEST_SPAN);
        let start = line_start.max(span.start.saturating_sub(CONTEXT));
        let end = line_end.min(covered_end + CONTEXT);
        let shown = text.ceil_char_boundary(start)..text.floor_char_boundary(end);
        let covered_end = text.floor_char_boundary(covered_end).min(shown.end);
        Some(Self {
            line: line_number(text.as_bytes(), span.start),
            text: text[shown.clone()].trim_end_matches('\r').to_owned(),
            span: span.start - shown.start..covered_end - shown.start,
        })
    }

    /// The same for bytes, if their line is a short one in UTF-8.
    pub(crate) fn of_bytes(bytes: &[u8], span: &Range<usize>) -> Option<Self> {
        let start = bytes.get(..span.start)?.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let rest = bytes.get(start..)?;
        let line = rest
            .iter()
            .take(CONTEXT + LONGEST_SPAN)
            .position(|byte| *byte == b'\n')
            .map_or(rest, |end| &rest[..end]);
        let line = std::str::from_utf8(line).ok().filter(|line| line.len() <= CONTEXT + LONGEST_SPAN)?;
        let excerpt = Self::of(line, &(span.start - start..(span.end - start).min(line.len())))?;
        Some(Self { line: line_number(bytes, start), ..excerpt })
    }

    /// The line with the span marked, and what is to be said about it.
    pub(crate) fn snippet<'a>(&'a self, label: &'a str) -> Snippet<'a, Annotation<'a>> {
        let label = Some(label).filter(|label| !label.is_empty());
        let annotation = AnnotationKind::Primary.span(self.span.clone()).label(label);
        Snippet::source(&*self.text).line_start(self.line).annotation(annotation)
    }
}

/// Number of the line, from 1, that a byte stands on.
pub(crate) fn line_number(text: &[u8], at: usize) -> usize {
    memchr_iter(b'\n', text.get(..at).unwrap_or(text)).count() + 1
}
