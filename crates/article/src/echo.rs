use copydesk_lexicon::{Hash, is_spaceless, is_upper, is_word};

/// Passes on the hash of each word long enough, cut at six characters so that inflected forms meet. In scripts without
/// blanks each pair of characters is a word.
pub(crate) fn each_word(text: &str, min_chars: usize, found: impl FnMut(u64)) {
    each_stem(text, min_chars, 6, found);
}

/// Passes on the hash of each word long enough, cut at so many characters.
pub(crate) fn each_stem(text: &str, min_chars: usize, stem_chars: usize, mut found: impl FnMut(u64)) {
    let mut hash = Hash::default();
    let mut len = 0;
    let mut before: Option<char> = None;
    for c in text.chars().chain([' ']) {
        if is_word(c) && !is_spaceless(c) {
            before = None;
            len += 1;
            if len <= stem_chars {
                hash = with_small(hash, c);
            }
            continue;
        }
        if let Some(first) = before.take().filter(|_| is_spaceless(c)) {
            found(Hash::default().with(first).with(c).value());
        }
        if is_spaceless(c) {
            before = Some(c);
        } else if len > 0 {
            if len >= min_chars {
                found(hash.value());
            }
            (hash, len) = (Hash::default(), 0);
        }
    }
}

#[inline]
fn with_small(hash: Hash, c: char) -> Hash {
    if c.is_ascii() {
        hash.with(c.to_ascii_lowercase())
    } else if is_upper(c) {
        c.to_lowercase().fold(hash, Hash::with)
    } else {
        hash.with(c)
    }
}
