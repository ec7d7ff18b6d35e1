//! From the keys of the data files to the meanings of the crate.

use anyhow::{Context, Result};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const CALENDARS: [(&str, &str); 3] =
    [("gregorian", "Gregorian"), ("islamic", "Islamic"), ("persian", "Persian")];
const UNITS: [(&str, &str); 8] = [
    ("year", "Year"),
    ("quarter", "Quarter"),
    ("month", "Month"),
    ("week", "Week"),
    ("day", "Day"),
    ("hour", "Hour"),
    ("minute", "Minute"),
    ("second", "Second"),
];

/// The topics whose words are looked up by themselves.
pub(super) const TOPICS: [&str; 11] = [
    "months",
    "weekdays",
    "relative",
    "pointers",
    "numbers",
    "units",
    "day-periods",
    "particles",
    "eras",
    "zones",
    "calendars",
];

/// The topics whose words count only in texts that are known to be of their locale.
pub(super) const LOCAL_TOPICS: [&str; 2] = ["local-months", "local-eras"];

/// The topics whose words count only in short texts.
pub(super) const SHORT_TOPICS: [&str; 2] = ["counts", "day-parts"];

/// The code of the meaning that a key has in a topic.
pub(super) fn meaning(topic: &str, key: &str) -> Result<String> {
    let meaning = match topic.trim_start_matches("local-") {
        "months" => month(key),
        "weekdays" => weekday(key).map(|day| format!("M::Weekday({day})")),
        "relative" => relative(key),
        "pointers" => key.parse::<i8>().ok().map(|offset| format!("M::Pointer({offset})")),
        "numbers" => spelled(key),
        "units" => unit(key).map(|unit| format!("M::Unit({unit})")),
        "counts" => count(key),
        "day-parts" => part_of_day(key).map(|half| format!("M::PartOfDay({half})")),
        "eras" => number(key).map(|year| format!("M::Era({year})")),
        "zones" => zone(key),
        "calendars" => calendar(key).map(|calendar| format!("M::Calendar({calendar})")),
        _ => plain(key).map(str::to_owned),
    };
    meaning.with_context(|| format!("expected a key of {topic}, found `{key}`"))
}

/// The code of a unit.
pub(super) fn unit(key: &str) -> Option<String> {
    let (_, name) = UNITS.iter().find(|(known, _)| *known == key)?;
    Some(format!("U::{name}"))
}

fn weekday(key: &str) -> Option<usize> {
    WEEKDAYS.iter().position(|day| *day == key).map(|day| day + 1)
}

fn relative(key: &str) -> Option<String> {
    let (name, offset) = key.split_once('.')?;
    let offset: i8 = offset.parse().ok()?;
    match weekday(name) {
        Some(day) => Some(format!("M::PointedWeekday({day}, {offset})")),
        None => Some(format!("M::Relative({}, {offset})", unit(name)?)),
    }
}

fn spelled(key: &str) -> Option<String> {
    let number = |number: &str| number.parse::<i8>().ok();
    match key.split_once('.') {
        Some(("cardinal", value)) => Some(format!("M::Cardinal({})", number(value)?)),
        None if key == "half" => Some("M::Half".to_owned()),
        Some(("ordinal", value)) => Some(format!("M::Nth({})", number(value)?)),
        _ => None,
    }
}

fn count(key: &str) -> Option<String> {
    match key.split_once('.') {
        Some(("quarters", value)) => Some(format!("M::Quarters({})", value.parse::<u8>().ok()?)),
        Some(("cardinal", value)) => Some(format!("M::Cardinal({})", value.parse::<u8>().ok()?)),
        Some(("pointer", offset)) => Some(format!("M::Pointer({})", offset.parse::<i8>().ok()?)),
        None if key == "about" => Some("M::About".to_owned()),
        _ => unit(key).map(|unit| format!("M::Counted({unit})")),
    }
}

fn part_of_day(key: &str) -> Option<&'static str> {
    match key {
        "am" => Some("Some(P::Am)"),
        "pm" => Some("Some(P::Pm)"),
        "night" => Some("None"),
        _ => None,
    }
}

fn month(key: &str) -> Option<String> {
    let (name, month) = key.split_once('.')?;
    let month = month.parse::<u8>().ok().filter(|month| (1..=13).contains(month))?;
    Some(format!("M::Month({}, {month})", calendar(name)?))
}

fn calendar(key: &str) -> Option<String> {
    let (_, name) = CALENDARS.iter().find(|(known, _)| *known == key)?;
    Some(format!("C::{name}"))
}

fn number(key: &str) -> Option<i16> {
    key.parse().ok()
}

fn zone(key: &str) -> Option<String> {
    match key.strip_prefix("us.") {
        Some(winter) => Some(format!("M::AmericanZone({})", number(winter)?)),
        None => Some(format!("M::Zone({})", number(key)?)),
    }
}

fn plain(key: &str) -> Option<&'static str> {
    match key {
        "am" => Some("M::DayPeriod(P::Am)"),
        "pm" => Some("M::DayPeriod(P::Pm)"),
        "noon" => Some("M::Clock(12)"),
        "midnight" => Some("M::Clock(0)"),
        "half" => Some("M::Half"),
        "glue" => Some("M::Glue"),
        "ordinal" => Some("M::Ordinal"),
        "and" => Some("M::And"),
        _ => None,
    }
}
