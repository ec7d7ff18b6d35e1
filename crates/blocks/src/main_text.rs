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
    phrase: Slope,
    scrap: i32,
    item: Slope,
    /// What recurs on other pages, whatever it says.
    furniture: i32,
    /// Prose behind the label of the comments counts one part in so many.
    comment_share: i32,
    /// A sentence right behind the main text.
    next_sentence: i32,
    /// The sum at which the article has ended.
    farthest: i32,
    /// The sum from which on a run is an article that readers may comment on.
    article: i32,
}

/// Tuned by hand, one after the other, on pages with known fragments of the body and of what is none.
const WEIGHTS: Weights = Weights {
    most_words: 60,
    paragraph: 7,
    sentence: 0,
    // Long ones are lines of hard-wrapped prose, or leads.
    phrase: Slope { even: 14, least: -5, most: 0 },
    scrap: -3,
    // Those of menus are short, those of articles need no full stop.
    item: Slope { even: 8, least: -3, most: 5 },
    furniture: -5,
    comment_share: 4,
    next_sentence: 2,
    farthest: -25,
    article: 40,
};

/// What a label of something that is not the article costs.
const fn barrier(kind: Kind) -> Option<i32> {
    match kind {
        Kind::Legal => Some(-60),
        Kind::Comments | Kind::OneComment | Kind::MoreFrom | Kind::Latest | Kind::Popular => Some(-40),
        // The article often goes on behind these.
        Kind::Related | Kind::Paywall => Some(-20),
        Kind::Home | Kind::Navigation => Some(-15),
        _ => None,
    }
}

/// A gain that grows by one with every two words.
struct Slope {
    /// So many words gain nothing.
    even: i32,
    least: i32,
    most: i32,
}

impl Slope {
    fn gain(&self, words: u32) -> i32 {
        const ENOUGH: u32 = 1000;
        (words.min(ENOUGH) as i32 - self.even).div_euclid(2).clamp(self.least, self.most)
    }
}

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

/// The lines of the article: the main text, and what goes on with it above and below. Now that it is known where the article is,
/// less is needed to bridge what stands between two paragraphs.
pub(crate) fn grow(lines: &[Line], main: &Range<usize>) -> Range<usize> {
    let above = lines[..main.start].iter().rev().map(growth);
    let below = lines[main.end..].iter().map(growth);
    main.start - reach(above)..main.end + reach(below)
}

/// How many of the lines with these gains go on with the main text that they start at: as many as gain the most.
fn reach(gains: impl Iterator<Item = i32>) -> usize {
    let (mut sum, mut most, mut reach) = (0, 0, 0);
    for (at, gain) in gains.enumerate() {
        sum += gain;
        if sum > most {
            (most, reach) = (sum, at + 1);
        }
        if sum < WEIGHTS.farthest {
            break;
        }
    }
    reach
}

/// What a line adds to an article that is known.
fn growth(line: &Line) -> i32 {
    match line.look {
        Look::Scrap | Look::Phrase | Look::Item | Look::Sentence if is_button(line) => 0,
        Look::Sentence if line.label.is_none() && !line.recurs => WEIGHTS.next_sentence,
        _ => gain(line),
    }
}

/// Whether a line stands on the page several times, and not because it heads something.
fn is_button(line: &Line) -> bool {
    line.repeated && line.label.is_none()
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
    if let Some(cost) = line.label.and_then(|label| barrier(label.kind)) {
        return cost;
    }
    if line.recurs {
        return WEIGHTS.furniture;
    }
    let words = line.shape.words;
    match line.look {
        Look::Blank => 0,
        Look::Prose => words.min(WEIGHTS.most_words) as i32 - WEIGHTS.paragraph,
        Look::Sentence => WEIGHTS.sentence,
        Look::Phrase => WEIGHTS.phrase.gain(words),
        Look::Scrap => WEIGHTS.scrap,
        Look::Item => WEIGHTS.item.gain(words),
    }
}

fn opens_comments(line: &Line) -> bool {
    line.label
        .is_some_and(|label| matches!(label.kind, Kind::Comments | Kind::CommentCount | Kind::OneComment))
}
