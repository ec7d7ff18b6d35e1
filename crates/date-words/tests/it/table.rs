//! What holds for every entry of the table.

use copydesk_date_words::{longest_prefix, patterns_before, patterns_behind, senses, words};
use copydesk_lexicon::fold;
use proptest::prelude::*;

#[test]
fn the_table_is_sorted_and_folded() {
    let words: Vec<&str> = words().map(|(word, _)| word).collect();
    assert!(words.len() > 10_000, "{}", words.len());
    assert!(words.is_sorted_by(|a, b| a < b));
    let unfolded: Vec<&&str> = words.iter().filter(|word| fold(word) != **word).collect();
    assert!(unfolded.is_empty(), "{unfolded:?}");
}

#[test]
fn every_word_is_found_with_all_its_senses() {
    let lost: Vec<&str> =
        words().filter(|(word, found)| senses(word) != *found).map(|(word, _)| word).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn every_sense_has_a_locale_and_comes_once() {
    for (word, senses) in words() {
        assert!(!senses.is_empty(), "{word}");
        for (at, sense) in senses.iter().enumerate() {
            assert!(sense.locales.tags().next().is_some(), "{word}");
            assert!(sense.locales.tags().all(|tag| sense.locales.contains(tag)), "{word}");
            assert!(senses[..at].iter().all(|other| other.meaning != sense.meaning), "{word}");
        }
    }
}

#[test]
fn no_latin_letter_alone_is_a_month_a_weekday_or_relative() {
    use copydesk_date_words::Meaning::{Month, Relative, Weekday};
    let is_named = |meaning| matches!(meaning, Month(..) | Weekday(_) | Relative(..));
    let short: Vec<&str> = words()
        .filter(|(word, senses)| word.len() == 1 && senses.iter().any(|sense| is_named(sense.meaning)))
        .map(|(word, _)| word)
        .collect();
    assert!(short.is_empty(), "{short:?}");
}

proptest! {
    #[test]
    fn a_match_is_a_slice_of_the_text(text in any::<String>()) {
        let word = longest_prefix(&text).map(|found| found.len);
        let pattern = patterns_behind(&text).map(|found| found.len);
        for len in word.into_iter().chain(pattern) {
            prop_assert!(text.get(..len).is_some_and(|slice| !slice.is_empty()));
        }
        prop_assert!(patterns_before(&text).iter().all(|pattern| pattern.behind.is_empty()));
    }

    #[test]
    fn a_word_is_found_at_the_start_of_any_text(at in any::<prop::sample::Index>(), rest in "( .{0,20})?") {
        let words: Vec<&str> = words().map(|(word, _)| word).collect();
        let word = at.get(&words);
        let found = longest_prefix(&format!("{word}{rest}")).map_or(0, |found| found.len);
        prop_assert!(found >= word.len(), "{word}");
    }
}
