use crate::hash::Hash;
use crate::words::{first_hash, first_word, hashes};

/// What the first words of some phrases may lead to, as bits that the caller chose: turns away most texts for the price of
/// one hash for each word.
///
/// ```
/// use copydesk_lexicon::FirstWords;
///
/// let words = FirstWords::new([("posted on", 1), ("reuters", 2), ("photo by", 4)].into_iter());
/// assert_eq!(words.at("Posted today"), 1);
/// assert_eq!(words.among("Photo: Reuters"), 6);
/// assert_eq!(words.among("The harbour"), 0);
/// ```
pub struct FirstWords {
    /// The bits of the words whose hashes have a place in common.
    bits: Box<[u8]>,
}

impl FirstWords {
    /// So many places for each phrase that few words share one.
    const PLACES: usize = 16;

    /// The first words of folded phrases, each with its bits.
    pub fn new(phrases: impl Iterator<Item = (&'static str, u8)> + Clone) -> Self {
        let count = phrases.clone().count() * Self::PLACES;
        let mut words = Self { bits: vec![0; count.next_power_of_two()].into_boxed_slice() };
        for (phrase, bits) in phrases {
            let place = words.place(first_word(phrase).1);
            words.bits[place] |= bits;
        }
        words
    }

    /// The bits of the phrases that may stand at the start of a text; seldom others.
    pub fn at(&self, text: &str) -> u8 {
        first_hash(text).map_or(0, |hash| self.of(hash))
    }

    /// Whether one of the phrases may stand at the start of a text; seldom true without one.
    pub fn may_begin(&self, text: &str) -> bool {
        self.at(text) != 0
    }

    /// The bits of the phrases that may stand at any word of a text; seldom others.
    pub fn among(&self, text: &str) -> u8 {
        hashes(text).fold(0, |bits, hash| bits | self.of(hash))
    }

    fn of(&self, hash: Hash) -> u8 {
        self.bits[self.place(hash)]
    }

    fn place(&self, hash: Hash) -> usize {
        (hash.value() ^ hash.value() >> 32) as usize & (self.bits.len() - 1)
    }
}
