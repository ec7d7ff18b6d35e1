use crate::hash::Hash;
use crate::words::each;

/// The longest word of each of some phrases, with bits that the caller chose: a text that lacks it lacks the phrase. Tells so
/// of most texts, for the price of one hash for each word.
///
/// ```
/// use copydesk_lexicon::Telltales;
///
/// let words = Telltales::new([("posted on", 1), ("a reuters story", 2), ("photo by", 4)].into_iter());
/// assert_eq!(words.among("Photo: Reuters"), 6);
/// assert_eq!(words.among("A walk on the harbour"), 0);
/// ```
pub struct Telltales {
    /// The bits of the words of which the hash has a place in common; each has two.
    places: Box<[u8]>,
}

impl Telltales {
    /// So many places for each phrase that few words share both with another.
    const PLACES: usize = 16;

    /// The telltales of folded phrases, each with its bits.
    pub fn new(phrases: impl Iterator<Item = (&'static str, u8)> + Clone) -> Self {
        let count = phrases.clone().count() * Self::PLACES;
        let mut all = Self { places: vec![0; count.next_power_of_two()].into_boxed_slice() };
        for (phrase, bits) in phrases {
            for place in all.of(longest_word(phrase)) {
                all.places[place] |= bits;
            }
        }
        all
    }

    /// The bits of the phrases that a text may hold; seldom others.
    pub fn among(&self, text: &str) -> u8 {
        let mut bits = 0;
        each(text, |_, hash| {
            let [first, second] = self.of(hash);
            bits |= self.places[first] & self.places[second];
        });
        bits
    }

    /// The places of a hash.
    fn of(&self, hash: Hash) -> [usize; 2] {
        let mask = self.places.len() - 1;
        [hash.value(), hash.value() >> 32].map(|part| part as usize & mask)
    }
}

/// The hash of a phrase's longest word.
fn longest_word(phrase: &str) -> Hash {
    let mut longest = (0, Hash::default());
    each(phrase, |len, hash| longest = if len < longest.0 { longest } else { (len, hash) });
    longest.1
}
