use crate::echo::each_word;
use crate::headline::filter::Filter;
use crate::reading::Reading;
use copydesk_blocks::Line;
use std::ops::Range;

/// Shorter words stand in every text.
const MIN_CHARS: usize = 4;
/// How many paragraphs behind the start of the prose are listened to.
const REACH: usize = 20;
/// How many of them behind a line may echo it, and how many lines that are not blank they may be away.
const PARAGRAPHS: usize = 14;
const STEPS: u32 = 90;
/// How much of a paragraph is read: an article speaks of its matter again and again.
const BYTES: usize = 500;

/// What of each candidate comes back in the paragraphs behind it.
pub(super) struct Echoes(Vec<Echoed>);

/// What of a line comes back.
#[derive(Clone, Copy, Default)]
pub(super) struct Echoed {
    /// How many different longer words it has.
    words: u32,
    /// How many of them come back.
    pub(super) found: u32,
    /// How often the one stands in all paragraphs that does so most.
    pub(super) most: usize,
}

impl Echoed {
    /// The share of its longer words that come back.
    pub(super) fn share(self) -> f32 {
        if self.words == 0 { 0.0 } else { self.found as f32 / self.words as f32 }
    }
}

impl Echoes {
    pub(super) fn of(reading: &Reading<'_>, candidates: &[usize]) -> Self {
        let (mut words, mut ends) = (Vec::new(), vec![0]);
        for at in candidates {
            let from = words.len();
            each_word(reading.line(*at), MIN_CHARS, |word| words.push(word));
            words[from..].sort_unstable();
            ends.push(words.len());
        }
        let paragraphs = paragraphs(reading, candidates);
        let places = Places::of(&words, paragraphs.iter().map(|at| opening(reading.line(*at))));
        let echoed = candidates.iter().zip(ends.windows(2));
        let echoed = echoed.map(|(at, ends)| {
            let within = behind(reading, &paragraphs, *at);
            Echoed::of(&words[ends[0]..ends[1]], &places, &within)
        });
        Self(echoed.collect())
    }

    pub(super) fn get(&self, nth: usize) -> Echoed {
        self.0[nth]
    }

    /// The one of some candidates that is echoed most, the first of equals; none if there is little to hear.
    pub(super) fn most(&self, of: &[usize]) -> Option<usize> {
        const LEAST: f32 = 1.0;
        let strength = |nth: usize| self.0[nth].share() * self.0[nth].found as f32;
        let most = of.iter().map(|nth| strength(*nth)).fold(LEAST, f32::max);
        of.iter().copied().find(|nth| strength(*nth) >= most)
    }
}

impl Echoed {
    /// Of sorted words.
    fn of(words: &[u64], places: &Places, within: &Range<usize>) -> Self {
        let mut echoed = Self::default();
        for same in words.chunk_by(|a, b| a == b) {
            let (count, is_near) = places.of_word(same[0], within);
            echoed.words += 1;
            echoed.found += u32::from(is_near);
            echoed.most = echoed.most.max(count);
        }
        echoed
    }
}

/// Where some words stand in some paragraphs, sorted: the upper bits of a word's hash, then the paragraph's number.
struct Places(Vec<u64>);

impl Places {
    /// No page has more paragraphs that a candidate may be echoed by; what is behind them counts as theirs.
    const LAST: u64 = 0xFFFF;

    fn of<'t, P: Iterator<Item = &'t str>>(words: &[u64], paragraphs: P) -> Self {
        let filter = Filter::of(words.iter().copied());
        let mut places = Vec::new();
        for (nth, paragraph) in paragraphs.enumerate() {
            each_word(paragraph, MIN_CHARS, |word| {
                if filter.may_hold(word) {
                    places.push(Self::place(word, nth));
                }
            });
        }
        places.sort_unstable();
        Self(places)
    }

    fn place(word: u64, paragraph: usize) -> u64 {
        word & !Self::LAST | (paragraph as u64).min(Self::LAST)
    }

    /// At how many places a word stands, and whether one of them is in some of the paragraphs.
    fn of_word(&self, word: u64, within: &Range<usize>) -> (usize, bool) {
        let from = self.0.partition_point(|place| *place < Self::place(word, 0));
        let count = self.0[from..].partition_point(|place| *place <= word | Self::LAST);
        let places = &self.0[from..from + count];
        let near = places.partition_point(|place| *place < Self::place(word, within.start));
        let is_near = places.get(near).is_some_and(|place| *place < Self::place(word, within.end));
        (count, is_near)
    }
}

/// The paragraphs that candidates may be echoed by.
fn paragraphs(reading: &Reading<'_>, candidates: &[usize]) -> Vec<usize> {
    let Some(first) = candidates.first() else { return Vec::new() };
    let mut behind = 0;
    let near = (*first..reading.page.lines.len())
        .filter(|at| is_paragraph(&reading.page.lines[*at]))
        .take_while(|at| {
            behind += usize::from(*at > reading.page.main.start);
            behind <= REACH
        });
    near.collect()
}

/// Whether a line has some sentences to hear a headline in; those below a picture are as good.
fn is_paragraph(line: &Line) -> bool {
    line.shape.words > 12 && line.shape.bullet.is_none()
}

/// Which of the paragraphs stand behind a line, and near.
fn behind(reading: &Reading<'_>, paragraphs: &[usize], at: usize) -> Range<usize> {
    let from = paragraphs.partition_point(|paragraph| *paragraph <= at);
    let near = paragraphs[from..].iter().take(PARAGRAPHS);
    from..from + near.take_while(|paragraph| reading.steps(at, **paragraph) <= STEPS).count()
}

/// The start of a paragraph.
fn opening(text: &str) -> &str {
    &text[..text.floor_char_boundary(BYTES)]
}
