//! The article's main text: the run of lines whose gains and costs sum up to the most.

use crate::label::Kind;
use crate::line::Line;
use crate::look::Look;
use std::ops::Range;

/// What a line adds to a run of prose. A paragraph gains its words, so the costs count words, too.
struct Weights {
    /// Words of a paragraph that count at most: one endless line is not an article.
    most_words: u32,
    /// What a paragraph must have to gain anything: teasers have little more.
    paragraph: i32,
    sentence: i32,
    phrase: i32,
    scrap: i32,
    item: i32,
    /// A label of something that is not the article.
    barrier: i32,
    /// Prose behind the label of the comments counts one part in so many.
    comment_share: i32,
    /// The sum from which on a run is an article that readers may comment on.
    article: i32,
}

const WEIGHTS: Weights = Weights {
    most_words: 60,
    paragraph: 7,
    sentence: 0,
    phrase: -5,
    scrap: -3,
    item: -3,
    barrier: -40,
    comment_share: 4,
    article: 40,
};

/// The lines of the main text: from its first line that gains to its last.
pub(crate) fn find(lines: &[Line]) -> Range<usize> {
    let mut run = Run::default();
    let mut best = Run::default();
    let mut comments = false;
    for (at, line) in lines.iter().enumerate() {
        comments |= opens_comments(line) && best.sum > WEIGHTS.article;
        let gain = gain(line);
        let gain = if comments && gain > 0 { gain / WEIGHTS.comment_share } else { gain };
        run = run.extended(at, gain);
        if run.sum > best.sum {
            best = run;
        }
    }
    best.start..best.end
}

/// A run of lines with the sum of its gains.
#[derive(Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
    sum: i32,
}

impl Run {
    /// The best run that ends with the line at `at`.
    fn extended(self, at: usize, gain: i32) -> Self {
        let start = if self.sum <= 0 { at } else { self.start };
        Self { start, end: at + 1, sum: self.sum.max(0).saturating_add(gain) }
    }
}

fn gain(line: &Line) -> i32 {
    if line.label.is_some_and(|label| is_barrier(label.kind)) {
        return WEIGHTS.barrier;
    }
    match Look::of(line) {
        Look::Blank => 0,
        Look::Prose => line.shape.words.min(WEIGHTS.most_words) as i32 - WEIGHTS.paragraph,
        Look::Sentence => WEIGHTS.sentence,
        Look::Phrase => WEIGHTS.phrase,
        Look::Scrap => WEIGHTS.scrap,
        Look::Item => WEIGHTS.item,
    }
}

fn opens_comments(line: &Line) -> bool {
    line.label
        .is_some_and(|label| matches!(label.kind, Kind::Comments | Kind::CommentCount | Kind::OneComment))
}

fn is_barrier(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Comments
            | Kind::OneComment
            | Kind::Related
            | Kind::MoreFrom
            | Kind::Latest
            | Kind::Popular
            | Kind::Legal
    )
}
