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
    /// The words of the headline, sorted.
    headline: Vec<u64>,
    /// The common words of the prose, sorted.
    common: Vec<u64>,
    /// Whether a line above says the same as each, and whether one below does.
    said: Vec<[bool; 2]>,
}

impl Words {
    pub(super) fn of(reading: &Reading<'_>, lines: &[u32], headline: Option<usize>) -> Self {
        let (mut all, mut of_line, mut keys) = (Vec::new(), Vec::new(), Vec::new());
        for at in lines {
            let from = all.len();
            each_word(reading.line(*at as usize), |word| all.push(word));
            keys.push(all[from..].iter().fold(Hash::default(), |hash, word| hash.with(*word)).value());
            of_line.push(from..all.len());
        }
        let table = Asides::get();
        let asides: Vec<_> = of_line.iter().map(|line| table.count(&all[line.clone()])).collect();
        let is_main = |nth: &usize| reading.page.main.contains(&(lines[*nth] as usize));
        let main: Vec<usize> = (0..lines.len()).filter(is_main).collect();
        let words = main.iter().map(|nth| of_line[*nth].len() as u32).sum();
        let addressing = main.iter().map(|nth| asides[*nth][Asides::ADDRESS]).sum();
        let common = common(main.iter().flat_map(|nth| &all[of_line[*nth].clone()]).copied());
        let headline = sorted(headline.map_or("", |at| reading.line(at)));
        Self { common, headline, asides, addressing: (addressing, words), all, of_line, said: said(&keys) }
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
        let shared = || short.iter().filter(|word| long.contains(word)).count();
        (LEAST..=MOST).contains(&short.len()) && long.len() <= MOST && 10 * shared() >= 7 * short.len()
    }
}

/// Of each of some numbers, whether one before is the same, and whether one behind is.
fn said(keys: &[u64]) -> Vec<[bool; 2]> {
    let mut sorted: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
    sorted.sort_unstable();
    let mut said = vec![[false; 2]; keys.len()];
    for same in sorted.windows(2).filter(|same| same[0].0 == same[1].0) {
        said[same[0].1][1] = true;
        said[same[1].1][0] = true;
    }
    said
}

/// Passes on each word as a number, cut at nine characters: that tells apart what an outlet says from what others do, and most
/// inflected forms still meet.
pub(super) fn each_word(text: &str, found: impl FnMut(u64)) {
    each_stem(text, 1, 9, found);
}

fn sorted(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word));
    words.sort_unstable();
    words
}

/// The words that come often: those of the language, and a few of the matter. They tell running text from titles in
/// any language.
fn common(words: impl Iterator<Item = u64>) -> Vec<u64> {
    const MOST_WORDS: usize = 3000;
    let mut words: Vec<u64> = words.take(MOST_WORDS).collect();
    words.sort_unstable();
    let often = (words.len() / 150).max(3);
    words.chunk_by(u64::eq).filter(|same| same.len() >= often).map(|same| same[0]).collect()
}

impl Judge<'_, '_> {
    /// What the line says that the article says as well.
    pub(super) fn words(&self, nth: usize) -> Features<Body> {
        const LEAST: usize = 4;
        /// A page may hold its text twice.
        const MOST_WORDS: usize = 14;
        let words = self.words.of_line(nth);
        let is_common = |word: &&u64| self.words.common.binary_search(word).is_ok();
        let common = words.iter().filter(is_common).count();
        let is_titled = |word: &&u64| !is_common(word) && self.words.headline.binary_search(word).is_ok();
        let titled = words.iter().filter(is_titled).take(2).count();
        let [above, below] = self.words.said[nth];
        let is_short = words.len() <= MOST_WORDS;
        Features::of([
            (Body::Fluent, words.len() >= LEAST && 4 * common >= words.len()),
            (Body::Halting, words.len() >= LEAST && 10 * common < words.len()),
            (Body::Titled, titled >= 2),
            (Body::SaidAbove, is_short && above),
            (Body::SaidBelow, is_short && below),
        ])
    }
}
