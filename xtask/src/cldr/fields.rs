//! What `dateFields` says: names of units, words relative to now, and ways to count from now.

use super::pointers::pointed_weekdays;
use super::release::Locale;
use super::table::Section;
use serde_json::Value;

const UNITS: [&str; 8] = ["year", "quarter", "month", "week", "day", "hour", "minute", "second"];
const WIDTHS: [&str; 3] = ["", "-short", "-narrow"];

/// The names of units, which stand beside numbers in some languages: `年`, `giờ`.
pub(super) fn units(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    for (unit, field) in fields(locale) {
        section.add(unit, field["displayName"].as_str().unwrap_or_default());
    }
    section
}

/// Words relative to now: `yesterday`. The counts that are said without a number are such words too.
pub(super) fn relative(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    for (unit, field) in fields(locale) {
        for offset in -3..=3 {
            let word = field[format!("relative-type-{offset}")].as_str().unwrap_or_default();
            for word in word.split('/') {
                section.add(&format!("{unit}.{offset}"), word);
            }
        }
        for (sign, _, count, pattern) in counted(field) {
            if let Some(number) = number(count).filter(|_| !pattern.contains("{0}")) {
                section.add(&format!("{unit}.{}", sign * number), pattern);
            }
        }
    }
    pointed_weekdays(locale, &mut section);
    section
}

/// Ways to count from now: `{0} days ago`.
pub(super) fn patterns(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    for (unit, field) in fields(locale) {
        for (_, direction, _, pattern) in counted(field) {
            for pattern in spelled_out(pattern).iter().filter(|pattern| is_worded(pattern)) {
                section.add(&format!("{unit}.{direction}"), pattern);
            }
        }
    }
    section
}

fn fields<'l>(locale: &'l Locale<'_>) -> impl Iterator<Item = (&'static str, &'l Value)> {
    let widths = |unit| WIDTHS.map(|width| (unit, &locale.fields[format!("{unit}{width}")]));
    UNITS.into_iter().flat_map(widths)
}

/// Sign, direction, plural category and pattern of each way to count from now.
fn counted(field: &Value) -> impl Iterator<Item = (i8, &'static str, &str, &str)> {
    [(-1, "past"), (1, "future")].into_iter().flat_map(move |(sign, direction)| {
        let patterns = field[format!("relativeTime-type-{direction}")].as_object().into_iter().flatten();
        patterns
            .filter_map(move |(count, pattern)| Some((sign, direction, count.as_str(), pattern.as_str()?)))
    })
}

/// The number that a plural category without a number stands for.
fn number(count: &str) -> Option<i8> {
    match count.rsplit_once('-')?.1 {
        "one" => Some(1),
        "two" => Some(2),
        _ => None,
    }
}

/// Without the letters in brackets, and with them: `dia(s) atrás`.
fn spelled_out(pattern: &str) -> Vec<String> {
    match pattern.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?))) {
        Some((before, (inner, behind))) if inner != "{0}" => {
            vec![format!("{before}{behind}"), format!("{before}{inner}{behind}")]
        }
        Some(_) => Vec::new(),
        None => vec![pattern.to_owned()],
    }
}

/// Whether a pattern has a number, and a direction that is more than its sign.
fn is_worded(pattern: &str) -> bool {
    let before = pattern.split_once("{0}").map(|(before, _)| before.trim());
    before.is_some_and(|before| !before.ends_with(['+', '-', '−', '–']))
}
