use crate::byline::{Contributor, Kind};
use crate::given_name::is_given_name;
use crate::label::{self, Kind as Word, Label};
use crate::languages::Languages;
use crate::piece::Piece;
use copydesk_lexicon::{is_spaceless, is_upper, words};

/// What stands behind a name, and the longest phrase that it starts with.
#[derive(Clone, Copy)]
pub(super) struct Behind<'t> {
    pub(super) piece: Piece<'t>,
    pub(super) label: Option<Label>,
}

/// What stands between two names.
pub(super) struct Joint {
    pub(super) len: usize,
    /// Whether it is a word for "and", and no mere separator.
    pub(super) is_word: bool,
}

impl Joint {
    /// The joint that a text starts with; `before` is the name that a blank separates from it.
    pub(super) fn at(behind: Behind<'_>, before: Option<&Contributor<'_>>) -> Option<Self> {
        let text = behind.piece.str;
        if let Some(rest) = text.strip_prefix([',', '，', '、', ';', '/', '／']) {
            let next = rest.trim_start();
            let and = conjunction_at(next);
            let len = text.len() - next.len() + and.unwrap_or_default();
            return Some(Self { len, is_word: and.is_some() });
        }
        if let Some(and) = behind.label.filter(|label| is_conjunction(label, behind.piece.languages)) {
            return Some(Self { len: and.len, is_word: true });
        }
        let is_unspaced = |one: &Contributor<'_>| one.name.chars().all(is_spaceless);
        // Behind a name that was not read to its end.
        let goes_on = || is_given_name(text.split(' ').next().unwrap_or_default());
        before
            .is_some_and(|one| {
                one.kind == Kind::Person && (is_unspaced(one) || text.starts_with(is_upper) && goes_on())
            })
            .then_some(Self { len: 0, is_word: false })
    }
}

/// Whether a word joins names: `in` does in Slovenian alone, and leads to a place elsewhere.
fn is_conjunction(label: &Label, languages: Languages) -> bool {
    let is_own =
        || label.languages(Word::Conjunction).is_some_and(|tags| tags.iter().any(|tag| languages.has(tag)));
    label.is(Word::Conjunction) && (!label.any(|word| matches!(word, Word::From | Word::For)) || is_own())
}

fn conjunction_at(text: &str) -> Option<usize> {
    label::of(Word::Conjunction, text).map(|label| label.len)
}

/// Where the first conjunction of a text starts.
pub(super) fn conjunction(text: &str) -> Option<usize> {
    words(text).find(|at| conjunction_at(&text[*at..]).is_some())
}
