//! Which lines come into question as headline: most need not be weighed to see that they are none. On 799 development pages with
//! a known headline, [`is_deep`] and [`may_stand`] turn away two lines in five, and the right ones of five pages, all of which
//! another line would have won.

use crate::reading::Reading;
use std::ops::Range;

/// How many lines above the prose a headline is looked for: menus are long.
const REACH_ABOVE: usize = 600;
/// How many lines from the start of the prose on: where the start was found too early.
const REACH_BELOW: usize = 40;

/// Longer lines are paragraphs.
pub(super) const MOST_WORDS: u32 = 30;

/// Lines of so many words may be items of menus.
const TINY: u32 = 2;

/// A date or byline within so many lines that are not blank is soon below.
pub(super) const SOON: usize = 4;

/// The lines that are looked at.
pub(super) fn reach(reading: &Reading<'_>) -> Range<usize> {
    let main = &reading.page.main;
    main.start.saturating_sub(REACH_ABOVE)..(main.start + REACH_BELOW).min(reading.page.lines.len())
}

/// Those of them that come into question by themselves.
pub(super) fn lines(reading: &Reading<'_>) -> impl Iterator<Item = usize> {
    reach(reading).filter(|at| is_candidate(reading, *at))
}

/// A label may start a title, but no title is all label. A word or two among other lines, or an item among others, is one of a
/// menu; a line deep inside the prose without a date or byline soon below is a subheading or another article's.
fn is_candidate(reading: &Reading<'_>, at: usize) -> bool {
    let line = &reading.page.lines[at];
    let fits = line.shape.letters >= 4 && line.shape.words <= MOST_WORDS && line.shape.chars <= 300;
    let is_label = line.label.is_some_and(|label| label.len * 2 > line.span.len());
    fits && !is_label
        && (line.shape.words > TINY && line.shape.bullet.is_none() || is_apart(reading, at))
        && (!is_deep(reading, at) || reading.is_meta_within(at, SOON))
        && !is_mostly_date(reading, at)
}

/// Whether something parts a line from a list that it may be an item of: blank lines, or where there are none, that it is
/// followed by what tells who or when, or by prose, and no other item stands above.
fn is_apart(reading: &Reading<'_>, at: usize) -> bool {
    let line = |at: usize| &reading.page.lines[at];
    let is_short = |at: usize| line(at).shape.words <= TINY;
    if reading.is_spaced() {
        let is_blank = [at.checked_sub(1), at.checked_add(1)].map(|beside| reading.is_blank(beside));
        return if is_short(at) { is_blank == [true; 2] } else { is_blank != [false; 2] };
    }
    let is_item = |at: usize| is_short(at) || line(at).shape.bullet.is_some();
    let is_last = || reading.above(at).is_some_and(is_item);
    reading.below(at).is_some_and(|below| reading.is_meta(below) || reading.is_prose(below) && !is_last())
}

/// Whether many paragraphs of the prose stand before a line.
fn is_deep(reading: &Reading<'_>, at: usize) -> bool {
    const PARAGRAPHS: u32 = 5;
    let main = reading.page.main.start;
    at > main && reading.paragraphs_between(main.saturating_sub(1), at) > PARAGRAPHS
}

/// Whether a line may be a headline although the page says it but once: one among other lines without a date or byline soon
/// below, and not right above the prose, is of a menu or list.
pub(super) fn may_stand(reading: &Reading<'_>, at: usize) -> bool {
    let main = reading.page.main.start;
    let is_at_body = || at < main && reading.steps(at, main) <= 1;
    reading.is_alone(at) || is_at_body() || reading.is_meta_within(at, SOON)
}

/// Whether most of a line is a date with its label.
fn is_mostly_date(reading: &Reading<'_>, at: usize) -> bool {
    let line = &reading.page.lines[at];
    let dates = reading.date_bytes(at);
    dates > 0 && 2 * (dates + line.label.map_or(0, |label| label.len)) > line.span.len()
}
