use crate::echo::each_word;
use crate::reading::Reading;
use copydesk_blocks::LabelKind;

/// Which lines of a page say the same, and which pairs of words stand on more than one of them.
pub(super) struct Repeats<'t> {
    /// Each line as a number that is the same for lines with the same words, whatever their case and the marks between.
    keys: Vec<u64>,
    sorted_keys: Vec<u64>,
    /// The pairs of words of all lines that say different things, each once a line, in order.
    pairs: Vec<u64>,
    /// The headings of the comments: `One thought on “…”`.
    comments: Vec<&'t str>,
}

impl<'t> Repeats<'t> {
    pub(super) fn of(reading: &Reading<'t>) -> Self {
        let keys: Vec<u64> = (0..reading.page.lines.len()).map(|at| key(reading.line(at))).collect();
        let mut order: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let sorted_keys = order.iter().map(|(key, _)| *key).collect();
        order.dedup_by_key(|(key, _)| *key);
        let mut pairs: Vec<u64> = order.iter().flat_map(|(_, at)| pairs_of(reading.line(*at))).collect();
        pairs.sort_unstable();
        Self { keys, sorted_keys, pairs, comments: comments(reading) }
    }

    /// A line as a number that is the same for lines that say the same.
    pub(super) fn key(&self, at: usize) -> u64 {
        self.keys[at]
    }

    /// How many lines say the same as one, itself included; three stand for more.
    pub(super) fn count(&self, at: usize) -> usize {
        count(&self.sorted_keys, self.keys[at])
    }

    /// The share of a line's pairs of words that stand on lines that say something else, and how many pairs there are.
    pub(super) fn share(&self, line: &str) -> (f32, usize) {
        let pairs = pairs_of(line);
        let found = pairs.iter().filter(|pair| count(&self.pairs, **pair) > 1).count();
        (found as f32 / pairs.len().max(1) as f32, pairs.len())
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

fn key(line: &str) -> u64 {
    let mut key = 0;
    each_word(line, 1, |word| key = joined(key, word));
    key
}

/// The pairs of neighbouring words, each once, in order.
fn pairs_of(line: &str) -> Vec<u64> {
    let (mut before, mut pairs) = (None, Vec::new());
    each_word(line, 1, |word| {
        if let Some(before) = before.replace(word) {
            pairs.push(joined(before, word));
        }
    });
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// One number for two in order, as FNV-1a joins bytes.
fn joined(a: u64, b: u64) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    (a ^ b).wrapping_mul(PRIME).rotate_left(29)
}
