//! Where a name ends that runs on into the words behind it: the site's name, or whom the text is about.

use crate::reading::Reading;
use copydesk_bylines::{Contributor, has_given_name};
use copydesk_lexicon::is_word;
use memchr::memmem;

/// A word that the page prints so often without the one before it is not the last of a name.
const OFTEN: usize = 3;

/// Bytes of an author's name, less a last word that is not his: `Ada Muster Harbourpost`.
pub(super) fn own_len(reading: &Reading<'_>, author: &Contributor<'_>) -> usize {
    let name = author.name;
    let last = name.rfind(' ').filter(|at| runs_on(reading.text, &name[..*at], &name[at + 1..]));
    last.unwrap_or(name.len())
}

fn runs_on(text: &str, name: &str, last: &str) -> bool {
    let Some((given, rest)) = name.split_once(' ') else { return false };
    let before = rest.rsplit(' ').next().unwrap_or(rest);
    let is_candidate = has_given_name(given) && ![before, last].into_iter().any(has_given_name);
    is_candidate
        && memmem::find_iter(text.as_bytes(), last)
            .filter(|at| is_alone(text, *at, last, before))
            .nth(OFTEN - 1)
            .is_some()
}

/// Whether a word at a place is whole, and another one does not stand before it.
fn is_alone(text: &str, at: usize, word: &str, before: &str) -> bool {
    let (head, tail) = (&text[..at], &text[at + word.len()..]);
    let is_whole = !head.ends_with(is_word) && !tail.starts_with(is_word);
    is_whole && !head.trim_end().ends_with(before)
}

#[cfg(test)]
mod tests {
    use super::runs_on;

    #[track_caller]
    fn check(text: &str, name: &str, last: &str, expected: bool) {
        assert_eq!(runs_on(text, name, last), expected, "{name} {last}");
    }

    #[test]
    fn what_the_page_prints_often() {
        let page = "Harbourpost\nBy Ada Muster Harbourpost\nWrite to Harbourpost.\n© Harbourpost";
        check(page, "Ada Muster", "Harbourpost", true);
        check(page, "Ada", "Harbourpost", false);
        check(
            "By Ada Muster Harbourpost\nHarbourposts\nHarbourpost\nHarbourpost",
            "Ada Muster",
            "Harbourpost",
            false,
        );
    }

    #[test]
    fn what_belongs_to_the_name() {
        let page = "By Ada Maria Muster\nMore by Ada Maria Muster\nAda Maria  Muster\nMaria Muster";
        check(page, "Ada Maria", "Muster", false);
        check("Karl\nKarl\nKarl\nBy Ada Muster Karl", "Ada Muster", "Karl", false);
        check("Mr Muster\nMr Muster\nMr Muster\nBy Ada Maria Muster", "Ada Maria", "Muster", false);
        check("Post\nPost\nPost\nBy Harbour Muster Post", "Harbour Muster", "Post", false);
    }
}
