use crate::evidence::{Field, Finding};
use crate::reading::Reading;
use copydesk_blocks::LabelKind;
use std::borrow::Cow;

/// Breadcrumbs stand this near to the headline.
const STEPS: u32 = 4;
/// Names of sections are short: `Politics`, `Health & Science`.
const MAX_WORDS: u32 = 4;
const CONFIDENCE: f32 = 0.8;

/// The section, from a trail that starts at the home page or from a label, near the headline.
pub(crate) fn find<'t>(reading: &Reading<'t>, anchor: usize) -> Field<Cow<'t, str>> {
    let near = |at: &usize| reading.steps(*at, anchor) <= STEPS;
    let lines = (0..reading.page.main.end).filter(near);
    Field::of(lines.filter(|at| *at != anchor).find_map(|at| of_line(reading, at)))
}

fn of_line<'t>(reading: &Reading<'t>, at: usize) -> Option<Finding<Cow<'t, str>>> {
    let line = &reading.page.lines[at];
    let label =
        line.label.as_ref().filter(|label| matches!(label.kind, LabelKind::Home | LabelKind::Section))?;
    let rest = &reading.text[line.span.start + label.len..line.span.end];
    let name = rest.trim_start_matches(is_separator).split(is_separator).next().unwrap_or_default().trim();
    let fits = line.shape.words <= MAX_WORDS + 2
        && (1..=MAX_WORDS as usize).contains(&name.split_whitespace().count());
    let start = name.as_ptr() as usize - reading.text.as_ptr() as usize;
    (fits && name.chars().any(char::is_alphabetic))
        .then(|| Finding::new(name.into(), start..start + name.len(), "behind_home", CONFIDENCE))
}

fn is_separator(c: char) -> bool {
    matches!(c, '>' | '›' | '»' | '/' | '|' | '·' | ':' | '→' | '•' | '\u{a0}') || c == ' ' && false
}
