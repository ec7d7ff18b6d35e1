//! The naive Bayes classifier of `data/langid.model`, which `data/convert.py` writes.
//!
//! Layout, little-endian, with logarithms in 64ths of a nat:
//!
//! ```abnf
//! model   = 80tag 80floor 80prior step     ; per column: 2 letters; i16; i16 -- then i16
//!           count *(length gram)           ; i16; u8 and 2 to 5 bytes; the most frequent first
//!           *row                           ; per n-gram: 40 bytes, of which the lower halves are the levels of columns 0 to
//!                                          ; 39, the upper halves those of columns 40 to 79
//! ```
//!
//! The log probability of an n-gram in a column is the column's floor plus `step` times the level.

use crate::counts::{Counts, SCALE, WEIGHT_OF_ONE};
use crate::grams::Grams;
use std::array::from_fn;
use std::sync::LazyLock;

/// The model that comes with the crate.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("../data/langid.model")));

/// Bytes of a row.
const WIDTH: usize = 40;
/// Columns: languages, some of them once per script.
const COLUMNS: usize = 2 * WIDTH;
/// Units of a nat in the file.
const NAT: f32 = 64.0;

pub(crate) struct Model {
    pub(crate) grams: Grams,
    /// The language of each column.
    tags: [&'static str; COLUMNS],
    /// The first column of that language: numbers compare faster than tags.
    languages: [usize; COLUMNS],
    floors: [i32; COLUMNS],
    priors: [i32; COLUMNS],
    step: i32,
    rows: &'static [[u8; WIDTH]],
}

impl Model {
    /// Total: what is missing in the data is missing in the model.
    fn read(data: &'static [u8]) -> Self {
        let mut data = Data(data);
        let tags: [_; COLUMNS] = from_fn(|_| data.tag());
        let languages = tags.map(|tag| tags.iter().position(|first| *first == tag).unwrap_or_default());
        let floors = from_fn(|_| data.number());
        let priors = from_fn(|_| data.number());
        let step = data.number();
        let count = data.number();
        let grams = Grams::new((0..count).map(|_| data.gram()));
        Self { grams, tags, languages, floors, priors, step, rows: data.0.as_chunks().0 }
    }

    /// The likeliest language, of these if there are any, and how far the next one is away in nats.
    pub(crate) fn best(&self, counts: &Counts, tags: &[&str]) -> Option<(&'static str, f32)> {
        let scores = self.score(counts);
        let is_known = |column: &usize| tags.is_empty() || tags.contains(&self.tags[*column]);
        let known = || (0..scores.len()).filter(is_known);
        let better = |a: usize, b: usize| if scores[b] >= scores[a] { b } else { a };
        let best = known().reduce(better)?;
        let language = self.languages[best];
        let rival = known().filter(|column| self.languages[*column] != language).reduce(better);
        let margin = rival.map_or(f32::INFINITY, |rival| scores[best] - scores[rival]);
        Some((self.tags[best], margin))
    }

    /// The log likelihood of each column in nats, prior included.
    fn score(&self, counts: &Counts) -> [f32; COLUMNS] {
        let (sums, total) = self.sum(counts);
        from_fn(|column| {
            let likelihood = self.step * i32::from(sums[column]) + total * self.floors[column];
            likelihood as f32 / (SCALE * NAT) + self.priors[column] as f32 / NAT
        })
    }

    /// The levels of each column, weighted by the n-grams' weights, and these weights alone.
    fn sum(&self, counts: &Counts) -> ([u16; COLUMNS], i32) {
        let mut sums = Sums::new();
        let mut total = 0;
        for (gram, weight) in counts.weights() {
            if let Some(row) = self.rows.get(usize::from(gram)) {
                sums.add(row, weight);
                total += i32::from(weight);
            }
        }
        (sums.finish(), total)
    }
}

/// The weighted levels of each column. They never wrap: [`Counts`] keeps the weights small.
struct Sums {
    all: [u16; COLUMNS],
    /// The levels of n-grams that stand once, as most do: no more than fit in a byte, twice as many at a time.
    once: [u8; COLUMNS],
    /// How many n-grams these are of.
    count: u8,
}

impl Sums {
    /// So many levels of 15 at most fit in a byte.
    const MOST: u8 = u8::MAX / 15;

    const fn new() -> Self {
        Self { all: [0; COLUMNS], once: [0; COLUMNS], count: 0 }
    }

    fn add(&mut self, row: &[u8; WIDTH], weight: u16) {
        if weight != WEIGHT_OF_ONE {
            return add(row, weight, &mut self.all);
        }
        for (at, levels) in row.iter().enumerate() {
            self.once[at] = self.once[at].wrapping_add(levels & 15);
            self.once[WIDTH + at] = self.once[WIDTH + at].wrapping_add(levels >> 4);
        }
        self.count += 1;
        if self.count == Self::MOST {
            self.settle();
        }
    }

    fn settle(&mut self) {
        for (sum, levels) in self.all.iter_mut().zip(std::mem::replace(&mut self.once, [0; COLUMNS])) {
            *sum = sum.wrapping_add(WEIGHT_OF_ONE * u16::from(levels));
        }
        self.count = 0;
    }

    fn finish(mut self) -> [u16; COLUMNS] {
        self.settle();
        self.all
    }
}

fn add(row: &[u8; WIDTH], weight: u16, sums: &mut [u16; COLUMNS]) {
    for (at, levels) in row.iter().enumerate() {
        sums[at] = sums[at].wrapping_add(weight * u16::from(levels & 15));
        sums[WIDTH + at] = sums[WIDTH + at].wrapping_add(weight * u16::from(levels >> 4));
    }
}

/// The part of the file that is not read yet.
struct Data(&'static [u8]);

impl Data {
    fn take(&mut self, len: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at_checked(len).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }

    fn tag(&mut self) -> &'static str {
        str::from_utf8(self.take(2)).unwrap_or_default()
    }

    fn gram(&mut self) -> &'static [u8] {
        let len = self.take(1).first().copied().unwrap_or_default();
        self.take(len.into())
    }

    fn number(&mut self) -> i32 {
        self.take(2).iter().rev().fold(0_i16, |number, byte| number << 8 | i16::from(*byte)).into()
    }
}
