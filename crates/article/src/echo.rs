use copydesk_lexicon::{Hash, is_spaceless, is_upper, is_word};

/// Passes on the hash of each word long enough, cut at six characters so that inflected forms meet. In scripts without
/// blanks each pair of characters is a word.
pub(crate) fn each_word(text: &str, min_chars: usize, found: impl FnMut(u64)) {
    each_stem(text, min_chars, 6, found);
}

/// Passes on the hash of each word long enough in small letters, cut at so many characters.
pub(crate) fn each_stem(text: &str, min_chars: usize, most_chars: usize, found: impl FnMut(u64)) {
    let mut stems = Stems { hash: Hash::default(), len: 0, min_chars, most_chars, before: None, found };
    for c in text.chars() {
        match SMALL.get(c as usize) {
            Some(0) => stems.part(),
            Some(small) => stems.go_on(char::from(*small)),
            None => stems.read(c),
        }
    }
    stems.part();
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

struct Stems<F> {
    /// Of the word so far, and how many characters it has.
    hash: Hash,
    len: usize,
    min_chars: usize,
    most_chars: usize,
    /// The last character, if its script is without blanks.
    before: Option<char>,
    found: F,
}

impl<F: FnMut(u64)> Stems<F> {
    /// A character of a word.
    #[inline]
    fn go_on(&mut self, small: char) {
        self.before = None;
        if self.len < self.most_chars {
            self.hash = self.hash.with(small);
        }
        self.len += 1;
    }

    /// A character between words.
    #[inline]
    fn part(&mut self) {
        self.before = None;
        if self.len > 0 {
            if self.len >= self.min_chars {
                (self.found)(self.hash.value());
            }
            (self.hash, self.len) = (Hash::default(), 0);
        }
    }

    /// A character beyond ASCII.
    fn read(&mut self, c: char) {
        if is_spaceless(c) {
            if let Some(first) = self.before.replace(c) {
                (self.found)(Hash::default().with(first).with(c).value());
            }
        } else if !is_word(c) {
            self.part();
        } else if !is_upper(c) {
            self.go_on(c);
        } else {
            self.go_on_small(c);
        }
    }

    /// A capital, whose small form may be more than one character.
    fn go_on_small(&mut self, capital: char) {
        self.before = None;
        if self.len < self.most_chars {
            self.hash = capital.to_lowercase().fold(self.hash, Hash::with);
        }
        self.len += 1;
    }
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
