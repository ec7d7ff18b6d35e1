use crate::hash::Hash;
use crate::table::{Entry, with_prefix};

/// Where the entries with a first word stand in a table: a filter turns strange words away, a hash table finds the others.
pub(crate) struct Index {
    filter: Filter,
    /// Open addressing: the slot of a hash, or one of those behind it.
    slots: Box<[Slot]>,
}

/// The entries that begin with the bytes of a first word; none, in a free slot.
#[derive(Clone, Copy, Default)]
struct Slot {
    hash: u32,
    from: u32,
    len: u32,
}

impl Index {
    /// The index of a table; `first_word` is the length in bytes of a phrase's first word.
    pub(crate) fn of<S>(entries: &'static [Entry<S>], first_word: impl Fn(&str) -> usize) -> Self {
        let room = (entries.len() * 2).next_power_of_two();
        let mut index = Self { filter: Filter::new(), slots: vec![Slot::default(); room].into_boxed_slice() };
        for (at, (phrase, _)) in entries.iter().enumerate() {
            let word = &phrase.as_bytes()[..first_word(phrase)];
            // An entry that lies in a range found already adds nothing.
            if index.entries(word, entries).is_empty() {
                let len = with_prefix(&entries[at..], word).len();
                index.insert(Slot { hash: hash(word), from: at as u32, len: len as u32 });
            }
        }
        index
    }

    /// Whether there may be entries that begin with a word, given in ASCII letters of either case.
    pub(crate) fn may_hold(&self, word: &[u8]) -> bool {
        self.filter.has(hash_small(word))
    }

    /// The entries that begin with a first word.
    pub(crate) fn entries<S>(&self, word: &[u8], entries: &'static [Entry<S>]) -> &'static [Entry<S>] {
        let hash = hash(word);
        if !self.filter.has(hash) {
            return &[];
        }
        let found = self.probe(hash).map(|at| self.slots[at]).take_while(|slot| slot.len > 0);
        let ranges = found.filter(|slot| slot.hash == hash).map(|slot| &entries[slot.range()]);
        ranges.into_iter().find(|range| range[0].0.as_bytes().starts_with(word)).unwrap_or_default()
    }

    fn insert(&mut self, slot: Slot) {
        self.filter.insert(slot.hash);
        if let Some(free) = self.probe(slot.hash).find(|at| self.slots[*at].len == 0) {
            self.slots[free] = slot;
        }
    }

    /// All slots, from that of the hash on.
    fn probe(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        (0..=mask).map(move |step| (hash as usize + step) & mask)
    }
}

impl Slot {
    fn range(self) -> std::ops::Range<usize> {
        self.from as usize..(self.from + self.len) as usize
    }
}

/// A set of hashes that fits the cache: never without one that was put in, seldom with another.
pub(crate) struct Filter(Box<[u64]>);

impl Filter {
    /// So many that of 10,000 words, a strange one is let in once in a dozen times.
    const BITS: u32 = 1 << 17;

    pub(crate) fn new() -> Self {
        Self(vec![0; Self::BITS as usize / 64].into_boxed_slice())
    }

    pub(crate) fn insert(&mut self, hash: u32) {
        let (place, bit) = Self::bit(hash);
        self.0[place] |= bit;
    }

    pub(crate) fn has(&self, hash: u32) -> bool {
        let (place, bit) = Self::bit(hash);
        self.0[place] & bit != 0
    }

    fn bit(hash: u32) -> (usize, u64) {
        let bit = hash % Self::BITS;
        (bit as usize / 64, 1 << (bit % 64))
    }
}

/// The hash of a folded word.
pub(crate) fn hash(word: &[u8]) -> u32 {
    hash_bytes(word.iter().copied())
}

/// The hash of a word in ASCII letters of either case, as if it were folded.
pub(crate) fn hash_small(word: &[u8]) -> u32 {
    hash_bytes(word.iter().map(u8::to_ascii_lowercase))
}

fn hash_bytes(bytes: impl Iterator<Item = u8>) -> u32 {
    let hash = bytes.fold(Hash::default(), Hash::with).value();
    (hash ^ (hash >> 32)) as u32
}
