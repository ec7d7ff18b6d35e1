use crate::evidence::{Field, Finding};
use crate::reading::Reading;
use copydesk_blocks::Role;
use std::borrow::Cow;

/// Lines that lie between a headline and its article: standfirst, date, byline, caption, sharing.
const HEAD_STEPS: u32 = 12;
/// Shorter lines are kickers, longer ones paragraphs.
const CHARS: std::ops::RangeInclusive<u32> = 40..=420;

/// The sentence right below the headline, if the date or byline follows below it: else it is the first paragraph.
pub(crate) fn find<'t>(reading: &Reading<'t>, headline: Option<usize>) -> Field<Cow<'t, str>> {
    let found = headline.and_then(|headline| {
        let line = reading.below(headline).filter(|line| is_standfirst(reading, *line, headline))?;
        let span = reading.page.lines[line].span.clone();
        Some(Finding::new(reading.squeezed(&span), span, "sentence_above_byline", CONFIDENCE))
    });
    Field::of(found)
}

/// The byline below tells it from a first paragraph, but a byline may stand below that as well.
const CONFIDENCE: f32 = 0.8;

fn is_standfirst(reading: &Reading<'_>, line: usize, headline: usize) -> bool {
    let candidate = &reading.page.lines[line];
    let fits = matches!(candidate.role, Role::Body | Role::Title | Role::Quote)
        && CHARS.contains(&candidate.shape.chars);
    fits && !reading.is_meta(line)
        && reading.line(line) != reading.line(headline)
        && meta_follows(reading, line, headline)
}

/// Whether a date or byline stands below the line and above the second paragraph.
fn meta_follows(reading: &Reading<'_>, line: usize, headline: usize) -> bool {
    std::iter::successors(reading.below(line), |at| reading.below(*at))
        .take_while(|at| reading.steps(headline, *at) <= HEAD_STEPS && !reading.is_prose(*at))
        .any(|at| reading.is_meta(at))
}
