//! The n-grams of the model, looked up by the bytes that end a text.

/// A hash table of byte strings of 2 to 5 bytes, without NUL.
pub(crate) struct Grams {
    /// Per slot the gram's key, and its number in the lowest 16 bits; 0 is free.
    slots: Vec<u64>,
    /// Whether a gram of this hash may be there: answers most questions from the nearest cache.
    filter: Vec<u64>,
}

const SLOT_BITS: u32 = 16;
const FILTER_BITS: u32 = 19;

impl Grams {
    /// The grams get their place in the iteration as number.
    pub(crate) fn new(grams: impl Iterator<Item = &'static [u8]>) -> Self {
        let mut this = Self { slots: vec![0; 1 << SLOT_BITS], filter: vec![0; 1 << (FILTER_BITS - 6)] };
        let most = this.slots.len() - 1;
        for (number, gram) in grams.take(most).enumerate() {
            let window = gram.iter().fold(0, |window, byte| window << 8 | u64::from(*byte));
            this.insert(Key::new(gram.len(), window), number);
        }
        this
    }

    fn insert(&mut self, key: Key, number: usize) {
        let mut slot = key.slot();
        while self.slots[slot] != 0 {
            slot = next(slot);
        }
        self.slots[slot] = key.0 << 16 | number as u64;
        let (word, bit) = key.filter();
        self.filter[word] |= 1 << bit;
    }

    /// Looks up the grams of a text, byte by byte.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { grams: self, window: 0 }
    }

    #[inline]
    fn longest_suffix(&self, window: u64) -> Option<u16> {
        // One question less for the branch predictor than to ask one after the other.
        let may_contain = |len| self.may_contain(Key::new(len, window));
        let mut candidates = may_contain(2) << 3 | may_contain(3) << 2 | may_contain(4) << 1 | may_contain(5);
        while candidates != 0 {
            let len = 5 - candidates.trailing_zeros() as usize;
            if let Some(number) = self.find(Key::new(len, window)) {
                return Some(number);
            }
            candidates &= candidates - 1;
        }
        None
    }

    /// 1 or 0.
    #[inline]
    fn may_contain(&self, key: Key) -> u8 {
        let (word, bit) = key.filter();
        (self.filter[word & (self.filter.len() - 1)] >> bit & 1) as u8
    }

    fn find(&self, key: Key) -> Option<u16> {
        let mut slot = key.slot();
        loop {
            match self.slots[slot] {
                0 => return None,
                found if found >> 16 == key.0 => return Some(found as u16),
                _ => slot = next(slot),
            }
        }
    }
}

/// A place in a text.
pub(crate) struct Reader<'g> {
    grams: &'g Grams,
    /// The last bytes read, the last one lowest.
    window: u64,
}

impl Reader<'_> {
    /// Reads one byte more; the number of the longest gram that ends there.
    #[inline]
    pub(crate) fn read(&mut self, byte: u8) -> Option<u16> {
        self.window = self.window << 8 | u64::from(byte);
        self.grams.longest_suffix(self.window)
    }
}

/// The bytes of a gram: 40 bits. With a NUL before it, which stands only where no gram goes on, it is the same gram.
#[derive(Clone, Copy)]
struct Key(u64);

impl Key {
    /// The last `len` bytes of a window.
    #[inline]
    fn new(len: usize, window: u64) -> Self {
        Self(window & ((1 << (8 * len)) - 1))
    }

    fn slot(self) -> usize {
        (self.hash() >> (64 - SLOT_BITS)) as usize
    }

    #[inline]
    fn filter(self) -> (usize, u32) {
        let hash = self.hash() >> (64 - FILTER_BITS);
        ((hash >> 6) as usize, (hash & 63) as u32)
    }

    /// Fibonacci hashing: the upper bits are the good ones.
    fn hash(self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

fn next(slot: usize) -> usize {
    (slot + 1) % (1 << SLOT_BITS)
}
