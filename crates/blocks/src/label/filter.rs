use copydesk_lexicon::Entry;

/// Tells most lines that start with no label by a glance at their first word.
pub(crate) struct Filter {
    bits: [u64; Self::WORDS],
}

impl Filter {
    const WORDS: usize = 256;

    /// The filter of a table.
    pub(crate) const fn of<S>(entries: &[Entry<S>]) -> Self {
        let mut bits = [0; Self::WORDS];
        let mut at = 0;
        while at < entries.len() {
            if let Some(hash) = first_word(entries[at].0.as_bytes()) {
                bits[hash / 64 % Self::WORDS] |= 1 << (hash % 64);
            }
            at += 1;
        }
        Self { bits }
    }

    /// Whether a phrase of the table may stand at the start of the text. Never wrong when it says no.
    pub(crate) fn admits(&self, text: &str) -> bool {
        match first_word(text.as_bytes()) {
            Some(hash) => self.bits[hash / 64 % Self::WORDS] >> (hash % 64) & 1 == 1,
            None => true,
        }
    }
}

/// A hash of the first word in lower case, if it is one of ASCII letters and ends as such.
const fn first_word(text: &[u8]) -> Option<usize> {
    let mut hash: usize = 5381;
    let mut at = 0;
    while at < text.len() && text[at].is_ascii_alphabetic() {
        hash = hash.wrapping_mul(33) ^ text[at].to_ascii_lowercase() as usize;
        at += 1;
    }
    // Folding drops dots and may join what follows, and beyond ASCII a word may go on.
    let is_whole = at == text.len() || text[at].is_ascii() && text[at] != b'.';
    if at > 0 && is_whole { Some((hash >> 14) ^ hash) } else { None }
}
