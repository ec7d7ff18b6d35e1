use super::Judge;
use super::asides::{Asides, KINDS};
use crate::echo::{Echo, each_word};
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
    headline: Echo,
    /// The common words of the prose, sorted.
    common: Vec<u64>,
    /// What each line says as a whole, and all that lines say, sorted.
    keys: Vec<u64>,
    sorted_keys: Vec<u64>,
}

impl Words {
    pub(super) fn of(reading: &Reading<'_>, lines: &[u32], headline: Option<usize>) -> Self {
        let (mut all, mut of_line, mut keys) = (Vec::new(), Vec::new(), Vec::new());
        for at in lines {
            let from = all.len();
            each_word(reading.line(*at as usize), 1, |word| all.push(word));
            keys.push(all[from..].iter().fold(Hash::default(), |hash, word| hash.with(*word)).value());
            of_line.push(from..all.len());
        }
        let mut sorted_keys = keys.clone();
        sorted_keys.sort_unstable();
        let table = Asides::get();
        let asides: Vec<_> = of_line.iter().map(|line| table.count(&all[line.clone()])).collect();
        let is_main = |nth: &usize| reading.page.main.contains(&(lines[*nth] as usize));
        let main: Vec<usize> = (0..lines.len()).filter(is_main).collect();
        let words = main.iter().map(|nth| of_line[*nth].len() as u32).sum();
        let addressing = main.iter().map(|nth| asides[*nth][Asides::ADDRESS]).sum();
        let common = common(main.iter().flat_map(|nth| &all[of_line[*nth].clone()]).copied());
        let headline = Echo::of(headline.map(|at| reading.line(at)).into_iter());
        Self { common, headline, asides, addressing: (addressing, words), all, of_line, keys, sorted_keys }
    }

    pub(super) fn of_line(&self, nth: usize) -> &[u64] {
        &self.all[self.of_line[nth].clone()]
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

    /// How many lines say the same, itself included; three stand for more.
    fn times_said(&self, nth: usize) -> usize {
        const MOST: usize = 3;
        let key = self.keys[nth];
        let from = self.sorted_keys.partition_point(|one| *one < key);
        self.sorted_keys[from..].iter().take(MOST).take_while(|one| **one == key).count()
    }
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
        let words = self.words.of_line(nth);
        let is_common = |word: &&u64| self.words.common.binary_search(word).is_ok();
        let common = words.iter().filter(is_common).count();
        let titled = words.iter().filter(|word| self.words.headline.has(**word)).take(2).count();
        let times = self.words.times_said(nth);
        Features::of([
            (Body::Fluent, words.len() >= LEAST && 4 * common >= words.len()),
            (Body::Halting, words.len() >= LEAST && 10 * common < words.len()),
            (Body::Titled, titled >= 2),
            (Body::SaidTwice, times == 2),
            (Body::SaidOften, times > 2),
        ])
    }
}
