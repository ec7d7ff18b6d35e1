use crate::evidence::{Field, Finding};
use crate::reading::Reading;
use std::borrow::Cow;
use std::ops::Range;

/// A dash behind capitals is a dateline's as a rule.
const CONFIDENCE: f32 = 0.9;
/// Captions stand before the first paragraph of the text.
const MOST_PARAGRAPHS: usize = 6;

/// The dateline of an article, in bytes of the text.
pub(crate) struct Opening {
    /// The line that it opens.
    pub(crate) line: usize,
    /// Where it ends, and the first sentence starts.
    pub(crate) end: usize,
    place: Option<Range<usize>>,
}

/// The dateline that opens the text: the first that credits an agency, or else the first paragraph's.
pub(crate) fn find(reading: &Reading<'_>, anchor: usize) -> Option<Opening> {
    let start = anchor.min(reading.page.main.start);
    let paragraphs = (start..reading.page.main.end).filter(|at| *at != anchor && reading.is_prose(*at));
    let mut first = None;
    for line in paragraphs.take(MOST_PARAGRAPHS) {
        match opening(reading, line) {
            Some((true, opening)) => return Some(opening),
            Some((false, opening)) if first.is_none() => first = Some(Some(opening)),
            None if first.is_none() && !reading.is_picture(line) => first = Some(None),
            _ => {}
        }
    }
    first.flatten()
}

/// A paragraph's dateline, and whether it credits an agency.
fn opening(reading: &Reading<'_>, line: usize) -> Option<(bool, Opening)> {
    let dateline = copydesk_bylines::dateline(reading.line(line))?;
    let from = reading.page.lines[line].span.start;
    let place = dateline.place.map(|place| from + place.start..from + place.end);
    Some((!dateline.credits.is_empty(), Opening { line, end: from + dateline.span.end, place }))
}

/// The place that the text starts with.
pub(crate) fn place<'t>(reading: &Reading<'t>, opening: Option<&Opening>) -> Field<Cow<'t, str>> {
    let place = opening.and_then(|opening| opening.place.clone());
    Field::of(place.map(|span| Finding::new(reading.squeezed(&span), span, "place_before_dash", CONFIDENCE)))
}
