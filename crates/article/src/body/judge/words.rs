use super::Judge;
use super::asides::{Asides, KINDS};
use crate::echo::each_stem;
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use copydesk_lexicon::Hash;
use std::ops::Range;

/// The words of the page's lines, and those by which a line of the article is known.
pub(super) struct Words {
    all: Vec<u64>,
    of_line: Vec<Range<usize>>,
    /// Which of them are what the outlet says beside the article.
    pub(super) asides: Vec<[u32; KINDS]>,
    /// How many words of the prose speak to the reader, among how many.
    pub(super) addressing: (u32, u32),
    /// The words of the headline.
    headline: Few,
    /// The common words of the prose.
    common: Common,
    /// Whether a line above says the same as each, and whether one below does; of short lines alone.
    said: Vec<[bool; 2]>,
    /// Whether a line nearby starts with the same two words as each, and whether one ends with the same.
    patterned: Vec<[bool; 2]>,
}

/// About the mean of languages with blanks between words.
const BYTES_PER_WORD: usize = 6;

impl Words {
    pub(super) fn of(reading: &Reading<'_>, lines: &[u32], headline: Option<usize>) -> Self {
        let mut all = Vec::with_capacity(reading.text.len() / BYTES_PER_WORD);
        let (mut of_line, mut keys) = (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
        for at in lines {
            let from = all.len();
            each_word(reading.line(*at as usize), |word| all.push(word));
            keys.push(all[from..].iter().fold(Hash::default(), |hash, word| hash.with(*word)).value());
            of_line.push(from..all.len());
        }
        let table = Asides::get();
        let asides: Vec<_> = of_line.iter().map(|line| table.count(&all[line.clone()])).collect();
        let main = main(reading, lines);
        let addressing = asides[main.clone()].iter().map(|asides| asides[Asides::ADDRESS]).sum();
        let words = of_line[main.clone()].iter().map(|line| line.len() as u32).sum();
        let common = Common::of(of_line[main].iter().flat_map(|line| &all[line.clone()]).copied());
        let headline = Few::of(headline.map_or("", |at| reading.line(at)));
        let said = said(&keys, &of_line);
        let patterned = patterned(&of_line.iter().map(|line| &all[line.clone()]).collect::<Vec<_>>());
        Self { common, headline, asides, addressing: (addressing, words), all, of_line, said, patterned }
    }

    pub(super) fn of_line(&self, nth: usize) -> &[u64] {
        &self.all[self.of_line[nth].clone()]
    }

    /// Whether two lines say the same.
    pub(super) fn are_same(&self, a: usize, b: usize) -> bool {
        !self.of_line(a).is_empty() && self.of_line(a) == self.of_line(b)
    }

    /// Whether two lines say much the same, as a caption and the text behind a picture do.
    pub(super) fn are_twins(&self, a: usize, b: usize) -> bool {
        const LEAST: usize = 3;
        const MOST: usize = 60;
        let (a, b) = (self.of_line(a), self.of_line(b));
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        // Seven words in ten are shared.
        let may_miss = 3 * short.len() / 10;
        let missed = || short.iter().filter(|word| !long.contains(word)).take(may_miss + 1).count();
        (LEAST..=MOST).contains(&short.len()) && long.len() <= MOST && missed() <= may_miss
    }
}

/// Which of some lines are of the prose.
fn main(reading: &Reading<'_>, lines: &[u32]) -> Range<usize> {
    let main = &reading.page.main;
    let before = |line: usize| lines.partition_point(|at| (*at as usize) < line);
    before(main.start)..before(main.end.max(main.start))
}

/// Of each line, whether one before says the same, and whether one behind does. Longer lines are left out: a page may hold its
/// text twice.
fn said(keys: &[u64], of_line: &[Range<usize>]) -> Vec<[bool; 2]> {
    const MOST_WORDS: usize = 14;
    let keys = keys.iter().zip(of_line).zip(0..);
    let short = keys.filter(|((_, words), _)| words.len() <= MOST_WORDS);
    let mut sorted: Vec<(u64, usize)> = short.map(|((key, _), nth)| (*key, nth)).collect();
    sorted.sort_unstable();
    let mut said = vec![[false; 2]; of_line.len()];
    for same in sorted.windows(2).filter(|same| same[0].0 == same[1].0) {
        said[same[0].1][1] = true;
        said[same[1].1][0] = true;
    }
    said
}

/// Of each line, whether one nearby starts with the same two words, and whether one ends with them: so do the items of lists
/// that a site makes, of teasers, comments or products.
fn patterned(lines: &[&[u64]]) -> Vec<[bool; 2]> {
    const NEAR: usize = 6;
    let ends: Vec<_> = lines.iter().map(|words| [words.first_chunk::<2>(), words.last_chunk()]).collect();
    let mut patterned = vec![[false; 2]; ends.len()];
    for (nth, end) in ends.iter().enumerate() {
        for before in nth.saturating_sub(NEAR)..nth {
            for side in [0, 1] {
                let are_same = end[side].is_some() && end[side] == ends[before][side];
                patterned[nth][side] |= are_same;
                patterned[before][side] |= are_same;
            }
        }
    }
    patterned
}

/// Passes on each word as a number, cut at nine characters: that tells apart what an outlet says from what others do, and most
/// inflected forms still meet.
pub(super) fn each_word(text: &str, found: impl FnMut(u64)) {
    each_stem(text, 1, 9, found);
}

/// A few words.
struct Few {
    /// A bit for each, which other words share: most words of a text are none of these.
    filter: u64,
    sorted: Vec<u64>,
}

impl Few {
    fn of(text: &str) -> Self {
        let mut few = Self { filter: 0, sorted: Vec::new() };
        each_word(text, |word| {
            few.filter |= 1 << (word & 63);
            few.sorted.push(word);
        });
        few.sorted.sort_unstable();
        few
    }

    fn has(&self, word: u64) -> bool {
        self.filter >> (word & 63) & 1 == 1 && self.sorted.binary_search(&word).is_ok()
    }
}

/// The words that come often: those of the language, and a few of the matter. They tell running text from titles in
/// any language.
struct Common {
    sorted: Vec<u64>,
    /// How often words come; some share a counter.
    counters: Vec<u8>,
    least: u8,
}

impl Common {
    const MOST_WORDS: usize = 3000;
    const COUNTERS: usize = 4096;

    fn of(words: impl Iterator<Item = u64>) -> Self {
        let mut words: Vec<u64> = words.take(Self::MOST_WORDS).collect();
        let often = (words.len() / 150).max(3);
        let mut common = Self { sorted: Vec::new(), counters: vec![0; Self::COUNTERS], least: often as u8 };
        for word in &words {
            let counter = &mut common.counters[Self::counter(*word)];
            *counter = counter.saturating_add(1);
        }
        words.retain(|word| common.may_hold(*word));
        words.sort_unstable();
        let often = words.chunk_by(u64::eq).filter(|same| same.len() >= often);
        common.sorted = often.map(|same| same[0]).collect();
        common
    }

    fn has(&self, word: u64) -> bool {
        self.may_hold(word) && self.sorted.binary_search(&word).is_ok()
    }

    fn may_hold(&self, word: u64) -> bool {
        self.counters[Self::counter(word)] >= self.least
    }

    fn counter(word: u64) -> usize {
        word as usize & (Self::COUNTERS - 1)
    }
}

impl Judge<'_, '_> {
    /// What the line says that the article says as well.
    pub(super) fn words(&self, nth: usize) -> Features<Body> {
        const LEAST: usize = 4;
        let Words { common, headline, said, patterned, .. } = &self.words;
        let words = self.words.of_line(nth);
        let fluent = words.iter().filter(|word| common.has(**word)).count();
        let is_titled = |word: &&u64| headline.has(**word) && !common.has(**word);
        let titled = words.iter().filter(is_titled).take(2).count();
        let [above, below] = said[nth];
        let [starts, ends] = patterned[nth];
        Features::of([
            (Body::Fluent, words.len() >= LEAST && 4 * fluent >= words.len()),
            (Body::Halting, words.len() >= LEAST && 10 * fluent < words.len()),
            (Body::Titled, titled >= 2),
            (Body::SaidAbove, above),
            (Body::SaidBelow, below),
            (Body::StartsAlike, starts),
            (Body::EndsAlike, ends),
        ])
    }
}
