use crate::echo::each_word;
use crate::reading::Reading;
use copydesk_blocks::LabelKind;
use std::ops::Range;

/// Longer lines are prose, and taken to say what no other line says.
const MOST_WORDS: u32 = 40;

/// Which lines of a page say the same, and which pairs of words stand on more than one of them.
pub(super) struct Repeats<'t> {
    /// Each line as a number that is the same for lines with the same words, whatever their case and the marks between.
    keys: Vec<u64>,
    sorted_keys: Vec<u64>,
    /// The pairs of neighbouring words of all lines, in the order of the page, and where those of each line are.
    pairs: Vec<u64>,
    of_line: Vec<Range<usize>>,
    /// The pairs of all lines that say different things, sorted.
    sorted_pairs: Vec<u64>,
    /// The headings of the comments: `One thought on “…”`.
    comments: Vec<&'t str>,
}

impl<'t> Repeats<'t> {
    pub(super) fn of(reading: &Reading<'t>) -> Self {
        let (mut keys, mut pairs, mut of_line) = (Vec::new(), Vec::new(), Vec::new());
        for (at, line) in reading.page.lines.iter().enumerate() {
            let from = pairs.len();
            let is_short = !line.is_blank() && line.shape.words <= MOST_WORDS;
            keys.push(if is_short { read(reading.line(at), |pair| pairs.push(pair)) } else { at as u64 });
            of_line.push(from..pairs.len());
        }
        let mut lines: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
        lines.sort_unstable();
        let sorted_keys = lines.iter().map(|(key, _)| *key).collect();
        lines.dedup_by_key(|(key, _)| *key);
        let mut sorted_pairs: Vec<u64> =
            lines.iter().flat_map(|(_, at)| &pairs[of_line[*at].clone()]).copied().collect();
        sorted_pairs.sort_unstable();
        Self { keys, sorted_keys, pairs, of_line, sorted_pairs, comments: comments(reading) }
    }

    /// A line as a number that is the same for lines that say the same.
    pub(super) fn key(&self, at: usize) -> u64 {
        self.keys[at]
    }

    /// How many lines say the same as one, itself included; three stand for more.
    pub(super) fn count(&self, at: usize) -> usize {
        count(&self.sorted_keys, self.keys[at])
    }

    /// Whether a line has three pairs of words or more, and each stands elsewhere as well.
    pub(super) fn is_phrased(&self, at: usize) -> bool {
        const LEAST: usize = 3;
        let pairs = &self.pairs[self.of_line[at].clone()];
        pairs.len() >= LEAST && pairs.iter().all(|pair| count(&self.sorted_pairs, *pair) > 1)
    }

    /// Whether the heading of the comments quotes the text.
    pub(super) fn is_quoted_by_comments(&self, text: &str) -> bool {
        self.comments.iter().any(|heading| heading.contains(text))
    }
}

fn comments<'t>(reading: &Reading<'t>) -> Vec<&'t str> {
    /// A page has one; each costs a search for each candidate.
    const MOST: usize = 4;
    let lines = reading.page.main.start..reading.page.lines.len();
    let is_heading = |at: &usize| {
        reading.page.lines[*at]
            .label
            .is_some_and(|label| matches!(label.kind, LabelKind::OneComment | LabelKind::CommentCount))
    };
    lines.filter(is_heading).take(MOST).map(|at| reading.line(at)).collect()
}

/// How often a number stands in a sorted list; three stand for more.
fn count(sorted: &[u64], wanted: u64) -> usize {
    const MOST: usize = 3;
    let from = sorted.partition_point(|one| *one < wanted);
    sorted[from..].iter().take(MOST).take_while(|one| **one == wanted).count()
}

/// Passes on the pairs of neighbouring words of a line, and returns one number for all of its words.
fn read(line: &str, mut pair: impl FnMut(u64)) -> u64 {
    let (mut before, mut key) = (None, 0);
    each_word(line, 1, |word| {
        key = joined(key, word);
        if let Some(before) = before.replace(word) {
            pair(joined(before, word));
        }
    });
    key
}

/// One number for two. Of a pair of words the order does not count: the weights are fitted to that.
fn joined(a: u64, b: u64) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    (a ^ b).wrapping_mul(PRIME).rotate_left(29)
}
