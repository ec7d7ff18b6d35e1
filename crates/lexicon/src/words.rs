//! The words of a text, folded.

use crate::chars::{Traits, is_letter, is_spaceless, is_word};
use crate::fold::Folder;
use crate::hash::Hash;

/// The first word of a text, if each of its characters folds to one: so it is with nearly all words, and takes no copy.
pub(crate) struct FirstWord<'t> {
    /// The word as printed, without the dot of an abbreviation.
    printed: &'t str,
    /// Bytes of the word, that dot included.
    pub(crate) len: usize,
    /// Of its folded form.
    pub(crate) hash: Hash,
}

impl<'t> FirstWord<'t> {
    #[inline]
    pub(crate) fn of(text: &'t str) -> Option<Self> {
        let (len, hash) = ascii_letters(text.as_bytes());
        if len > 0 && text.as_bytes().get(len).is_none_or(|next| next.is_ascii() && *next != b'.') {
            return Some(Self { printed: &text[..len], len, hash });
        }
        Self::wide(text, len, hash)
    }

    /// The word that goes on behind some ASCII letters.
    fn wide(text: &'t str, len: usize, mut hash: Hash) -> Option<Self> {
        let mut last = text.as_bytes()[..len].last().map(|letter| Traits::of(char::from(*letter)));
        let mut end = text.len();
        for (at, c) in text[len..].char_indices() {
            let traits = Traits::of(c);
            if last.is_some_and(|last| !last.joins(traits)) {
                end = len + at;
                break;
            }
            hash = hash.with(traits.folded?);
            last = Some(traits);
        }
        let (printed, rest) = text.split_at(end);
        let behind_dot = rest.strip_prefix('.').filter(|_| last.is_some_and(Traits::takes_dot));
        // The dot may be one of several.
        if behind_dot.is_some_and(|rest| rest.starts_with(|c| c == '.' || is_word(c))) {
            return None;
        }
        last.map(|_| Self { printed, len: end + usize::from(behind_dot.is_some()), hash })
    }

    /// Bytes of a folded phrase that are this word.
    pub(crate) fn begins(&self, phrase: &str) -> Option<usize> {
        let len = self.printed.len();
        if phrase.as_bytes().get(..len).is_some_and(|word| word.eq_ignore_ascii_case(self.printed.as_bytes()))
        {
            return Some(len);
        }
        let mut folded = phrase.chars();
        let is_same = self.printed.chars().all(|c| Traits::of(c).folded == folded.next());
        is_same.then(|| phrase.len() - folded.as_str().len())
    }
}

/// Bytes of the ASCII letters that a text starts with, and the hash of their small letters.
#[inline]
fn ascii_letters(text: &[u8]) -> (usize, Hash) {
    const SMALL: u8 = 0x20;
    let (mut len, mut hash) = (0, Hash::default());
    for small in text.iter().map(|byte| byte | SMALL).take_while(u8::is_ascii_lowercase) {
        (len, hash) = (len + 1, hash.with(small));
    }
    (len, hash)
}

/// Where the words of a text start: letters, digits and the marks on them.
///
/// ```
/// let starts: Vec<usize> = copydesk_lexicon::words("“3 Brücken”").collect();
/// assert_eq!(starts, [3, 5]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = usize> + Clone + '_ {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + len_of(&text[end..], false);
        end = start + len_of(&text[start..], true);
        (start < end).then_some(start)
    })
}

/// Bytes of the characters that a text starts with, of words or of none.
#[inline]
fn len_of(text: &str, of_words: bool) -> usize {
    let plain = if of_words { 1 } else { 2 };
    let Some(len) = text.bytes().position(|byte| KINDS[usize::from(byte)] != plain) else {
        return text.len();
    };
    if text.as_bytes()[len].is_ascii() {
        return len;
    }
    text[len..].find(|c| is_word(c) != of_words).map_or(text.len(), |more| len + more)
}

/// Of each byte: 1 for a letter or digit of ASCII, 2 for its other characters.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = if (byte as u8).is_ascii_alphanumeric() { 1 } else { 2 };
        byte += 1;
    }
    kinds
};

/// Passes on the words of a text, and most characters that are not ASCII's: their bytes, and hashes.
#[inline]
pub(crate) fn each(text: &str, mut take: impl FnMut(usize, Hash)) {
    let mut rest = text;
    while !rest.is_empty() {
        let (len, hash) = ascii_letters(rest.as_bytes());
        let gap = gap(&rest.as_bytes()[len..]);
        let (len, hash) = if gap > 0 { (len, hash) } else { wide_word(rest, len, hash) };
        if len > 0 {
            take(len, hash);
        }
        rest = rest.get(len + gap..).unwrap_or_default();
    }
}

/// Bytes of the sign behind a word that ends there whatever follows: one of ASCII's but a dot amid letters, a dash, quote or
/// bullet; nothing if a closer look is needed.
#[inline]
fn gap(rest: &[u8]) -> usize {
    match rest {
        [b'.', b'.' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.., ..] | [b'a'..=b'z' | b'A'..=b'Z', ..] => 0,
        [] | [..0x80, ..] => 1,
        [0xE2, 0x80, 0x90..=0xA7, ..] => 3,
        _ => 0,
    }
}

/// Bytes of the word or other character that a text starts with, and its hash; of some ASCII letters both are known.
fn wide_word(text: &str, letters: usize, hash: Hash) -> (usize, Hash) {
    FirstWord::wide(text, letters, hash).map_or_else(
        || {
            let first = text.chars().next().map_or(0, char::len_utf8);
            (len_of(text, true).max(first), first_hash(text).unwrap_or_default())
        },
        |word| (word.printed.len(), word.hash),
    )
}

/// Whether two neighbours stand in one word; the dot of an abbreviation stands in the word before it, where there are
/// blanks between words.
fn is_joined(a: char, b: char) -> bool {
    if a == '.' || b == '.' {
        let letter = if a == '.' { b } else { a };
        return is_letter(letter) && !is_spaceless(letter);
    }
    Traits::of(a).joins(Traits::of(b))
}

/// The folded beginning of a text, longer by a word with each step.
pub(crate) struct Words<'t> {
    text: &'t str,
    /// Bytes of the text that are folded so far.
    pub(crate) len: usize,
    folder: Folder,
    buffer: Buffer,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, len: 0, folder: Folder::default(), buffer: Buffer::new() }
    }

    /// Goes on to the next place where a word may end; false at the end of the text or of the room for it.
    pub(crate) fn advance(&mut self) -> bool {
        while let Some(c) = self.text[self.len..].chars().next() {
            self.len += c.len_utf8();
            let buffer = &mut self.buffer;
            self.folder.step(c, |c| buffer.push(c));
            if c.is_ascii_alphabetic() {
                self.ascii_letters();
            }
            if self.buffer.full {
                return false;
            }
            let next = self.text[self.len..].chars().next();
            let ends = !c.is_whitespace() && next.is_none_or(|next| !is_joined(c, next));
            if ends && self.buffer.len > 0 {
                return true;
            }
        }
        false
    }

    /// Goes on to the end of the ASCII letters behind one: the common case, which needs no look at character tables.
    fn ascii_letters(&mut self) {
        let rest = &self.text.as_bytes()[self.len..];
        let len = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        self.buffer.push_small(&rest[..len]);
        self.len += len;
    }

    pub(crate) fn rest(&self) -> &'t str {
        &self.text[self.len..]
    }

    /// UTF-8, as are the phrases: their bytes compare alike, and need no proof.
    pub(crate) fn folded(&self) -> &[u8] {
        &self.buffer.bytes[..self.buffer.len]
    }

    /// Whether a phrase begins with what is folded.
    pub(crate) fn begin(&self, phrase: &str) -> bool {
        phrase.as_bytes().starts_with(self.folded())
    }

    /// The hash of what is folded.
    pub(crate) fn hash(&self) -> Hash {
        let folded = str::from_utf8(self.folded()).unwrap_or_default();
        folded.chars().fold(Hash::default(), Hash::with)
    }
}

/// The hash of a text's first word.
pub(crate) fn first_hash(text: &str) -> Option<Hash> {
    FirstWord::of(text).map(|word| word.hash).or_else(|| {
        let mut words = Words::new(text);
        words.advance().then(|| words.hash())
    })
}

/// Bytes of a folded phrase's first word, and its hash.
pub(crate) fn first_word(phrase: &str) -> (usize, Hash) {
    FirstWord::of(phrase).map_or_else(
        || {
            let mut words = Words::new(phrase);
            words.advance();
            (words.folded().len(), words.hash())
        },
        |word| (word.len, word.hash),
    )
}

/// Room for the longest phrase that a table may hold, so that a look-up allocates nothing.
struct Buffer {
    bytes: [u8; Self::ROOM],
    len: usize,
    full: bool,
}

impl Buffer {
    const ROOM: usize = 96;

    fn new() -> Self {
        Self { bytes: [0; Self::ROOM], len: 0, full: false }
    }

    /// Adds the small letters of ASCII letters.
    fn push_small(&mut self, letters: &[u8]) {
        let end = self.len + letters.len();
        let Some(room) = self.bytes.get_mut(self.len..end) else {
            self.full = true;
            return;
        };
        room.copy_from_slice(letters);
        room.make_ascii_lowercase();
        self.len = end;
    }

    fn push(&mut self, c: char) {
        if c.is_ascii() && self.len < Self::ROOM {
            self.bytes[self.len] = c as u8;
            self.len += 1;
        } else if self.len + c.len_utf8() > Self::ROOM {
            self.full = true;
        } else {
            self.len += c.encode_utf8(&mut self.bytes[self.len..]).len();
        }
    }
}
