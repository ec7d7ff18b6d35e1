use copydesk_lexicon::{Hash, is_spaceless, is_upper, is_word};

/// The longer words of a text, to tell how much of a headline comes back in the article.
pub(crate) struct Echo {
    words: Vec<u64>,
}

impl Echo {
    /// Shorter words than this stand in every text; in scripts without blanks, pairs of characters are compared.
    const MIN_CHARS: usize = 4;

    /// The words of the given pieces of text.
    pub(crate) fn of<'t, I: Iterator<Item = &'t str>>(pieces: I) -> Self {
        let mut words = Vec::new();
        for piece in pieces {
            each_word(piece, |word| words.push(word));
        }
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    /// The share of a line's words that come back, and how many words that is said of.
    pub(crate) fn share(&self, line: &str) -> (f32, usize) {
        let (mut found, mut all) = (0_usize, 0_usize);
        each_word(line, |word| {
            all += 1;
            found += usize::from(self.words.binary_search(&word).is_ok());
        });
        (found as f32 / all.max(1) as f32, all)
    }
}

/// Passes on the hash of each word long enough, cut at six characters so that inflected forms meet.
fn each_word(text: &str, mut found: impl FnMut(u64)) {
    const STEM_CHARS: usize = 6;
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
            if len <= STEM_CHARS {
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
            if std::mem::take(&mut len) >= Echo::MIN_CHARS {
                found(hash.value());
            }
            hash = Hash::default();
        }
    }
}
