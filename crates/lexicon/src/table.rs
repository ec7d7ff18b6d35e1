use crate::chars::{Traits, is_letter, is_spaceless};
use crate::fold::Folder;
use crate::index::{Filter, Index, hash, hash_small};
use std::sync::OnceLock;

/// A folded word or phrase and everything it can mean.
pub type Entry<S> = (&'static str, &'static [S]);

/// A table of [folded](crate::fold) words and phrases, sorted by bytes, each with all its senses.
pub struct Lexicon<S: 'static> {
    entries: &'static [Entry<S>],
    /// Where the phrases with a first word stand, made when it is first needed: it turns most texts away at once.
    first_words: OnceLock<Index>,
}

/// A phrase found at the start of a text.
pub struct Match<S: 'static> {
    /// Bytes of the text that the phrase covers, a closing dot included.
    pub len: usize,
    /// What the phrase can mean, in the order of the table.
    pub senses: &'static [S],
}

impl<S> Lexicon<S> {
    /// A lexicon over a table sorted by its folded phrases, as `cargo xtask codegen` writes them.
    pub const fn new(entries: &'static [Entry<S>]) -> Self {
        Self { entries, first_words: OnceLock::new() }
    }

    /// The senses of a whole word or phrase; empty if the table lacks it.
    pub fn get(&self, phrase: &str) -> &'static [S] {
        match self.longest_prefix(phrase) {
            Some(found) if found.len == phrase.trim_end().len() => found.senses,
            _ => &[],
        }
    }

    /// The longest phrase of the table that the text starts with and that ends where a word ends.
    ///
    /// Costs one look at the first word for most texts, and else a search among fewer candidates with each word.
    pub fn longest_prefix(&self, text: &str) -> Option<Match<S>> {
        let index = self.first_words();
        if first_ascii_word(text).is_some_and(|word| !index.may_hold(word)) {
            return None;
        }
        let mut words = Words::new(text);
        if !words.advance() {
            return None;
        }
        let mut candidates = index.entries(words.folded(), self.entries);
        let mut best = None;
        while let Some((phrase, senses)) = candidates.first() {
            if phrase.as_bytes() == words.folded() {
                best = Some(Match { len: words.len, senses });
                // Nothing longer is left but the same with a closing dot.
                if candidates.len() == 1 && !words.rest().starts_with('.') {
                    break;
                }
            }
            if !words.advance() {
                break;
            }
            candidates = with_prefix(candidates, words.folded());
        }
        best
    }

    fn first_words(&self) -> &Index {
        self.first_words.get_or_init(|| Index::of(self.entries, first_word))
    }

    /// The first words of the phrases with a sense of some kind.
    pub fn first_words_of(&self, is_wanted: impl Fn(&S) -> bool) -> FirstWords {
        let mut filter = Filter::new();
        for (phrase, _) in self.entries.iter().filter(|(_, senses)| senses.iter().any(&is_wanted)) {
            filter.insert(hash(&phrase.as_bytes()[..first_word(phrase)]));
        }
        FirstWords(filter)
    }

    /// All entries, in the order of the table.
    pub fn entries(&self) -> &'static [Entry<S>] {
        self.entries
    }
}

/// The first words of some phrases of a table, to turn away texts that start with none of them.
pub struct FirstWords(Filter);

impl FirstWords {
    /// Whether one of the phrases may stand at the start of a text; seldom true without one.
    pub fn may_begin(&self, text: &str) -> bool {
        if let Some(word) = first_ascii_word(text) {
            return self.0.has(hash_small(word));
        }
        let mut words = Words::new(text);
        words.advance() && self.0.has(hash(words.folded()))
    }
}

/// Bytes of a folded phrase's first word.
fn first_word(phrase: &str) -> usize {
    let mut words = Words::new(phrase);
    words.advance();
    words.folded().len()
}

pub(crate) fn with_prefix<S>(entries: &'static [Entry<S>], prefix: &[u8]) -> &'static [Entry<S>] {
    let from = &entries[entries.partition_point(|(phrase, _)| phrase.as_bytes() < prefix)..];
    if from.first().is_none_or(|(phrase, _)| !phrase.as_bytes().starts_with(prefix)) {
        return &[];
    }
    &from[..from.partition_point(|(phrase, _)| phrase.as_bytes().starts_with(prefix))]
}

/// The first word of a text, if it is of ASCII letters alone, so that to fold it is to take its small letters.
fn first_ascii_word(text: &str) -> Option<&[u8]> {
    let len = text.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.as_bytes().split_at(len);
    let is_whole = !rest.first().is_some_and(|byte| *byte == b'.' || !byte.is_ascii());
    (is_whole && !word.is_empty()).then_some(word)
}

/// Whether two neighbours stand in one word; the dot of an abbreviation stands in the word before it, where there are
/// blanks between words.
fn is_joined(a: char, b: char) -> bool {
    if a == '.' || b == '.' {
        let letter = if a == '.' { b } else { a };
        return is_letter(letter) && !is_spaceless(letter);
    }
    if a.is_ascii() && b.is_ascii() {
        return a.is_ascii_alphanumeric()
            && b.is_ascii_alphanumeric()
            && a.is_ascii_digit() == b.is_ascii_digit();
    }
    let (a, b) = (Traits::of(a), Traits::of(b));
    a.is_word() && b.is_word() && a.is_number() == b.is_number() && !a.is_spaceless() && !b.is_spaceless()
}

/// The folded beginning of a text, longer by a word with each step.
struct Words<'t> {
    text: &'t str,
    /// Bytes of the text that are folded so far.
    len: usize,
    folder: Folder,
    buffer: Buffer,
}

impl<'t> Words<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, len: 0, folder: Folder::default(), buffer: Buffer::new() }
    }

    /// Goes on to the next place where a word may end; false at the end of the text or of the room for it.
    fn advance(&mut self) -> bool {
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

    fn rest(&self) -> &'t str {
        &self.text[self.len..]
    }

    /// UTF-8, as are the phrases: their bytes compare alike, and need no proof.
    fn folded(&self) -> &[u8] {
        &self.buffer.bytes[..self.buffer.len]
    }
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
