use copydesk_lexicon::{is_spaceless, is_upper, is_word};

/// Passes on the hash of each word long enough, cut at six characters so that inflected forms meet. In scripts without
/// blanks each pair of characters is a word.
pub(crate) fn each_word(text: &str, min_chars: usize, found: impl FnMut(u64)) {
    each_stem(text, min_chars, 6, found);
}

/// Passes on a number for each word long enough in small letters, cut at so many characters.
#[inline]
pub(crate) fn each_stem(text: &str, min_chars: usize, most_chars: usize, mut found: impl FnMut(u64)) {
    let (mut stem, mut before) = (Stem::default(), None);
    for c in text.chars() {
        let first = before.take();
        match SMALL.get(c as usize) {
            Some(small @ 1..) => stem = stem.with(*small, most_chars),
            None if is_spaceless(c) => {
                before = Some(c);
                if let Some(first) = first {
                    found(pair(first, c));
                }
            }
            None if is_word(c) => stem = stem.with_beyond(c, most_chars),
            _ => {
                stem.number(min_chars).into_iter().for_each(&mut found);
                stem = Stem::default();
            }
        }
    }
    stem.number(min_chars).into_iter().for_each(found);
}

/// The golden ratio's part behind the point, the usual number to spread others with (Knuth, 6.4).
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Another number for each, whose bits all depend on all of its own.
fn mixed(stem: u64) -> u64 {
    let spread = stem.wrapping_mul(ODD);
    spread ^ spread >> 32
}

/// The small letter or digit that each ASCII character stands for; 0 for what parts words.
static SMALL: [u8; 128] = small();

const fn small() -> [u8; 128] {
    let mut small = [0; 128];
    let mut at = 0;
    while at < small.len() {
        if (at as u8).is_ascii_alphanumeric() {
            small[at] = (at as u8).to_ascii_lowercase();
        }
        at += 1;
    }
    small
}

/// A word so far. It is handed on by value, to stay in registers.
#[derive(Clone, Copy, Default)]
struct Stem {
    /// Of up to nine ASCII characters each has its own.
    bits: u64,
    /// How many characters it has.
    len: usize,
}

impl Stem {
    /// With one more ASCII character: seven bits.
    #[inline]
    fn with(self, small: u8, most_chars: usize) -> Self {
        let longer = self.bits.rotate_left(7) ^ u64::from(small);
        Self { bits: if self.len < most_chars { longer } else { self.bits }, len: self.len + 1 }
    }

    /// With one more of another script; the small form of a capital may be more than one character.
    fn with_beyond(self, c: char, most_chars: usize) -> Self {
        let with = |bits: u64, small: char| bits.wrapping_mul(ODD) ^ u64::from(small);
        let bits = match self.len < most_chars {
            true if is_upper(c) => c.to_lowercase().fold(self.bits, with),
            true => with(self.bits, c),
            false => self.bits,
        };
        Self { bits, len: self.len + 1 }
    }

    /// Its number, if it is long enough.
    #[inline]
    fn number(self, min_chars: usize) -> Option<u64> {
        (self.len >= min_chars.max(1)).then(|| mixed(self.bits))
    }
}

/// The number of a word of two characters without blanks between words.
fn pair(first: char, second: char) -> u64 {
    mixed(u64::from(first) << 32 | u64::from(second))
}

#[cfg(test)]
mod tests {
    use super::each_stem;

    fn stems(text: &str) -> Vec<u64> {
        let mut stems = Vec::new();
        each_stem(text, 1, 5, |stem| stems.push(stem));
        stems
    }

    #[track_caller]
    fn check(a: &str, b: &str, words: usize) {
        assert_eq!(stems(a), stems(b));
        assert_eq!(stems(a).len(), words);
    }

    #[test]
    fn case_marks_and_endings_do_not_count() {
        check("", " – ", 0);
        check("ÉTÉ, Hafen-7", "été hafen 7", 3);
        check("Bridges", "bridgehead", 1);
        assert_ne!(stems("bridge"), stems("brisk"));
    }

    #[test]
    fn pairs_stand_for_words_in_scripts_without_blanks() {
        check("港口新桥", "港口新桥", 3);
        check("港。口", "港", 0);
    }
}
