//! What the words of a line may open: few lines hold a word that a byline or an agency begins with.

use crate::agency;
use crate::label;
use copydesk_lexicon::Telltales;
use std::sync::LazyLock;

/// A label of names: `By`, `Photo`.
pub(crate) const LABEL: u8 = 1;
/// The name of an agency.
pub(crate) const AGENCY: u8 = 2;

static WORDS: LazyLock<Telltales> = LazyLock::new(|| {
    let labels = label::openers().map(|phrase| (phrase, LABEL));
    Telltales::new(labels.chain(agency::names().map(|name| (name, AGENCY))))
});

/// What the words of a text may open.
pub(crate) fn among(text: &str) -> u8 {
    WORDS.among(text)
}
