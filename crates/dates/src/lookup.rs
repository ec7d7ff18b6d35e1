use crate::context::Context;
use crate::token::Senses;
use copydesk_date_words::{Match, Sense, longest_common_prefix, longest_prefix};

/// Looks words up in the tables, and remembers the last few places: the walk back from a digit and the reading forward to it
/// ask for the same words, and so does the next digit.
#[derive(Debug)]
pub(crate) struct Lookup<'a> {
    context: Context<'a>,
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
    pub(crate) const fn new(context: Context<'a>) -> Self {
        Self { context, recent: [(NOWHERE, None); ROOM], next: 0 }
    }

    /// The longest known word or phrase at a place of the text, which is the same at every call.
    pub(crate) fn word_at(&mut self, text: &str, at: usize) -> Option<Word> {
        if let Some((_, word)) = self.recent.iter().find(|(place, _)| *place == at) {
            return *word;
        }
        let word = self.prefix(&text[at..]).map(|Match { len, senses, .. }| Word { end: at + len, senses });
        self.recent[self.next] = (at, word);
        self.next = (self.next + 1) % ROOM;
        word
    }

    /// A word that the caller's locales lack may be one that counts in them alone.
    fn prefix(&self, text: &str) -> Option<Match<Sense>> {
        let knows = |found: &Match<Sense>| self.context.knows_one(found.senses);
        let usual = longest_prefix(text);
        if !self.context.has_locales() || usual.as_ref().is_some_and(knows) {
            return usual;
        }
        longest_common_prefix(text).filter(knows).or(usual)
    }
}
