use copydesk_lexicon::{Hash, is_spaceless, is_upper, is_word};

/// The longer words of a text, to tell how much of a headline comes back in the article.
pub(crate) struct Echo {
    words: Vec<u64>,
}

impl Echo {
    /// Shorter words than this stand in every text; in scripts without blanks, pairs of characters are compared.
    pub(crate) const MIN_CHARS: usize = 4;

    /// The words of the given pieces of text.
    pub(crate) fn of<'t, I: Iterator<Item = &'t str>>(pieces: I) -> Self {
        let mut words = Vec::new();
        for piece in pieces {
            each_word(piece, Self::MIN_CHARS, |word| words.push(word));
        }
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    /// Whether a word comes back.
    pub(crate) fn has(&self, word: u64) -> bool {
        self.words.binary_search(&word).is_ok()
    }
}

/// How often each of some words comes: what menus and the name of the outlet say over and over tells nothing of the article.
pub(crate) struct Rarity {
    words: Vec<u64>,
}

impl Rarity {
    /// From here on, more makes no difference.
    const MOST: usize = 20;

    pub(crate) fn of(mut words: Vec<u64>) -> Self {
        words.sort_unstable();
        Self { words }
    }

    /// 1 for a word that comes once, less for one that comes often.
    pub(crate) fn of_word(&self, word: u64) -> f32 {
        let from = self.words.partition_point(|one| *one < word);
        let times = self.words[from..].iter().take(Self::MOST).take_while(|one| **one == word).count();
        1.0 / times.max(1) as f32
    }
}

/// Passes on the hash of each word long enough, cut at six characters so that inflected forms meet.
pub(crate) fn each_word(text: &str, min_chars: usize, found: impl FnMut(u64)) {
    each_stem(text, min_chars, 6, found);
}

/// Passes on the hash of each word long enough, cut at so many characters.
pub(crate) fn each_stem(text: &str, min_chars: usize, stem_chars: usize, mut found: impl FnMut(u64)) {
    let mut hash = Hash::default();
    let mut len = 0;
    let mut before: Option<char> = None;
    for c in text.chars().chain([' ']) {
        if is_spaceless(c) {
            if let Some(first) = before.replace(c) {
                found(Hash::default().with(first).with(c).value());
            }
        } else if is_word(c) {
            before = None;
            len += 1;
            if len <= stem_chars {
                hash = if c.is_ascii() {
                    hash.with(c.to_ascii_lowercase())
                } else if !is_upper(c) {
                    hash.with(c)
                } else {
                    c.to_lowercase().fold(hash, Hash::with)
                };
            }
        } else {
            before = None;
            if std::mem::take(&mut len) >= min_chars {
                found(hash.value());
            }
            hash = Hash::default();
        }
    }
}
