use crate::evidence::{Field, Finding};
use crate::reading::Reading;
use copydesk_bylines::Rule;
use std::borrow::Cow;
use std::ops::Range;

/// A dash behind capitals is a dateline's as a rule.
const CONFIDENCE: f32 = 0.9;

/// The dateline of an article, in bytes of the text.
pub(crate) struct Opening {
    /// The line that it opens.
    pub(crate) line: usize,
    /// Where it ends, and the first sentence starts.
    pub(crate) end: usize,
    place: Option<Range<usize>>,
}

/// The dateline that opens the text: the first that credits an agency, or else that of the first paragraph; `title` is the
/// line of the headline.
pub(crate) fn find(reading: &Reading<'_>, title: Option<usize>) -> Option<Opening> {
    let main = reading.page.main.clone();
    let start = title.map_or(main.start, |title| main.start.min(title + 1));
    credited(reading, start..main.end).or_else(|| {
        let is_text = |at: &usize| Some(*at) != title && reading.is_prose(*at) && !reading.is_picture(*at);
        opening(reading, (start..main.end).find(is_text)?)
    })
}

/// The first dateline of some lines that credits an agency; the heads of other articles are cut short.
fn credited(reading: &Reading<'_>, lines: Range<usize>) -> Option<Opening> {
    let credits = reading.bylines.iter().filter(|byline| byline.rule == Rule::DatelineCredit);
    let lines = credits.map(|byline| reading.line_at(byline.span.start)).filter(|line| lines.contains(line));
    let is_cut = |line: &usize| ["…", "..."].iter().any(|end| reading.line(*line).ends_with(end));
    lines.filter(|line| !is_cut(line)).find_map(|line| opening(reading, line))
}

/// A paragraph's dateline.
fn opening(reading: &Reading<'_>, line: usize) -> Option<Opening> {
    let dateline = copydesk_bylines::dateline(reading.line(line))?;
    let from = reading.page.lines[line].span.start;
    let place = dateline.place.map(|place| from + place.start..from + place.end);
    Some(Opening { line, end: from + dateline.span.end, place })
}

/// The place that the text starts with.
pub(crate) fn place<'t>(reading: &Reading<'t>, opening: Option<&Opening>) -> Field<Cow<'t, str>> {
    let place = opening.and_then(|opening| opening.place.clone());
    Field::of(place.map(|span| Finding::new(reading.squeezed(&span), span, "place_before_dash", CONFIDENCE)))
}
