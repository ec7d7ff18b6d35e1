use crate::evidence::{Field, Finding};
use crate::reading::Reading;
use copydesk_blocks::{Label, LabelKind};

const STATED: f32 = 0.9;

/// How many comments the page says that it has.
pub(crate) fn count(reading: &Reading<'_>) -> Field<u32> {
    let stated = reading.page.lines.iter().find_map(|line| {
        let text = &reading.text[line.span.clone()];
        let count = match line.label.as_ref()?.kind {
            LabelKind::OneComment => 1,
            LabelKind::CommentCount => number(text)?,
            _ => return None,
        };
        Some(Finding::new(count, line.span.clone(), "comments_heading", STATED))
    });
    Field::of(stated)
}

/// Whether the page breaks off: "Continue reading" or a paywall behind the last paragraphs.
pub(crate) fn truncated(reading: &Reading<'_>) -> Field<bool> {
    let end = (reading.page.main.end + AFTER_BODY).min(reading.page.lines.len());
    let mark = reading.page.lines[reading.page.main.start..end].iter().find_map(|line| {
        let is_mark = |label: &Label| matches!(label.kind, LabelKind::ContinueReading | LabelKind::Paywall);
        let heads = line.label.as_ref().is_some_and(is_mark).then_some(line.span.start);
        let tail = line.tail.as_ref().filter(|label| is_mark(label)).map(|label| line.span.end - label.len);
        Some(heads.or(tail)?..line.span.end)
    });
    Field::of(mark.map(|span| Finding::new(true, span, "continue_reading", STATED)))
}

/// Lines behind the prose that may still belong to it.
const AFTER_BODY: usize = 4;

/// The only number of a line, `1,234` included.
fn number(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | '.' | '\u{a0}')).collect();
    let mut numbers = digits.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let first = numbers.next()?;
    numbers.next().is_none().then(|| first.parse().ok()).flatten()
}
