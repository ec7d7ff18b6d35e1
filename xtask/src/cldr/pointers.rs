//! The words that point to the day, week or month before, this one and the next: `last`, `this`, `next`.

use super::dates::{WEEKDAYS, weekday_names};
use super::release::Locale;
use super::table::Section;

const OFFSETS: [i8; 3] = [-1, 0, 1];

/// What CLDR's phrases have beside a weekday's name: `last` of `last Tuesday`.
pub(super) fn pointers(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    for (_, offset, phrase, name) in phrases(locale) {
        if let Some(word) = name.and_then(|name| beside(&phrase, &name)) {
            section.add(&offset.to_string(), word);
        }
    }
    section
}

/// The phrases in which no weekday's name stands by itself: `上周二`.
pub(super) fn pointed_weekdays(locale: &Locale<'_>, section: &mut Section) {
    for (day, offset, phrase, name) in phrases(locale) {
        if name.and_then(|name| beside(&phrase, &name)).is_none() {
            section.add(&format!("{day}.{offset}"), &phrase);
        }
    }
}

/// Weekday, offset, phrase, and the weekday's name that it begins or ends with.
fn phrases(locale: &Locale<'_>) -> Vec<(&'static str, i8, String, Option<String>)> {
    let mut phrases = Vec::new();
    for day in WEEKDAYS {
        let names = weekday_names(locale, day);
        for offset in OFFSETS {
            let phrase = locale.fields[day][format!("relative-type-{offset}")].as_str();
            let phrase = phrase.map(str::to_lowercase).filter(|phrase| !names.contains(phrase));
            let Some(phrase) = phrase else { continue };
            let name = names.iter().find(|name| beside(&phrase, name).is_some());
            phrases.push((day, offset, phrase.clone(), name.cloned()));
        }
    }
    phrases
}

fn beside<'p>(phrase: &'p str, name: &str) -> Option<&'p str> {
    let behind = phrase.strip_prefix(name).filter(|rest| rest.starts_with(' '));
    let before = || phrase.strip_suffix(name).filter(|rest| rest.ends_with(' '));
    behind.or_else(before).map(str::trim)
}
