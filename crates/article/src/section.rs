use crate::evidence::{Field, Finding};
use crate::reading::Reading;
use copydesk_blocks::{Bullet, Label, LabelKind};
use std::borrow::Cow;
use std::ops::Range;

/// Breadcrumbs stand this near to the headline.
const STEPS: u32 = 6;
/// Names of sections are short: `Politics`, `Health & Science`.
const MAX_WORDS: usize = 4;
/// A trail has no more steps, whether on one line or on several.
const MAX_TRAIL: usize = 4;
const CONFIDENCE: f32 = 0.8;

/// The section: the last step but the headline of a trail that starts at the home page, or what a label names.
pub(crate) fn find<'t>(reading: &Reading<'t>, anchor: usize) -> Field<Cow<'t, str>> {
    let near = (0..reading.page.main.end).filter(|at| *at != anchor && reading.steps(*at, anchor) <= STEPS);
    let span = near.rev().find_map(|at| {
        let label = reading.page.lines[at]
            .label
            .filter(|label| matches!(label.kind, LabelKind::Home | LabelKind::Section))?;
        of_line(reading, at, label, anchor).or_else(|| of_lines_below(reading, at, anchor))
    });
    Field::of(span.map(|span| Finding::new(reading.squeezed(&span), span, "behind_home", CONFIDENCE)))
}

/// `Home › News › Transport`
fn of_line(reading: &Reading<'_>, at: usize, label: Label, anchor: usize) -> Option<Range<usize>> {
    let span = &reading.page.lines[at].span;
    let start = span.start + label.len;
    let mut offset = start;
    let steps = reading.text[start..span.end].split(is_separator).map(|step| {
        let from = offset + step.len() - step.trim_start().len();
        offset += step.len() + reading.text[offset + step.len()..].chars().next().map_or(0, char::len_utf8);
        from..from + step.trim().len()
    });
    let named: Vec<Range<usize>> = steps.filter(|step| !step.is_empty()).collect();
    let last = named.iter().rposition(|step| !is_headline(reading, step, anchor))?;
    Some(named[last].clone())
        .filter(|step| named.len() <= MAX_TRAIL + 1 && is_name(&reading.text[step.clone()]))
}

/// Steps on the lines below the home page's: numbered or behind arrows, or with the headline as their last.
fn of_lines_below(reading: &Reading<'_>, home: usize, anchor: usize) -> Option<Range<usize>> {
    let below = std::iter::successors(reading.below(home), |at| reading.below(*at)).take(MAX_TRAIL + 1);
    let (mut last, mut is_trail) = (None, true);
    for at in below {
        let line = &reading.page.lines[at];
        let ends = is_headline(reading, &line.span, anchor);
        if at == anchor || ends {
            return last.filter(|_| is_trail || at != anchor && ends);
        }
        let text = reading.line(at);
        let step = line.span.start + text.find(|c| !is_separator(c) && c != ' ')?..line.span.end;
        is_trail &= matches!(line.shape.bullet, Some(Bullet::Number(_))) || text.starts_with(is_separator);
        last = Some(step).filter(|step| is_name(&reading.text[step.clone()]) && !reading.is_meta(at));
        last.as_ref()?;
    }
    None
}

/// Whether a step is the headline, cut off or not.
fn is_headline(reading: &Reading<'_>, step: &Range<usize>, anchor: usize) -> bool {
    let step = reading.text[step.clone()].trim_end_matches(['…', '.']).trim();
    !step.is_empty() && reading.line(anchor).starts_with(step)
}

fn is_name(step: &str) -> bool {
    step.split_whitespace().count() <= MAX_WORDS && step.chars().any(char::is_alphabetic) && step.len() <= 40
}

fn is_separator(c: char) -> bool {
    matches!(c, '>' | '›' | '»' | '＞' | '/' | '|' | '·' | ':' | '→' | '•' | '‹' | '«' | '←')
}
