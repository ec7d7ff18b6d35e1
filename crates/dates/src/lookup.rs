use crate::token::Senses;
use copydesk_date_words::{Match, Sense, longest_prefix};

/// Looks words up in the tables, and remembers the last few places: the walk back from a digit and the reading forward to it
/// ask for the same words, and so does the next digit.
#[derive(Debug)]
pub(crate) struct Lookup {
    recent: [(usize, Option<Word>); Self::ROOM],
    next: usize,
}

/// A word or phrase of the tables in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where it ends, in bytes of the text.
    pub(crate) end: usize,
    pub(crate) senses: Senses,
}

impl Lookup {
    const ROOM: usize = 8;
    const NOWHERE: usize = usize::MAX;

    pub(crate) const fn new() -> Self {
        Self { recent: [(Self::NOWHERE, None); Self::ROOM], next: 0 }
    }

    /// The longest known word or phrase at a place of the text, which is the same at every call.
    pub(crate) fn word_at(&mut self, text: &str, at: usize) -> Option<Word> {
        if let Some((_, word)) = self.recent.iter().find(|(place, _)| *place == at) {
            return *word;
        }
        let word = longest_prefix(&text[at..])
            .map(|Match { len, senses, .. }: Match<Sense>| Word { end: at + len, senses });
        self.recent[self.next] = (at, word);
        self.next = (self.next + 1) % Self::ROOM;
        word
    }
}
