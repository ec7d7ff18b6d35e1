//! What ICU4X writes.

use crate::days;
use chrono::{Datelike, NaiveDate};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_locale_core::Locale;
use std::collections::BTreeMap;

/// The calendars of locales beside the Gregorian one.
const CALENDARS: [(&str, &str); 7] = [
    ("ar-SA", "islamic-umalqura"),
    ("fa", "persian"),
    ("ja", "japanese"),
    ("ps", "persian"),
    ("th", "buddhist"),
    ("uz-Arab", "persian"),
    ("zh-Hant", "roc"),
];

/// A day as a locale writes it.
pub(crate) struct Written {
    pub(crate) tag: String,
    pub(crate) width: Width,
    pub(crate) calendar: &'static str,
    pub(crate) day: NaiveDate,
    pub(crate) text: String,
}

/// One of CLDR's date formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    Long,
    Medium,
    Short,
}

/// All locales, widths, calendars and days.
pub(crate) fn all() -> Vec<Written> {
    let formats = locales().into_iter().flat_map(|tag| {
        let own = CALENDARS.into_iter().filter(|(with, _)| *with == tag).map(|(_, calendar)| calendar);
        let calendars: Vec<&str> = ["gregory"].into_iter().chain(own).collect();
        calendars.into_iter().flat_map(move |calendar| {
            [Width::Long, Width::Medium, Width::Short].map(|width| (tag.clone(), calendar, width))
        })
    });
    formats.flat_map(|(tag, calendar, width)| format(&tag, calendar, width)).collect()
}

/// The locales that CLDR covers to its level *basic* or better, and that ICU4X carries: where it has nothing, it writes
/// as the root does.
fn locales() -> Vec<String> {
    let levels = include_str!("../../../date-words/data/cldr/coverage.toml");
    let tags = toml::from_str::<BTreeMap<String, String>>(levels).unwrap().into_keys();
    let sample = |tag: &str| format(tag, "gregory", Width::Long).into_iter().map(|written| written.text);
    let of_root: Vec<String> = sample("und").collect();
    tags.filter(|tag| sample(tag).ne(of_root.iter().cloned())).collect()
}

fn format(tag: &str, calendar: &'static str, width: Width) -> Vec<Written> {
    let locale: Locale = format!("{tag}-u-ca-{calendar}").parse().unwrap();
    let fields = match width {
        Width::Long => YMD::long(),
        Width::Medium => YMD::medium(),
        Width::Short => YMD::short(),
    };
    let formatter = DateTimeFormatter::try_new(locale.into(), fields).unwrap();
    let text = |day: NaiveDate| {
        let date = Date::try_new_iso(day.year(), day.month() as u8, day.day() as u8).unwrap();
        formatter.format(&date).to_string()
    };
    let written = |day| Written { tag: tag.to_owned(), width, calendar, day, text: text(day) };
    days::edges().map(written).collect()
}
