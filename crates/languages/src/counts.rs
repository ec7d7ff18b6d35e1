//! How often each n-gram stands in a sample.

use crate::votes::Votes;

/// Units in which an n-gram that stands once counts: weights are `SCALE * log2(1 + n)` for n times, rounded.
pub(crate) const UNITS: f32 = 5.0;
/// What a unit is worth, upside down: the model's logarithms are natural.
pub(crate) const SCALE: f32 = UNITS / std::f32::consts::LN_2;

static WEIGHTS: [u16; 16] = [0, 5, 8, 10, 12, 13, 14, 15, 16, 17, 17, 18, 19, 19, 20, 20];

/// Never full: at most [`Votes::LIMIT`] n-grams are counted, for each ends at a byte of its own.
const SLOTS: usize = (Votes::LIMIT * 3 / 2).next_power_of_two();

// A weight is at most WEIGHTS[1] for each n-gram counted, a level at most 15: the sum of their products fits.
const _: () = assert!(Votes::LIMIT * WEIGHTS[1] as usize * 15 <= u16::MAX as usize);

/// A hash table of fixed size.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    /// The n-gram's number plus one; 0 is free.
    keys: [u16; SLOTS],
    counts: [u8; SLOTS],
}

impl Counts {
    pub(crate) const fn new() -> Self {
        Self { keys: [0; SLOTS], counts: [0; SLOTS] }
    }

    pub(crate) fn add(&mut self, gram: u16) {
        let key = gram + 1;
        let mut slot = usize::from(key) % SLOTS;
        while self.keys[slot] != 0 && self.keys[slot] != key {
            slot = (slot + 1) % SLOTS;
        }
        self.keys[slot] = key;
        self.counts[slot] = self.counts[slot].saturating_add(1);
    }

    /// The numbers of the n-grams that occur, with their weights.
    pub(crate) fn weights(&self) -> impl Iterator<Item = (u16, u16)> {
        let taken = self.keys.iter().zip(&self.counts).filter(|(key, _)| **key != 0);
        taken.map(|(key, count)| (key - 1, WEIGHTS[usize::from(*count).min(WEIGHTS.len() - 1)]))
    }
}
