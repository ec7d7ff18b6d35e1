//! What every locale must have that CLDR covers to the level of modern use.

use copydesk_date_words::{Calendar, Meaning, Unit, order, words};
use std::collections::BTreeMap;

fn modern() -> Vec<String> {
    let levels: BTreeMap<String, String> =
        toml::from_str(include_str!("../../data/cldr/coverage.toml")).unwrap();
    let is_modern_language = |(tag, level): &(&String, &String)| *level == "modern" && !tag.contains('-');
    let tags: Vec<String> = levels.iter().filter(is_modern_language).map(|(tag, _)| tag.clone()).collect();
    assert!(tags.len() > 80, "{}", tags.len());
    tags
}

/// The tags that lack a meaning: no word has it there.
fn lacking(meaning: Meaning) -> Vec<String> {
    let is_there = |tag: &String| {
        let mut senses = words().flat_map(|(_, senses)| senses);
        senses.any(|sense| sense.meaning == meaning && sense.locales.contains(tag))
    };
    modern().into_iter().filter(|tag| !is_there(tag)).collect()
}

#[test]
fn every_modern_locale_has_seven_weekdays() {
    for day in 1..=7 {
        assert_eq!(lacking(Meaning::Weekday(day)), [""; 0], "{day}");
    }
}

#[test]
fn every_modern_locale_has_twelve_months_but_korean_which_counts_them() {
    for month in 1..=12 {
        assert_eq!(lacking(Meaning::Month(Calendar::Gregorian, month)), ["ko"], "{month}");
    }
    assert!(!lacking(Meaning::Unit(Unit::Month)).contains(&"ko".to_owned()));
}

#[test]
fn every_modern_locale_can_say_yesterday_and_has_an_order() {
    assert_eq!(lacking(Meaning::Relative(Unit::Day, -1)), [""; 0]);
    let without: Vec<String> = modern().into_iter().filter(|tag| order(tag).is_none()).collect();
    assert_eq!(without, [""; 0]);
}
