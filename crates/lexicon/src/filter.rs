/// A set of words that may say yes to a few others as well, but never no to its own.
pub(crate) struct Filter {
    bits: Box<[u64]>,
}

impl Filter {
    /// So many that of 10,000 words, a strange one is let in once in a dozen.
    const BITS: u32 = 1 << 17;

    /// The set of the words with these hashes.
    pub(crate) fn of(hashes: impl Iterator<Item = u32>) -> Self {
        let mut bits = vec![0; Self::BITS as usize / 64].into_boxed_slice();
        for hash in hashes {
            let (word, bit) = place(hash);
            bits[word] |= bit;
        }
        Self { bits }
    }

    pub(crate) fn admits(&self, word: &str) -> bool {
        let (word, bit) = place(Self::hash(word));
        self.bits[word] & bit != 0
    }

    /// FNV-1a, 32 bits: short words, no attackers, and the same on every machine.
    pub(crate) fn hash(word: &str) -> u32 {
        word.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

fn place(hash: u32) -> (usize, u64) {
    let bit = (hash ^ hash >> 15) % Filter::BITS;
    (bit as usize / 64, 1 << (bit % 64))
}
