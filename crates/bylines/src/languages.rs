//! The languages that a text may be in, as far as it matters for names: a stop word of Indonesian is a given name elsewhere.

use crate::label;
use copydesk_lexicon::{is_upper, words};

/// A few languages, by the first two letters of their tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Languages([[u8; 2]; Self::MOST]);

impl Default for Languages {
    /// English, in which menus are everywhere.
    fn default() -> Self {
        let mut languages = [[0; 2]; Self::MOST];
        languages[0] = *b"en";
        Self(languages)
    }
}

impl Languages {
    const MOST: usize = 4;

    /// English and the languages of most function words in samples of the text.
    pub(crate) fn of(text: &str) -> Self {
        let mut votes = Votes(Vec::new());
        samples(text).for_each(|sample| votes.add(sample));
        votes.winners()
    }

    pub(crate) fn has(self, tag: &str) -> bool {
        self.0.iter().any(|own| tag.as_bytes().starts_with(own))
    }

    /// Takes the place of the first that is free.
    fn add(&mut self, tag: &str) {
        if let (Some(free), Some(letters)) =
            (self.0.iter_mut().find(|own| **own == [0; 2]), tag.as_bytes().first_chunk())
        {
            *free = *letters;
        }
    }
}

/// Short pieces from all over the text, that its length does not matter.
fn samples(text: &str) -> impl Iterator<Item = &str> {
    const COUNT: usize = 6;
    const LEN: usize = 120;
    let step = (text.len() / COUNT).max(LEN);
    (0..text.len()).step_by(step).map(move |at| {
        let end = text.floor_char_boundary((at + LEN).min(text.len()));
        &text[text.floor_char_boundary(at)..end]
    })
}

/// How many function words each language has.
struct Votes(Vec<(&'static str, usize)>);

impl Votes {
    fn add(&mut self, sample: &str) {
        for at in words(sample) {
            // Capitals begin names and the labels of menus.
            let word = Some(&sample[at..]).filter(|word| !word.starts_with(is_upper));
            for tag in word.and_then(label::languages).unwrap_or_default() {
                match self.0.iter_mut().find(|(voted, _)| voted == tag) {
                    Some((_, votes)) => *votes += 1,
                    None => self.0.push((tag, 1)),
                }
            }
        }
    }

    /// The best, and those that come close to it, as kin do.
    fn winners(mut self) -> Languages {
        self.0.sort_by_key(|(tag, votes)| (std::cmp::Reverse(*votes), *tag));
        let enough = self.0.first().map_or(0, |(_, votes)| votes.div_ceil(2));
        let mut languages = Languages::default();
        for (tag, _) in self.0.iter().filter(|(tag, votes)| *votes >= enough && *tag != "en") {
            languages.add(tag);
        }
        languages
    }
}
