use super::filter::Filter;
use crate::echo::each_word;
use crate::reading::Reading;
use copydesk_blocks::Line;
use copydesk_lexicon::{Hash, is_word};

/// Longer lines are prose, and taken to say what no other line says.
const MOST_WORDS: u32 = 40;
/// Shorter lines end others by chance.
const LEAST_WORDS: u32 = 3;

/// Which lines of a page say the same, and which end longer ones.
pub(super) struct Repeats<'t> {
    /// Lines of a size that a candidate has and another line, in the order of the page, with what they say as a number: the
    /// same for lines with the same words, whatever their case and the marks between.
    keys: Vec<(usize, u64)>,
    sorted_keys: Vec<u64>,
    /// The lines that end as a candidate does, sorted by their ends.
    tails: Vec<(u64, &'t str)>,
}

impl<'t> Repeats<'t> {
    pub(super) fn of(reading: &Reading<'t>, candidates: &[usize]) -> Self {
        let lines = &reading.page.lines;
        let is_short = |line: &Line| line.shape.letters > 0 && line.shape.words <= MOST_WORDS;
        let short: Vec<usize> = (0..lines.len()).filter(|at| is_short(&lines[*at])).collect();
        let keys = keys(reading, &short, candidates);
        let mut sorted_keys: Vec<u64> = keys.iter().map(|(_, key)| *key).collect();
        sorted_keys.sort_unstable();
        Self { keys, sorted_keys, tails: tails(reading, &short, candidates) }
    }

    /// How many lines say the same as one, itself included; three stand for more.
    pub(super) fn count(&self, at: usize) -> usize {
        const MOST: usize = 3;
        let Ok(nth) = self.keys.binary_search_by_key(&at, |(line, _)| *line) else { return 1 };
        let key = self.keys[nth].1;
        let from = self.sorted_keys.partition_point(|one| *one < key);
        self.sorted_keys[from..].iter().take(MOST).take_while(|one| **one == key).count()
    }

    /// Whether a line of some words ends a longer one: a trail, or what stands behind a kicker.
    pub(super) fn is_end(&self, line: &str, words: u32) -> bool {
        /// So many lines that end alike are looked at.
        const MOST: usize = 16;
        let Some((wanted, line)) = with_tail(line).filter(|_| words >= LEAST_WORDS) else { return false };
        let from = self.tails.partition_point(|(tail, _)| *tail < wanted);
        let mut alike = self.tails[from..].iter().take(MOST).take_while(|(tail, _)| *tail == wanted);
        alike.any(|(_, longer)| ends_with(longer, line))
    }
}

/// What the lines say that have as many words, letters and digits as a candidate and another line: no other can say the same.
fn keys(reading: &Reading<'_>, short: &[usize], candidates: &[usize]) -> Vec<(usize, u64)> {
    // As a number, which sorts faster; that two sizes have one number costs a key more, no more.
    let size = |at: &usize| {
        let shape = &reading.page.lines[*at].shape;
        u64::from(shape.letters) << 32 | u64::from(shape.digits) << 8 ^ u64::from(shape.words)
    };
    let of_candidates = Filter::of(candidates.iter().map(size));
    let sizes = short.iter().map(|at| (size(at), *at));
    let mut sizes: Vec<_> = sizes.filter(|(size, _)| of_candidates.may_hold(*size)).collect();
    sizes.sort_unstable();
    let alike = sizes.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1);
    let mut keys: Vec<_> = alike.flatten().map(|(_, at)| (*at, key(reading.line(*at)))).collect();
    keys.sort_unstable();
    keys
}

/// The lines that end as a candidate does, sorted by their ends.
fn tails<'t>(reading: &Reading<'t>, short: &[usize], candidates: &[usize]) -> Vec<(u64, &'t str)> {
    let with_tail = |at: &usize| with_tail(reading.line(*at));
    let of_candidates = Filter::of(candidates.iter().filter_map(with_tail).map(|(tail, _)| tail));
    let tails = short.iter().filter_map(with_tail);
    let mut tails: Vec<_> = tails.filter(|(tail, _)| of_candidates.may_hold(*tail)).collect();
    tails.sort_unstable_by_key(|(tail, _)| *tail);
    tails
}

/// A line without the quotation mark that ends it, as comments quote a headline, behind its last bytes as a number.
fn with_tail(line: &str) -> Option<(u64, &str)> {
    let line = line.trim_end_matches(['"', '”', '“', '»', '«', '’', '」', '』', ' ']);
    Some((u64::from_be_bytes(*line.as_bytes().last_chunk()?), line))
}

/// Whether a longer line ends with the words of a text.
fn ends_with(longer: &str, text: &str) -> bool {
    let before = longer.strip_suffix(text).and_then(|before| before.chars().next_back());
    before.is_some_and(|c| !is_word(c))
}

fn key(line: &str) -> u64 {
    let mut key = Hash::default();
    each_word(line, 1, |word| key = key.with(word));
    key.value()
}
