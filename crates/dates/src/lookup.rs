use crate::Deictic;
use crate::context::Context;
use crate::token::Senses;
use copydesk_date_words::{Match, Meaning, Sense, Tags, local_prefix, longest_prefix, short_prefix};

/// Looks words up in the tables, and remembers the last few places: the walk back from a digit and the reading forward to it
/// ask for the same words, and so does the next digit.
#[derive(Debug)]
pub(crate) struct Lookup<'a> {
    context: Context<'a>,
    /// The caller's locales.
    tags: Tags,
    deictic: Deictic,
    recent: [(usize, Option<Word>); ROOM],
    next: usize,
}

/// How many places are remembered.
const ROOM: usize = 8;
const NOWHERE: usize = usize::MAX;

/// A word or phrase of the tables in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where it ends, in bytes of the text.
    pub(crate) end: usize,
    pub(crate) senses: Senses,
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(context: Context<'a>, deictic: Deictic) -> Self {
        Self { context, tags: Tags::of(context.locales), deictic, recent: [(NOWHERE, None); ROOM], next: 0 }
    }

    /// The longest known word or phrase at a place of the text, which is the same at every call.
    pub(crate) fn word_at(&mut self, text: &str, at: usize) -> Option<Word> {
        if let Some((_, word)) = self.recent.iter().find(|(place, _)| *place == at) {
            return *word;
        }
        let longest = self.longest_prefix(&text[at..]);
        let word = longest.map(|Match { len, senses, .. }| Word { end: at + len, senses });
        self.recent[self.next] = (at, word);
        self.next = (self.next + 1) % ROOM;
        word
    }

    /// The senses of the longest known word or phrase at a place of the text.
    pub(crate) fn senses_at(&mut self, text: &str, at: usize) -> Senses {
        self.word_at(text, at).map_or(&[], |word| word.senses)
    }

    /// The longest known word; of two senses of one, that which counts in the caller's locales only, unless the other is
    /// of them as well and says more than that it stands between others.
    fn longest_prefix(&self, text: &str) -> Option<Match<Sense>> {
        let (known, local) = (self.known_prefix(text), self.local_prefix(text));
        let (Some(known), Some(local)) = (&known, &local) else { return known.or(local) };
        let says_more = local.senses.iter().any(|sense| sense.meaning != Meaning::Glue);
        let is_local = says_more || !self.context.knows_one(known.senses);
        let is_better = local.len > known.len || local.len == known.len && is_local;
        Some(if is_better { local } else { known }).map(|Match { len, senses }| Match { len: *len, senses })
    }

    /// The longest word that counts in such texts, wherever they are from.
    fn known_prefix(&self, text: &str) -> Option<Match<Sense>> {
        let known = longest_prefix(text);
        let short = (self.deictic == Deictic::Find).then(|| short_prefix(text)).flatten();
        let len = |found: &Match<Sense>| found.len;
        if short.as_ref().map_or(0, len) >= known.as_ref().map_or(1, len) { short } else { known }
    }

    /// A word of the caller's locales that counts only there, without what it means in others.
    fn local_prefix(&self, text: &str) -> Option<Match<Sense>> {
        let found = self.context.has_locales().then(|| local_prefix(text)).flatten()?;
        let mut known = found.senses.split(|sense| !self.tags.are_in(sense.locales));
        known.find(|senses| !senses.is_empty()).map(|senses| Match { len: found.len, senses })
    }
}
