//! Given names of most languages: with one of them, capitalised words are a person.

use copydesk_lexicon::{fold, is_word};

/// One folded name a line, sorted by bytes.
static NAMES: &str = include_str!("../data/given-names/names.txt");

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
    !word.is_empty() && holds(NAMES, &fold(word))
}

/// Whether one of some sorted lines is a word.
pub(crate) fn holds(mut lines: &str, word: &str) -> bool {
    while !lines.is_empty() {
        let middle = lines.floor_char_boundary(lines.len() / 2);
        let start = lines[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = lines[start..].find('\n').map_or(lines.len(), |len| start + len);
        match lines[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => lines = lines.get(end + 1..).unwrap_or_default(),
            std::cmp::Ordering::Greater => lines = &lines[..start],
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_sorted_and_folded() {
        assert!(NAMES.lines().is_sorted());
        let unfolded = NAMES.lines().find(|name| fold(name) != *name);
        assert_eq!(unfolded, None);
    }

    #[test]
    fn every_line_is_found() {
        let lost = NAMES.lines().find(|name| !is_given_name(name));
        assert_eq!(lost, None);
        assert!(!holds("ada\nkarl\n", "bert"));
        assert!(!holds("ada\nkarl\n", ""));
    }
}
