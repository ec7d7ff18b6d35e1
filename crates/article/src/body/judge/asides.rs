//! What outlets say beside their articles: of themselves, of what they offer, of readers. Such lines are known by a few words,
//! wherever those stand.

use super::Judge;
use super::words::each_word;
use crate::features::Features;
use crate::generated::asides::WORDS;
use crate::weights::Body;
use std::sync::LazyLock;

/// What a word is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aside {
    /// The reader, who is spoken to, or the outlet, which speaks of itself.
    Address,
    /// The author.
    Author,
    /// Comments of readers.
    Comment,
    /// What readers may get or give.
    Offer,
    /// Other articles.
    Others,
    /// The site itself, its rules and its technique.
    Site,
    /// The outlet's channels elsewhere.
    Social,
}

/// How many kinds there are.
const KINDS: usize = 7;

/// A bit for each language of the table.
type Languages = u32;

/// A word as `each_word` passes it on.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    number: u64,
    aside: Aside,
    languages: Languages,
}

/// The words of all languages, sorted.
struct Table {
    words: Vec<Word>,
    /// A bit for each of the lowest bits of a word: most words of a text are none of these.
    filter: [u64; Self::FILTER],
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    const FILTER: usize = 256;

    fn new() -> Self {
        let mut table = Self { words: Vec::new(), filter: [0; Self::FILTER] };
        for (bit, (_, words)) in WORDS.iter().enumerate() {
            for (text, aside) in *words {
                each_word(text, |number| {
                    table.words.push(Word { number, aside: *aside, languages: 1 << bit });
                });
            }
        }
        table.words.sort_unstable();
        table.words.dedup_by(|word, before| {
            let is_same = (word.number, word.aside) == (before.number, before.aside);
            before.languages |= if is_same { word.languages } else { 0 };
            is_same
        });
        for word in &table.words {
            let (slot, bit) = place(word.number);
            table.filter[slot] |= bit;
        }
        table
    }
}

/// A word's place in the filter.
fn place(word: u64) -> (usize, u64) {
    (word as usize >> 6 & (Table::FILTER - 1), 1 << (word & 63))
}

/// The words of some languages.
pub(super) struct Asides {
    table: &'static Table,
    languages: Languages,
}

impl Asides {
    /// Those of a page in some languages, and those of English, which sites use whatever their language; all, if there are none
    /// for its languages.
    pub(super) fn of(tags: &[&str]) -> Self {
        let bits = |tags: &[&str]| -> Languages {
            (0..).zip(WORDS).filter(|(_, (tag, _))| tags.contains(tag)).map(|(bit, _)| 1 << bit).sum()
        };
        let own = bits(tags);
        Self { table: &TABLE, languages: if own == 0 { Languages::MAX } else { own | bits(&["en"]) } }
    }

    /// How many of some words are about each.
    fn count(&self, words: &[u64]) -> [u32; KINDS] {
        let mut counts = [0; KINDS];
        for word in words.iter().filter(|word| self.may_hold(**word)) {
            let from = self.table.words.partition_point(|one| one.number < *word);
            let senses = self.table.words[from..].iter().take_while(|one| one.number == *word);
            let own = senses.filter(|one| one.languages & self.languages != 0);
            own.for_each(|one| counts[one.aside as usize] += 1);
        }
        counts
    }

    fn may_hold(&self, word: u64) -> bool {
        let (slot, bit) = place(word);
        self.table.filter[slot] & bit != 0
    }
}

impl Judge<'_, '_> {
    /// What of the line is said beside articles. A long paragraph may say all of it.
    pub(super) fn asides(&self, nth: usize) -> Features<Body> {
        const MOST_WORDS: u32 = 60;
        /// One word in so many.
        const DENSE: usize = 6;
        const DENSE_ADDRESS: usize = 8;
        let words = self.words.of_line(nth);
        if self.line(self.at(nth)).shape.words > MOST_WORDS {
            return Features::of([]);
        }
        let counts = self.asides.count(words);
        let all: u32 = counts.iter().sum();
        if all == 0 {
            return Features::of([]);
        }
        let count = |aside: Aside| counts[aside as usize] as usize;
        let said = |aside: Aside| count(aside) > 0;
        let is_dense = |aside: Aside| said(aside) && DENSE * count(aside) >= words.len();
        let opens_as_others = self.asides.count(&words[..1])[Aside::Others as usize] > 0;
        Features::of([
            (Body::CommentWords, said(Aside::Comment)),
            (Body::OfferWords, said(Aside::Offer)),
            (Body::OthersWords, said(Aside::Others)),
            (Body::SiteWords, said(Aside::Site)),
            (Body::CommentDense, is_dense(Aside::Comment)),
            (Body::OfferDense, is_dense(Aside::Offer)),
            (Body::SiteDense, is_dense(Aside::Site)),
            (Body::SocialDense, is_dense(Aside::Social)),
            (Body::OpensAsOthers, opens_as_others),
            (
                Body::AddressDense,
                said(Aside::Address) && DENSE_ADDRESS * count(Aside::Address) >= words.len(),
            ),
            (Body::AsideWords, all as usize - count(Aside::Address) >= 2),
        ])
    }
}
