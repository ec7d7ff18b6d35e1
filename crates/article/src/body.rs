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

/// The paragraphs of the article, each once: the lines that are likely to be its own, without the dateline.
pub(crate) fn find(reading: &Reading<'_>, headline: Option<usize>, dateline: Option<&Opening>) -> Body {
    let mut seen = BTreeSet::new();
    let mut body = Body::default();
    for at in lines(reading, headline) {
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

/// The lines that are likely to be the article's. The headline is not, nor is what recurs on other pages; a page without prose
/// has none.
fn lines(reading: &Reading<'_>, headline: Option<usize>) -> Vec<usize> {
    if reading.page.main.is_empty() {
        return Vec::new();
    }
    let judge = Judge::new(reading, headline);
    let written = reading.written();
    let log_odds: Vec<f32> = (0..written.len()).map(|nth| judge.features(nth).log_odds()).collect();
    let chances = chain::chances(&log_odds, Sign::Turn.weight());
    let likely = written.iter().zip(chances).filter(|(_, chance)| *chance >= Sign::THRESHOLD);
    let lines = likely.map(|(at, _)| *at as usize);
    lines.filter(|at| Some(*at) != headline && !reading.page.lines[*at].recurs).collect()
}

/// Words between blanks.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
