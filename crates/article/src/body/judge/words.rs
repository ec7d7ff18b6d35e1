use super::Judge;
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
    /// The words of the headline.
    headline: Few,
    /// The common words of the prose.
    common: Common,
    /// Whether a line above says the same as each, and whether one below does.
    said: Vec<[bool; 2]>,
    /// Whether a line nearby starts with the same two words as each.
    starts_alike: Vec<bool>,
}

/// About the mean of languages with blanks between words.
const BYTES_PER_WORD: usize = 6;

/// More words are no title or label, and no one says them twice by chance.
const SHORT: usize = 14;

impl Words {
    pub(super) fn of(reading: &Reading<'_>, lines: &[u32], headline: Option<usize>) -> Self {
        let mut all = Vec::with_capacity(reading.text.len() / BYTES_PER_WORD);
        let mut of_line = Vec::with_capacity(lines.len());
        for at in lines {
            let from = all.len();
            each_word(start(reading.line(*at as usize)), |word| all.push(word));
            of_line.push(from..all.len());
        }
        let main = main(reading, lines);
        let common = Common::of(of_line[main].iter().flat_map(|line| &all[line.clone()]).copied());
        let headline = Few::of(headline.map_or("", |at| reading.line(at)));
        let said = said(&all, &of_line);
        let starts_alike = starts_alike(&all, &of_line);
        Self { all, of_line, headline, common, said, starts_alike }
    }

    pub(super) fn of_line(&self, nth: usize) -> &[u64] {
        &self.all[self.of_line[nth].clone()]
    }

    /// Whether two lines say the same.
    pub(super) fn are_same(&self, a: usize, b: usize) -> bool {
        !self.of_line(a).is_empty() && self.of_line(a) == self.of_line(b)
    }

    /// Whether it is a long line, and another one says the same.
    pub(super) fn is_told_twice(&self, nth: usize) -> bool {
        self.of_line[nth].len() > SHORT && self.said[nth].contains(&true)
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

/// The beginning of a line, which says what the line is.
fn start(line: &str) -> &str {
    const MOST_BYTES: usize = 256;
    &line[..line.floor_char_boundary(MOST_BYTES)]
}

/// Of each line, whether one before says the same, and whether one behind does.
fn said(all: &[u64], of_line: &[Range<usize>]) -> Vec<[bool; 2]> {
    let key =
        |line: &Range<usize>| all[line.clone()].iter().fold(Hash::default(), |hash, word| hash.with(*word));
    let mut sorted: Vec<(u64, usize)> = of_line.iter().map(|line| key(line).value()).zip(0..).collect();
    sorted.sort_unstable();
    let mut said = vec![[false; 2]; of_line.len()];
    for same in sorted.windows(2).filter(|same| same[0].0 == same[1].0) {
        said[same[0].1][1] = true;
        said[same[1].1][0] = true;
    }
    said
}

/// Of each line, whether one nearby starts with the same two words: so do the items of lists that a site makes, of teasers,
/// comments or products.
fn starts_alike(all: &[u64], of_line: &[Range<usize>]) -> Vec<bool> {
    const NEAR: usize = 6;
    let starts: Vec<_> = of_line.iter().map(|line| all[line.clone()].first_chunk::<2>()).collect();
    let mut alike = vec![false; starts.len()];
    for (nth, start) in starts.iter().enumerate().filter(|(_, start)| start.is_some()) {
        for before in nth.saturating_sub(NEAR)..nth {
            let are_same = *start == starts[before];
            alike[nth] |= are_same;
            alike[before] |= are_same;
        }
    }
    alike
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
    /// How often words come. Few share a counter, and it does not matter which line has a common word more.
    counters: Vec<u8>,
    least: u8,
}

impl Common {
    const MOST_WORDS: usize = 1000;
    const COUNTERS: usize = 1 << 14;

    fn of(words: impl Iterator<Item = u64>) -> Self {
        let (mut counters, mut all) = (vec![0_u8; Self::COUNTERS], 0_usize);
        for word in words.take(Self::MOST_WORDS) {
            let counter = &mut counters[Self::counter(word)];
            *counter = counter.saturating_add(1);
            all += 1;
        }
        Self { counters, least: (all / 150).max(3) as u8 }
    }

    fn has(&self, word: u64) -> bool {
        self.counters[Self::counter(word)] >= self.least
    }

    fn counter(word: u64) -> usize {
        word as usize & (Self::COUNTERS - 1)
    }
}

impl Judge<'_, '_> {
    /// What the line says that the article says as well.
    pub(super) fn words(&self, nth: usize) -> Features<Body> {
        /// Fewer words are no sentence.
        const LEAST: usize = 4;
        let Words { common, headline, said, starts_alike, .. } = &self.words;
        let words = self.words.of_line(nth);
        let (mut fluent, mut titled) = (0, 0);
        for word in words {
            let is_common = common.has(*word);
            fluent += usize::from(is_common);
            titled += usize::from(!is_common && headline.has(*word));
        }
        Features::of([
            (Body::Fluent, words.len() >= LEAST && 4 * fluent >= words.len()),
            (Body::Titled, titled >= 2),
            (Body::SaidAbove, words.len() <= SHORT && said[nth][0]),
            (Body::StartsAlike, starts_alike[nth]),
        ])
    }
}
