use crate::lines::{self, Lines};
use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use memchr::memrchr;
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

/// Stands for what is not shown.
const CUT: &str = "…";

impl Excerpt {
    /// The first line of the span; `None` if the span is not one of the text.
    pub(crate) fn of(text: &str, span: &Range<usize>) -> Option<Self> {
        text.get(span.clone())?;
        let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
        let line_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
        let end = text.floor_char_boundary(span.end.min(span.start + LONGEST_SPAN)).min(line_end);
        let shown_start = text.ceil_char_boundary(line_start.max(span.start.saturating_sub(CONTEXT)));
        let shown_end = text.floor_char_boundary(line_end.min(end + CONTEXT));
        let before = if shown_start > line_start { CUT } else { "" };
        let behind = if shown_end < line_end { CUT } else { "" };
        let shown = &text[shown_start.min(shown_end)..shown_end];
        // A span may start in the line's own end.
        let at = |byte: usize| before.len() + byte.saturating_sub(shown_start).min(shown.len());
        Some(Self {
            line: lines::number(text.as_bytes(), span.start),
            text: [before, shown, behind].concat(),
            span: at(span.start)..at(end.max(span.start)),
        })
    }

    /// The same for bytes, if their line is a short one in UTF-8.
    pub(crate) fn of_bytes(bytes: &[u8], lines: &Lines, span: &Range<usize>) -> Option<Self> {
        let start = short_line_start(bytes.get(..span.start)?)?;
        let rest = &bytes[start..bytes.len().min(start + LONGEST_SPAN + 1)];
        let line = rest.split(|byte| *byte == b'\n').next().filter(|line| line.len() <= LONGEST_SPAN)?;
        let line = std::str::from_utf8(line).ok()?;
        let excerpt = Self::of(line, &(span.start - start..(span.end - start).min(line.len())))?;
        Some(Self { line: lines.number(bytes, start), ..excerpt })
    }

    /// The same, if so many lines come before the text.
    pub(crate) fn after(self, lines: usize) -> Self {
        Self { line: self.line + lines, ..self }
    }

    /// The line with the span marked, and what is to be said about it.
    pub(crate) fn snippet<'a>(&'a self, label: &'a str) -> Snippet<'a, Annotation<'a>> {
        let label = Some(label).filter(|label| !label.is_empty());
        let annotation = AnnotationKind::Primary.span(self.span.clone()).label(label);
        Snippet::source(&*self.text).line_start(self.line).annotation(annotation)
    }
}

/// Where the last line begins, if it is a short one: who asks about each word of a long line must not read it each time.
fn short_line_start(before: &[u8]) -> Option<usize> {
    let from = before.len().saturating_sub(LONGEST_SPAN + 1);
    memrchr(b'\n', &before[from..]).map(|at| from + at + 1).or((from == 0).then_some(0))
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, LONGEST_SPAN};
    use crate::lines::Lines;
    use proptest::prelude::*;

    /// The excerpt as `line: text`, the span in square brackets.
    #[track_caller]
    fn check(text: &str, marked: &str, expected: &str) {
        let start = text.find(marked).expect("the test's own words");
        let Excerpt { line, text, span } = Excerpt::of(text, &(start..start + marked.len())).expect("a span");
        let shown = format!("{line}: {}[{}]{}", &text[..span.start], &text[span.clone()], &text[span.end..]);
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_span_is_shown_in_its_line() {
        check("one\ntwo words\nthree", "words", "2: two [words]");
        check("one", "one", "1: [one]");
        check("one\r\ntwo\r\n", "two", "2: [two]");
        check("Ærlig talt", "talt", "1: Ærlig [talt]");
    }

    #[test]
    fn a_span_over_lines_is_shown_to_the_end_of_the_first() {
        check("one\ntwo\nthree", "wo\nthr", "2: t[wo]");
        check("one\r\ntwo", "e\r\nt", "1: on[e]");
    }

    #[test]
    fn long_lines_are_cut() {
        let far = "é".repeat(500);
        let near = "é".repeat(60);
        check(&format!("{far}mid{far}"), "mid", &format!("1: …{near}[mid]{near}…"));
        let dashes = "-".repeat(500);
        check(&dashes, &dashes, &format!("1: [{}]{}…", "-".repeat(240), "-".repeat(120)));
    }

    fn of_bytes(bytes: &[u8], span: std::ops::Range<usize>) -> Option<Excerpt> {
        Excerpt::of_bytes(bytes, &Lines::default(), &span)
    }

    #[test]
    fn spans_that_are_none_have_no_excerpt() {
        assert_eq!(Excerpt::of("abc", &(2..9)), None);
        assert_eq!(Excerpt::of("é", &(1..2)), None);
        assert_eq!(of_bytes(b"abc", 4..9), None);
        assert_eq!(of_bytes(b"ab\xFFc", 0..1), None);
    }

    #[test]
    fn bytes_count_their_lines() {
        let excerpt = of_bytes(b"\xFF\nab\nc", 3..4).expect("a span");
        assert_eq!((excerpt.line, &*excerpt.text, excerpt.span), (2, "ab", 1..2));
    }

    #[test]
    fn bytes_of_long_lines_have_no_excerpt() {
        for (length, is_shown) in [(LONGEST_SPAN, true), (LONGEST_SPAN + 1, false), (5 * LONGEST_SPAN, false)]
        {
            let text = ["a\n", &"b".repeat(length), "\nc"].concat();
            for at in [2, 2 + length / 2, 1 + length] {
                let line = of_bytes(text.as_bytes(), at..at + 1).map(|excerpt| excerpt.line);
                assert_eq!(line, is_shown.then_some(2), "{at} of {length}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_span_of_any_text_is_shown(text in "[a-é\\n\\r]{0,900}", at in any::<[prop::sample::Index; 2]>()) {
            let [a, b] = at.map(|at| text.floor_char_boundary(at.index(text.len() + 1)));
            let excerpt = Excerpt::of(&text, &(a.min(b)..a.max(b))).expect("a span");
            prop_assert!(excerpt.text.get(excerpt.span.clone()).is_some_and(|shown| text.contains(shown)));
            prop_assert!(!excerpt.text.contains('\n'));
        }
    }
}
