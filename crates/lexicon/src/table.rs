use crate::filter::Filter;
use crate::fold::{Folder, is_spaceless, is_word};
use std::sync::OnceLock;

/// A folded word or phrase and everything it can mean.
pub type Entry<S> = (&'static str, &'static [S]);

/// A table of [folded](crate::fold) words and phrases, sorted by bytes, each with all its senses.
pub struct Lexicon<S: 'static> {
    entries: &'static [Entry<S>],
    /// The first words of all phrases, made when it is first needed: it turns most texts away at once.
    first_words: OnceLock<Filter>,
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
    /// Costs one look at the first word for most texts, and else a binary search among fewer candidates with each word.
    pub fn longest_prefix(&self, text: &str) -> Option<Match<S>> {
        let mut words = Words::new(text);
        if !words.advance() || !self.first_words().admits(words.folded()) {
            return None;
        }
        let mut candidates = self.entries;
        let mut best = None;
        loop {
            candidates = with_prefix(candidates, words.folded());
            let Some((phrase, senses)) = candidates.first() else { break };
            if *phrase == words.folded() {
                best = Some(Match { len: words.len, senses });
            }
            if !words.advance() {
                break;
            }
        }
        best
    }

    fn first_words(&self) -> &Filter {
        self.first_words.get_or_init(|| {
            Filter::of(self.entries.iter().filter_map(|(phrase, _)| {
                let mut words = Words::new(phrase);
                words.advance().then(|| Filter::hash(words.folded()))
            }))
        })
    }

    /// All entries, in the order of the table.
    pub fn entries(&self) -> &'static [Entry<S>] {
        self.entries
    }
}

fn with_prefix<S>(entries: &'static [Entry<S>], prefix: &str) -> &'static [Entry<S>] {
    let from = &entries[entries.partition_point(|(phrase, _)| *phrase < prefix)..];
    if from.first().is_none_or(|(phrase, _)| !phrase.starts_with(prefix)) {
        return &[];
    }
    &from[..from.partition_point(|(phrase, _)| phrase.starts_with(prefix))]
}

/// Whether two neighbours stand in one word; the dot of an abbreviation stands in the word before it, where there are
/// blanks between words.
fn is_joined(a: char, b: char) -> bool {
    if a == '.' || b == '.' {
        let letter = if a == '.' { b } else { a };
        return letter.is_alphabetic() && !is_spaceless(letter);
    }
    if a.is_ascii() && b.is_ascii() {
        return a.is_ascii_alphanumeric()
            && b.is_ascii_alphanumeric()
            && a.is_ascii_digit() == b.is_ascii_digit();
    }
    is_word(a) && is_word(b) && a.is_numeric() == b.is_numeric() && !is_spaceless(a) && !is_spaceless(b)
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
        let mut rest = self.text[self.len..].chars().peekable();
        while let Some(c) = rest.next() {
            self.len += c.len_utf8();
            let buffer = &mut self.buffer;
            self.folder.step(c, |c| buffer.push(c));
            if self.buffer.full {
                return false;
            }
            let ends = !c.is_whitespace() && rest.peek().is_none_or(|next| !is_joined(c, *next));
            if ends && self.buffer.len > 0 {
                return true;
            }
        }
        false
    }

    fn folded(&self) -> &str {
        self.buffer.as_str()
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

    fn push(&mut self, c: char) {
        if self.len + c.len_utf8() > Self::ROOM {
            self.full = true;
        } else {
            self.len += c.encode_utf8(&mut self.bytes[self.len..]).len();
        }
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}
