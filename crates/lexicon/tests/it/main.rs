//! The lexicon against its cases, and the properties that its users rely on.

use copydesk_lexicon::{Entry, Lexicon, fold};
use proptest::prelude::*;
use serde::Deserialize;

static TABLE: &[Entry<u8>] = &[
    ("am", &[1]),
    ("mar", &[3, 2]),
    ("ngày", &[4]),
    ("posted", &[5]),
    ("posted on", &[6]),
    ("us", &[7]),
    ("พศ", &[9]),
    ("作者", &[8]),
];
static LEXICON: Lexicon<u8> = Lexicon::new(TABLE);

#[derive(Deserialize)]
struct Cases<C> {
    case: Vec<C>,
}

#[derive(Deserialize)]
struct Alike {
    same: Vec<String>,
    other: Vec<String>,
}

#[derive(Deserialize)]
struct Prefix {
    text: String,
    found: Option<String>,
}

#[track_caller]
fn check(text: &str, found: Option<&str>) {
    let len = LEXICON.longest_prefix(text).map(|found| found.len);
    assert_eq!(len.map(|len| &text[..len]), found, "in {text:?}");
}

#[test]
fn folding() {
    let cases: Cases<Alike> = toml::from_str(include_str!("../../testdata/fold.toml")).unwrap();
    for Alike { same, other } in cases.case {
        let folded = fold(&same[0]);
        for text in &same {
            assert_eq!(fold(text), folded, "{text:?}");
        }
        for text in &other {
            assert_ne!(fold(text), folded, "{text:?}");
        }
    }
}

#[test]
fn prefixes() {
    let cases: Cases<Prefix> = toml::from_str(include_str!("../../testdata/prefix.toml")).unwrap();
    for Prefix { text, found } in cases.case {
        check(&text, found.as_deref());
    }
}

#[test]
fn a_phrase_keeps_all_its_senses_in_order() {
    assert_eq!(LEXICON.get("Mar."), [3, 2]);
    assert_eq!(LEXICON.get("Mar. 3"), [0u8; 0]);
}

#[test]
fn each_entry_finds_itself() {
    for (phrase, senses) in LEXICON.entries() {
        assert_eq!(LEXICON.get(phrase), *senses, "{phrase}");
    }
}

#[test]
fn folding_any_character_twice_changes_nothing() {
    for c in '\0'..=char::MAX {
        let once = fold(&format!("{c}A{c}{c}"));
        assert_eq!(fold(&once), once, "{c:?}");
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC*") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn a_match_is_a_prefix_that_folds_to_an_entry(text in "(posted|on|mar|am|u\\.s|作者|[ .'’\\PC]){0,6}") {
        if let Some(found) = LEXICON.longest_prefix(&text) {
            let phrase = fold(&text[..found.len]);
            prop_assert!(TABLE.iter().any(|(entry, senses)| *entry == phrase && *senses == found.senses));
        }
    }
}
