use crate::index::{Filter, Index, short};
use crate::words::{FirstWord, Words, first_hash, first_word};
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

impl Lexicon<()> {
    /// A lexicon of the folded words and phrases of a list, one on each line, sorted by bytes, that mean nothing but
    /// themselves. It is never freed.
    pub fn of_lines(list: &'static str) -> Self {
        let entries: Vec<Entry<()>> = list.lines().map(|phrase| (phrase, &[()][..])).collect();
        Self::new(entries.leak())
    }
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
    #[inline]
    pub fn longest_prefix(&self, text: &str) -> Option<Match<S>> {
        let words = self.first_words();
        if !words.may_start(text) {
            return None;
        }
        match FirstWord::of(text) {
            Some(word) if words.may_hold(word.hash) => self.behind(&word, text),
            Some(_) => None,
            None => self.search(text),
        }
    }

    /// The same, where the first word may be one of the table's.
    fn behind(&self, word: &FirstWord<'_>, text: &str) -> Option<Match<S>> {
        let (slot, len) = self.first_words().slot(word.hash, |from| word.begins(self.entries[from].0))?;
        if slot.goes_on() && self.may_go_on(word, &text[word.len..]) {
            let mut words = Words::new(text);
            return words.advance().then(|| longest(&self.entries[slot.start()..], words))?;
        }
        let (phrase, senses) = self.entries[slot.start()];
        (len == phrase.len()).then_some(Match { len: word.len, senses })
    }

    /// Whether a phrase may go on behind its first word as a text does.
    fn may_go_on(&self, first: &FirstWord<'_>, rest: &str) -> bool {
        let rest = rest.trim_ascii_start();
        let may = |second: FirstWord<'_>| self.first_words().may_hold_pair(first.hash, second.hash);
        !rest.is_empty() && FirstWord::of(rest).is_none_or(may)
    }

    /// The same, where the first word must be copied to be known.
    fn search(&self, text: &str) -> Option<Match<S>> {
        let mut words = Words::new(text);
        if !words.advance() {
            return None;
        }
        let begins = |from: usize| words.begin(self.entries[from].0).then_some(());
        let (slot, ()) = self.first_words().slot(words.hash(), begins)?;
        longest(&self.entries[slot.start()..], words)
    }

    /// Whether a phrase of the table may stand at the start of a text; seldom true without one.
    pub fn may_begin(&self, text: &str) -> bool {
        first_hash(text).is_some_and(|hash| self.first_words().may_hold(hash))
    }

    fn first_words(&self) -> &Index {
        self.first_words.get_or_init(|| Index::of(self.entries, first_word))
    }

    /// The first words of the phrases with a sense of some kind.
    pub fn first_words_of(&self, is_wanted: impl Fn(&S) -> bool) -> FirstWords {
        let wanted = || self.entries.iter().filter(|(_, senses)| senses.iter().any(&is_wanted));
        let mut filter = Filter::new(wanted().count());
        for (phrase, _) in wanted() {
            filter.insert(short(first_word(phrase).1));
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
        first_hash(text).is_some_and(|hash| self.0.has(short(hash)))
    }
}

/// The longest of the entries from the first on that begins with a word that a text starts with, word by word.
fn longest<S>(mut entries: &'static [Entry<S>], mut words: Words<'_>) -> Option<Match<S>> {
    let mut best = None;
    while let Some((phrase, senses)) = entries.first().filter(|(phrase, _)| words.begin(phrase)) {
        if phrase.as_bytes() == words.folded() {
            best = Some(Match { len: words.len, senses });
            // Nothing longer is left but the same with a closing dot.
            let is_last = entries.get(1).is_none_or(|(next, _)| !words.begin(next));
            if is_last && !words.rest().starts_with('.') {
                break;
            }
        }
        if !words.advance() {
            break;
        }
        entries = from(entries, words.folded());
    }
    best
}

/// The entries from the first on that does not stand before a phrase: near the start, as a rule.
fn from<S>(entries: &'static [Entry<S>], phrase: &[u8]) -> &'static [Entry<S>] {
    let is_before = |(entry, _): &Entry<S>| entry.as_bytes() < phrase;
    let mut end = 1;
    while entries.get(end).is_some_and(is_before) {
        end *= 2;
    }
    let start = end / 2;
    let near = &entries[start..end.min(entries.len())];
    &entries[start + near.partition_point(is_before)..]
}
