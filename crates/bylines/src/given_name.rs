//! Given names of most languages: with one of them, capitalised words are a person.

use copydesk_lexicon::{Lexicon, is_word};
use std::sync::LazyLock;

static NAMES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::of_lines(include_str!("../data/given-names/names.txt")));

/// Whether one of a name's words is known as a given name.
///
/// ```
/// assert!(copydesk_bylines::has_given_name("Doe, JANE"));
/// assert!(!copydesk_bylines::has_given_name("Harbour News"));
/// ```
pub fn has_given_name(name: &str) -> bool {
    let is_inside = |c: char| is_word(c) || matches!(c, '\'' | '’');
    name.split(|c| !is_inside(c)).any(is_given_name)
}

/// Whether a word is a given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    !NAMES.get(word).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_lexicon::fold;

    #[test]
    fn lines_are_sorted_and_folded() {
        assert!(NAMES.entries().is_sorted());
        let unfolded = NAMES.entries().iter().find(|(name, _)| fold(name) != **name);
        assert_eq!(unfolded, None);
    }

    #[test]
    fn every_line_is_found() {
        let lost = NAMES.entries().iter().find(|(name, _)| !is_given_name(name));
        assert_eq!(lost, None);
    }
}
