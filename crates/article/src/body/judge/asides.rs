//! What outlets say beside their articles: of themselves, of what they offer, of pictures and readers. Such lines are known
//! by a few words, wherever those stand.

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
    /// Pictures.
    Picture,
    /// The site itself, its rules and its technique.
    Site,
    /// The outlet's channels elsewhere.
    Social,
}

/// How many kinds there are.
pub(super) const KINDS: usize = 8;

/// The words as `each_word` passes them on, sorted.
pub(super) struct Asides {
    words: Vec<(u64, Aside)>,
    /// A bit for each of the lowest bits of a word: most words of a text are none of these.
    filter: [u64; Self::FILTER],
}

static ASIDES: LazyLock<Asides> = LazyLock::new(Asides::new);

impl Asides {
    pub(super) const ADDRESS: usize = Aside::Address as usize;
    const FILTER: usize = 256;

    pub(super) fn get() -> &'static Self {
        &ASIDES
    }

    fn new() -> Self {
        let mut asides = Self { words: Vec::new(), filter: [0; Self::FILTER] };
        for (text, aside) in WORDS {
            each_word(text, |word| asides.words.push((word, *aside)));
        }
        asides.words.sort_unstable();
        asides.words.dedup();
        for (word, _) in &asides.words {
            let (slot, bit) = place(*word);
            asides.filter[slot] |= bit;
        }
        asides
    }

    /// How many of some words are about each.
    pub(super) fn count(&self, words: &[u64]) -> [u32; KINDS] {
        let mut counts = [0; KINDS];
        for word in words.iter().filter(|word| self.may_hold(**word)) {
            let from = self.words.partition_point(|one| one.0 < *word);
            let senses = self.words[from..].iter().take_while(|one| one.0 == *word);
            senses.for_each(|(_, aside)| counts[*aside as usize] += 1);
        }
        counts
    }

    fn may_hold(&self, word: u64) -> bool {
        let (slot, bit) = place(word);
        self.filter[slot] & bit != 0
    }
}

/// A word's place in the filter.
fn place(word: u64) -> (usize, u64) {
    (word as usize >> 6 & (Asides::FILTER - 1), 1 << (word & 63))
}

impl Judge<'_, '_> {
    /// What of the line is said beside articles. A long paragraph may say all of it.
    pub(super) fn asides(&self, nth: usize) -> Features<Body> {
        const MOST_WORDS: usize = 60;
        /// One word in so many.
        const DENSE: usize = 6;
        const DENSE_ADDRESS: usize = 8;
        let line = self.words.of_line(nth);
        let words = line.len();
        let counts = self.words.asides[nth];
        let said = |aside: Aside| words <= MOST_WORDS && counts[aside as usize] > 0;
        let dense = |aside: Aside| said(aside) && DENSE * counts[aside as usize] as usize >= words;
        let address = counts[Asides::ADDRESS];
        let (usual, of) = self.words.addressing;
        let has = |words: &[u64], aside: Aside| Asides::get().count(words)[aside as usize] > 0;
        Features::of([
            (Body::AuthorWords, said(Aside::Author)),
            (Body::CommentWords, said(Aside::Comment)),
            (Body::OfferWords, said(Aside::Offer)),
            (Body::OthersWords, said(Aside::Others)),
            (Body::PictureWords, said(Aside::Picture)),
            (Body::SiteWords, said(Aside::Site)),
            (Body::SocialWords, said(Aside::Social)),
            (Body::CommentDense, dense(Aside::Comment)),
            (Body::OfferDense, dense(Aside::Offer)),
            (Body::OthersDense, dense(Aside::Others)),
            (Body::PictureDense, dense(Aside::Picture)),
            (Body::SiteDense, dense(Aside::Site)),
            (Body::SocialDense, dense(Aside::Social)),
            (Body::OpensAsOthers, has(&line[..words.min(1)], Aside::Others)),
            (Body::ClosesAsPicture, has(&line[words.saturating_sub(2)..], Aside::Picture)),
            (Body::AddressDense, said(Aside::Address) && DENSE_ADDRESS * address as usize >= words),
            (Body::AddressOdd, address > 0 && 250 * usual < of),
        ])
    }
}
