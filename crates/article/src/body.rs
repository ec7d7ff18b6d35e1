mod chain;
mod judge;

use crate::article::Body;
use crate::dateline::Opening;
use crate::features::{Feature, Weighed};
use crate::reading::Reading;
use crate::weights::Body as Sign;
pub(crate) use judge::Aside;
use judge::Judge;
use std::collections::BTreeSet;

/// The paragraphs of the article, each once: its lines, without the dateline.
pub(crate) fn of(reading: &Reading<'_>, lines: &[usize], dateline: Option<&Opening>) -> Body {
    let mut seen = BTreeSet::new();
    let mut body = Body::default();
    for &at in lines {
        let line = &reading.page.lines[at];
        if seen.insert(reading.line(at)) {
            let opening = dateline.filter(|dateline| dateline.line == at).map(|dateline| dateline.end);
            let start = opening.unwrap_or(line.span.start);
            let before = opening.map_or(0, |end| words(&reading.text[line.span.start..end]));
            body.words += (line.shape.words as usize).saturating_sub(before);
            body.paragraphs.push(start..line.span.end);
        }
    }
    body
}

/// The lines of the page, weighed as parts of the article; the neighbours of each are not yet asked.
pub(crate) fn weighed(reading: &Reading<'_>, headline: Option<usize>) -> Vec<Weighed> {
    let judge = Judge::new(reading, headline);
    let weighed = |(nth, at): (usize, &u32)| {
        let span = reading.page.lines[*at as usize].span.clone();
        Weighed::new("body", reading.squeezed(&span).into_owned(), span, judge.features(nth))
    };
    reading.written().iter().enumerate().map(weighed).collect()
}

/// The lines of the article: those that are likely, or else, on a page whose prose they leave out for the most part, the prose
/// that there is. A page without prose has none.
pub(crate) fn lines(reading: &Reading<'_>, headline: Option<usize>) -> Vec<usize> {
    let main = reading.page.main.clone();
    if main.is_empty() {
        return Vec::new();
    }
    let is_own = |at: &usize| Some(*at) != headline && may_be_own(reading, *at);
    let likely: Vec<usize> = likely(reading, headline).filter(is_own).collect();
    let prose = main.filter(|at| is_own(at) && reading.page.lines[*at].role.is_prose());
    let words = |at: usize| reading.page.lines[at].shape.words;
    let is_most = 2 * likely.iter().copied().map(words).sum::<u32>() >= prose.clone().map(words).sum();
    if is_most { likely } else { prose.collect() }
}

/// The lines that are likely to be the article's.
fn likely<'r>(reading: &'r Reading<'_>, headline: Option<usize>) -> impl Iterator<Item = usize> + use<'r> {
    let judge = Judge::new(reading, headline);
    let written = reading.written();
    let log_odds: Vec<f32> = (0..written.len()).map(|nth| judge.features(nth).log_odds()).collect();
    let chances = chain::chances(&log_odds, Sign::Turn.weight());
    let likely = written.iter().zip(chances).filter(|(_, chance)| *chance >= Sign::THRESHOLD);
    likely.map(|(at, _)| *at as usize)
}

/// What recurs on other pages is not the article's, nor are bylines and dates on lines of their own.
fn may_be_own(reading: &Reading<'_>, at: usize) -> bool {
    !reading.page.lines[at].recurs && (reading.is_prose(at) || !reading.is_meta(at))
}

/// Words between blanks.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
