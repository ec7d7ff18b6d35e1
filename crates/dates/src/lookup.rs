use crate::context::Context;
use crate::token::Senses;
use copydesk_date_words::{Match, Sense, local_prefix, longest_prefix};

const ROOM: usize = 8;
const NOWHERE: usize = usize::MAX;

/// Looks words up in the tables, and remembers the last few places: the walk back from a digit and the reading forward to it
/// ask for the same words, and so does the next digit.
#[derive(Debug)]
pub(crate) struct Lookup<'a> {
    context: Context<'a>,
    recent: [(usize, Option<Word>); ROOM],
    next: usize,
}

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
        let (known, local) = (longest_prefix(&text[at..]), self.local_prefix(&text[at..]));
        let is_longer = |local: &Match<Sense>| known.as_ref().is_none_or(|known| known.len <= local.len);
        let longest = local.filter(is_longer).or(known);
        let word = longest.map(|Match { len, senses, .. }| Word { end: at + len, senses });
        self.recent[self.next] = (at, word);
        self.next = (self.next + 1) % ROOM;
        word
    }

    /// A word of the caller's locales that counts only there.
    fn local_prefix(&self, text: &str) -> Option<Match<Sense>> {
        let local = self.context.has_locales().then(|| local_prefix(text)).flatten();
        local.filter(|found| self.context.knows_one(found.senses))
    }
}
