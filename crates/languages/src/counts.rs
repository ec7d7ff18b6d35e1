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

/// What an n-gram weighs that stands once.
pub(crate) const WEIGHT_OF_ONE: u16 = WEIGHTS[1];

/// A hash table of fixed size.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    /// Where an n-gram stands among those counted, plus one; 0 is free.
    slots: [u16; SLOTS],
    /// The number of each n-gram, and how often it stands there.
    grams: [(u16, u8); Votes::LIMIT],
    len: u16,
}

impl Counts {
    pub(crate) const fn new() -> Self {
        Self { slots: [0; SLOTS], grams: [(0, 0); Votes::LIMIT], len: 0 }
    }

    pub(crate) fn add(&mut self, gram: u16) {
        let mut slot = usize::from(gram) % SLOTS;
        while let Some(at) = self.slots[slot].checked_sub(1) {
            let (found, count) = &mut self.grams[usize::from(at)];
            if *found == gram {
                *count = count.saturating_add(1);
                return;
            }
            slot = (slot + 1) % SLOTS;
        }
        if let Some(free) = self.grams.get_mut(usize::from(self.len)) {
            *free = (gram, 1);
            self.len += 1;
            self.slots[slot] = self.len;
        }
    }

    /// The numbers of the n-grams that occur, with their weights.
    pub(crate) fn weights(&self) -> impl Iterator<Item = (u16, u16)> {
        let counted = self.grams.iter().take(self.len.into());
        counted.map(|(gram, count)| (*gram, WEIGHTS[usize::from(*count).min(WEIGHTS.len() - 1)]))
    }
}
