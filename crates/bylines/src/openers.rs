//! What the words of a line may open: few lines hold a word that a byline or an agency begins with.

use crate::agency;
use crate::label;
use copydesk_lexicon::FirstWords;
use std::sync::LazyLock;

/// A label of names: `By`, `Photo`.
pub(crate) const LABEL: u8 = 1;
/// A label of names that did something other than writing the text.
pub(crate) const CREDIT: u8 = 2;
/// The name of an agency.
pub(crate) const AGENCY: u8 = 4;

static WORDS: LazyLock<FirstWords> = LazyLock::new(|| {
    let agencies = agency::names().map(|name| (name, AGENCY));
    FirstWords::new(label::phrases().map(|(phrase, kind)| (phrase, bits(kind))).filter(|(_, bits)| *bits > 0).chain(agencies))
});

fn bits(kind: label::Kind) -> u8 {
    let label = if kind.opens_byline() { LABEL } else { 0 };
    label | if kind.opens_credit() { CREDIT } else { 0 }
}

/// What the first word of a text may open.
pub(crate) fn at(text: &str) -> u8 {
    WORDS.at(text)
}

/// What the words of a text may open.
pub(crate) fn among(text: &str) -> u8 {
    WORDS.among(text)
}
