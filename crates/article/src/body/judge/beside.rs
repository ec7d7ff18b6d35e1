use super::Judge;
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use copydesk_blocks::{Ending, Line};

impl Judge<'_, '_> {
    /// What stands on the nearest lines.
    pub(super) fn neighbours(&self, nth: usize) -> Features<Body> {
        let (reading, at) = (self.reading, self.at(nth));
        let above = nth.checked_sub(1);
        let below = Some(nth + 1).filter(|below| *below < self.lines.len());
        let is = |other: Option<usize>, holds: &dyn Fn(usize) -> bool| {
            other.is_some_and(|nth| holds(self.at(nth)))
        };
        let links = |at: usize| is_link(self.line(at));
        let is_twin = |other: Option<usize>| other.is_some_and(|other| self.words.are_twins(nth, other));
        let doubled = [above, below].into_iter().flatten().any(|other| self.words.are_same(nth, other));
        Features::of([
            (Body::AboveProse, is(below, &|at| reading.is_prose(at))),
            (Body::BelowLink, is(above, &links)),
            (Body::BelowColon, is(above, &|at| self.line(at).shape.ending == Ending::Colon)),
            (Body::BesidePicture, [above, below].into_iter().flatten().any(|other| self.pictures[other])),
            (Body::LongLinkRun, self.runs[nth] > LONG_RUN),
            (Body::Tight, !reading.is_blank(at.checked_sub(1)) || !reading.is_blank(Some(at + 1))),
            (Body::LastLine, below.is_none()),
            (Body::Asks, self.questions[nth]),
            (Body::Answers, above.is_some_and(|above| self.questions[above])),
            (Body::Doubled, doubled),
            (Body::TwinAbove, !doubled && is_twin(above)),
            (Body::TwinBelow, !doubled && is_twin(below)),
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

/// Which of some lines are questions with an answer on the next one, if there are as many as in an interview.
pub(super) fn questions(reading: &Reading<'_>, lines: &[u32]) -> Vec<bool> {
    const FEWEST: usize = 3;
    let ends = |at: u32, ending: Ending| reading.page.lines[at as usize].shape.ending == ending;
    let is_pair = |pair: &[u32]| ends(pair[0], Ending::Question) && ends(pair[1], Ending::Sentence);
    let mut questions: Vec<bool> = lines.windows(2).map(is_pair).collect();
    questions.resize(lines.len(), false);
    if questions.iter().filter(|is_question| **is_question).count() < FEWEST {
        questions.fill(false);
    }
    questions
}
