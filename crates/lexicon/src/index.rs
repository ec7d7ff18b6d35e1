use crate::chars::Traits;
use crate::hash::Hash;
use crate::table::Entry;

/// Where the entries with a first word stand in a table: a filter turns strange words away, a hash table finds the others.
pub(crate) struct Index {
    filter: Filter,
    /// Which bytes a text may start with.
    starts: [bool; 256],
    /// Open addressing: the slot of a hash, or one of those behind it.
    slots: Box<[Slot]>,
    /// The first two words of the longer phrases.
    pairs: Filter,
}

/// The entries that begin with a first word; none, in a free slot.
#[derive(Clone, Copy, Default)]
pub(crate) struct Slot {
    hash: u32,
    /// Where the first of them stands in the table, counted from 1.
    from: u32,
    /// Whether some entry goes on behind the word.
    goes_on: bool,
}

impl Index {
    /// The index of a table; `first_word` knows the length in bytes of a phrase's first word, and its hash.
    pub(crate) fn of<S>(entries: &'static [Entry<S>], first_word: impl Fn(&str) -> (usize, Hash)) -> Self {
        let mut words: Vec<(&str, Slot)> = Vec::new();
        let mut pairs = Vec::new();
        for (from, (phrase, _)) in (1..).zip(entries) {
            let (len, hash) = first_word(phrase);
            let (word, rest) = phrase.split_at(len);
            let goes_on = !rest.is_empty();
            pairs.extend(goes_on.then(|| pair(hash, first_word(rest.trim_ascii_start()).1)));
            match words.last_mut().filter(|(last, _)| *last == word) {
                Some((_, slot)) => slot.goes_on |= goes_on,
                None => words.push((word, Slot { hash: short(hash), from, goes_on })),
            }
        }
        let starts = starts(entries.iter().filter_map(|(phrase, _)| phrase.bytes().next()));
        let (filter, slots) = (Filter::new(words.len()), free(words.len() * 2));
        let mut index = Self { filter, starts, slots, pairs: Filter::new(pairs.len()) };
        for pair in pairs {
            index.pairs.insert(pair);
        }
        for (word, slot) in words {
            index.insert(slot, |from| entries[from].0.starts_with(word));
        }
        index
    }

    /// Whether an entry may start as a text does.
    #[inline]
    pub(crate) fn may_start(&self, text: &str) -> bool {
        text.bytes().next().is_some_and(|byte| self.starts[usize::from(byte)])
    }

    /// Whether there may be a first word of this hash.
    pub(crate) fn may_hold(&self, hash: Hash) -> bool {
        self.filter.has(short(hash))
    }

    /// Whether an entry may begin with two words.
    pub(crate) fn may_hold_pair(&self, first: Hash, second: Hash) -> bool {
        self.pairs.has(pair(first, second))
    }

    /// The slot of a first word, of which `read` knows the first entry that begins with it.
    #[inline]
    pub(crate) fn slot<T>(&self, hash: Hash, read: impl Fn(usize) -> Option<T>) -> Option<(Slot, T)> {
        let hash = short(hash);
        if !self.filter.has(hash) {
            return None;
        }
        let mut at = hash as usize & self.mask();
        while self.slots[at].from > 0 {
            let slot = self.slots[at];
            if slot.hash == hash
                && let Some(read) = read(slot.start())
            {
                return Some((slot, read));
            }
            at = (at + 1) & self.mask();
        }
        None
    }

    /// A word that comes again, after others, keeps its first place.
    fn insert(&mut self, slot: Slot, is_it: impl Fn(usize) -> bool) {
        self.filter.insert(slot.hash);
        let mut at = slot.hash as usize & self.mask();
        while self.slots[at].from > 0 && !(self.slots[at].hash == slot.hash && is_it(self.slots[at].start()))
        {
            at = (at + 1) & self.mask();
        }
        let old = self.slots[at];
        let from = if old.from > 0 { old.from } else { slot.from };
        self.slots[at] = Slot { from, goes_on: old.goes_on | slot.goes_on, ..slot };
    }

    /// The bits of a hash that tell its slot, or one of those behind it; a free one is always there.
    fn mask(&self) -> usize {
        self.slots.len() - 1
    }
}

/// The bytes that a text may start with, if entries start with some: blanks and others that are dropped, too, and all that
/// are not ASCII's.
fn starts(bytes: impl Iterator<Item = u8>) -> [bool; 256] {
    let folded = |byte: u8| Traits::of(char::from(byte)).folded;
    let mut of_entries = [false; 256];
    for byte in bytes {
        of_entries[usize::from(byte)] = true;
    }
    std::array::from_fn(|byte| {
        let folded = u8::try_from(byte).ok().filter(u8::is_ascii).and_then(folded);
        folded.is_none_or(|c| of_entries[c as usize])
    })
}

fn free(count: usize) -> Box<[Slot]> {
    vec![Slot::default(); count.next_power_of_two()].into_boxed_slice()
}

impl Slot {
    /// Where the first entry with the word stands.
    pub(crate) fn start(self) -> usize {
        (self.from - 1) as usize
    }

    /// Whether some entry goes on behind the word.
    pub(crate) fn goes_on(self) -> bool {
        self.goes_on
    }
}

/// The bits of two words' hashes that the index knows.
fn pair(first: Hash, second: Hash) -> u32 {
    short(first.with(second.value()))
}

/// A set of hashes that fits the cache: never without one that was put in, seldom with another.
pub(crate) struct Filter(Box<[u64]>);

impl Filter {
    /// So many bits for each hash that a strange one is let in once in a dozen times or less.
    const BITS: usize = 12;

    pub(crate) fn new(count: usize) -> Self {
        Self(vec![0; (count * Self::BITS).next_power_of_two().div_ceil(64)].into_boxed_slice())
    }

    pub(crate) fn insert(&mut self, hash: u32) {
        let (place, bit) = self.bit(hash);
        self.0[place] |= bit;
    }

    #[inline]
    pub(crate) fn has(&self, hash: u32) -> bool {
        let (place, bit) = self.bit(hash);
        self.0[place] & bit != 0
    }

    /// Where the bit of a hash stands.
    fn bit(&self, hash: u32) -> (usize, u64) {
        ((hash / 64) as usize & (self.0.len() - 1), 1 << (hash % 64))
    }
}

/// The bits of a hash that the index knows.
pub(crate) fn short(hash: Hash) -> u32 {
    (hash.value() ^ (hash.value() >> 32)) as u32
}
