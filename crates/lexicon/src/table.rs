use crate::fold::{Folder, is_spaceless, is_word};

/// A folded word or phrase and everything it can mean.
pub type Entry<S> = (&'static str, &'static [S]);

/// A table of [folded](crate::fold) words and phrases, sorted by bytes, each with all its senses.
#[derive(Clone, Copy)]
pub struct Lexicon<S: 'static> {
    entries: &'static [Entry<S>],
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
        Self { entries }
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
    /// Costs one binary search for most texts: the range of candidates shrinks with each word.
    pub fn longest_prefix(&self, text: &str) -> Option<Match<S>> {
        let mut candidates = self.entries;
        let mut folded = Buffer::new();
        let mut folder = Folder::default();
        let mut best = None;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            folder.step(c, |c| folded.push(c));
            if folded.full {
                break;
            }
            let next = chars.peek().map(|(_, c)| *c);
            if c.is_whitespace() || next.is_some_and(|next| is_joined(c, next)) || folded.as_str().is_empty()
            {
                continue;
            }
            candidates = with_prefix(candidates, folded.as_str());
            match candidates.first() {
                None => break,
                Some((phrase, senses)) if *phrase == folded.as_str() => {
                    best = Some(Match { len: at + c.len_utf8(), senses });
                }
                Some(_) => {}
            }
        }
        best
    }

    /// All entries, in the order of the table.
    pub fn entries(&self) -> &'static [Entry<S>] {
        self.entries
    }
}

fn with_prefix<S>(entries: &'static [Entry<S>], prefix: &str) -> &'static [Entry<S>] {
    let from = entries.partition_point(|(phrase, _)| *phrase < prefix);
    let len = entries[from..].partition_point(|(phrase, _)| phrase.starts_with(prefix));
    &entries[from..from + len]
}

/// Whether two neighbours stand in one word.
fn is_joined(a: char, b: char) -> bool {
    is_word(a) && is_word(b) && a.is_numeric() == b.is_numeric() && !is_spaceless(a) && !is_spaceless(b)
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
