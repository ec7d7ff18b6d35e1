//! Morning and afternoon.

use super::release::Locale;
use super::table::Section;
use serde_json::Value;

/// `am`, `pm`, `noon` and `midnight`, and the finer parts of the day that lie within one of them.
pub(super) fn day_periods(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    let periods = &locale.calendars["gregorian"]["dayPeriods"];
    let language = locale.tag.split('-').next().unwrap_or_default();
    for hour in ["noon", "midnight"] {
        for width in ["wide", "abbreviated"] {
            section.add(hour, periods["format"][width][hour].as_str().unwrap_or_default());
        }
    }
    let rules = locale.day_periods[language].as_object();
    let parts = rules.into_iter().flatten().filter_map(|(part, hours)| Some((part.as_str(), half(hours)?)));
    for (part, half) in [("am", "am"), ("pm", "pm")].into_iter().chain(parts) {
        for width in ["wide", "abbreviated"] {
            section.add(half, periods["format"][width][part].as_str().unwrap_or_default());
        }
    }
    section
}

/// The half of the day in which a part lies.
fn half(hours: &Value) -> Option<&'static str> {
    let hour = |key: &str| hours[key].as_str()?.split_once(':')?.0.parse::<u8>().ok();
    match (hour("_from")?, hour("_before")?) {
        (from, before) if from < before && before <= 12 => Some("am"),
        (from, before) if from < before && from >= 12 => Some("pm"),
        _ => None,
    }
}
