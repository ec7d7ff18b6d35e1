//! Names of months and weekdays, and the words between the parts of a date.

use super::release::Locale;
use super::table::Section;
use copydesk_lexicon::is_word;
use serde_json::Value;

const CONTEXTS: [&str; 2] = ["format", "stand-alone"];
pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub(super) fn months(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    for month in 1..=12 {
        let months = &locale.calendars["gregorian"]["months"];
        for name in names(months, &["wide", "abbreviated"], &month.to_string()) {
            section.add(&format!("gregorian.{month}"), name);
        }
    }
    for calendar in ["persian", "islamic"] {
        add_own_months(&mut section, locale, calendar);
    }
    section
}

/// The months of another calendar, where they have names of their own. Their short names are the long ones of ours, or
/// mean nothing alone: `Ram.`, `Tir`.
fn add_own_months(section: &mut Section, locale: &Locale<'_>, calendar: &str) {
    let Some(months) = locale.calendars.get(calendar).map(|calendar| &calendar["months"]) else { return };
    for month in 1..=12 {
        for name in names(months, &["wide"], &month.to_string()) {
            if !section.has(&format!("gregorian.{month}"), name) {
                section.add(&format!("{calendar}.{month}"), name);
            }
        }
    }
}

pub(super) fn weekdays(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    let days = &locale.calendars["gregorian"]["days"];
    for day in WEEKDAYS {
        let short = names(days, &["short"], day).filter(|name| name.chars().count() > 2 || !is_latin(name));
        for name in names(days, &["wide", "abbreviated"], day).chain(short) {
            section.add(day, name);
        }
    }
    section
}

/// A weekday's long names, in lower case.
pub(super) fn weekday_names(locale: &Locale<'_>, day: &str) -> Vec<String> {
    let days = &locale.calendars["gregorian"]["days"];
    names(days, &["wide"], day).map(str::to_lowercase).collect()
}

/// Two Latin letters for a weekday are a common word of some language, unless they are the usual abbreviation.
fn is_latin(name: &str) -> bool {
    name.starts_with(|c: char| c < '\u{370}')
}

fn names<'n>(names: &'n Value, widths: &'n [&str], name: &'n str) -> impl Iterator<Item = &'n str> {
    let contexts =
        move |width| CONTEXTS.iter().filter_map(move |context| names[context][width][name].as_str());
    widths.iter().flat_map(contexts)
}

/// The words in the patterns of dates, and between a date and a time.
pub(super) fn particles(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    let calendar = &locale.calendars["gregorian"];
    let is_date = |key: &str| key.chars().all(|field| "yMEd".contains(field));
    let formats = &calendar["dateTimeFormats"]["availableFormats"];
    let formats = entries(formats).filter(|(key, _)| is_date(key));
    let patterns = entries(&calendar["dateFormats"]).chain(formats);
    for (_, pattern) in patterns.chain(entries(&calendar["dateTimeFormats-atTime"]["standard"])) {
        for word in literals(pattern).iter().filter(|word| word.chars().all(is_of_words)) {
            section.add("glue", word);
        }
    }
    section
}

fn entries(formats: &Value) -> impl Iterator<Item = (&str, &str)> {
    let formats = formats.as_object().into_iter().flatten();
    formats
        .filter_map(|(key, pattern)| Some((key.as_str(), pattern.as_str().or(pattern["_value"].as_str())?)))
}

/// What a pattern has between its fields; ASCII letters outside of quotes are the fields.
fn literals(pattern: &str) -> Vec<String> {
    let mut quoted = false;
    let mut text = String::new();
    for c in pattern.chars() {
        quoted ^= c == '\'';
        let is_field = !quoted && (c.is_ascii_alphabetic() || "{}01".contains(c));
        text.push(if is_field { '\n' } else { c });
    }
    let is_outer = |c: char| !is_word(c) && c != '’';
    text.replace('\'', "").split('\n').map(|word| word.trim_matches(is_outer).to_owned()).collect()
}

fn is_of_words(c: char) -> bool {
    is_word(c) || c.is_whitespace() || c == '’'
}
