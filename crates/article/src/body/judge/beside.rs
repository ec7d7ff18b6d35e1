use super::Judge;
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use copydesk_blocks::{Ending, Line, Shape};

impl Judge<'_, '_> {
    /// What stands on the nearest lines.
    pub(super) fn neighbours(&self, nth: usize) -> Features<Body> {
        let (reading, at) = (self.reading, self.at(nth));
        let above = nth.checked_sub(1);
        let below = Some(nth + 1).filter(|below| *below < self.lines.len());
        let line_above = above.map(|above| self.line(self.at(above)));
        let beside = || [above, below].into_iter().flatten();
        let doubled = beside().any(|other| self.words.are_same(nth, other));
        Features::of([
            (Body::AboveProse, below.is_some_and(|below| reading.is_prose(self.at(below)))),
            (Body::BelowLink, line_above.is_some_and(is_link)),
            (Body::BelowColon, line_above.is_some_and(|line| line.shape.ending == Ending::Colon)),
            (Body::BesidePicture, beside().any(|other| self.pictures[other])),
            (Body::LongLinkRun, self.runs[nth] > LONG_RUN),
            (Body::Alternating, self.alternating[nth]),
            (Body::Tight, !reading.is_blank(at.checked_sub(1)) || !reading.is_blank(Some(at + 1))),
            (Body::Doubled, doubled),
            (Body::ToldTwice, !doubled && self.words.is_told_twice(nth)),
            (Body::TwinAbove, !doubled && above.is_some_and(|above| self.words.are_twins(nth, above))),
        ])
    }
}

/// Longer runs are no lists of the article's own, as a rule.
const LONG_RUN: u32 = 5;

/// Whether a line may be a link: a few words that are no sentence and introduce none.
fn is_link(line: &Line) -> bool {
    const MOST_WORDS: u32 = 12;
    matches!(line.shape.ending, Ending::Open | Ending::Ellipsis) && line.shape.words <= MOST_WORDS
}

/// For each of some lines, how many of them stand together that may all be links; 0 for other lines.
pub(super) fn runs(reading: &Reading<'_>, lines: &[u32]) -> Vec<u32> {
    let is_link = |at: &u32| is_link(&reading.page.lines[*at as usize]);
    let same = lines.chunk_by(|a, b| is_link(a) == is_link(b));
    same.flat_map(|run| {
        let len = if is_link(&run[0]) { run.len() as u32 } else { 0 };
        std::iter::repeat_n(len, run.len())
    })
    .collect()
}

/// Which of some lines stand where two forms take turns, as questions and answers or the parts of a table do.
pub(super) fn alternating(reading: &Reading<'_>, lines: &[u32]) -> Vec<bool> {
    const PAIRS: usize = 3;
    let forms: Vec<_> = lines.iter().map(|at| form(&reading.page.lines[*at as usize].shape)).collect();
    let mut alternating = vec![false; lines.len()];
    for (at, pairs) in (2..).zip(forms.windows(2 * PAIRS)) {
        alternating[at] = pairs[0] != pairs[1] && pairs.chunks(2).all(|pair| *pair == pairs[..2]);
    }
    alternating
}

/// A line's length, roughly, and its end.
fn form(shape: &Shape) -> (u8, Ending) {
    let length = match shape.words {
        0..=3 => 0,
        4..=14 => 1,
        _ => 2,
    };
    (length, shape.ending)
}
