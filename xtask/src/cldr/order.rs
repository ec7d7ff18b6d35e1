//! The order of day, month and year in short dates.

use super::release::{Locale, Release};

pub(super) fn order(locale: &Locale<'_>) -> Option<String> {
    let short = &locale.calendars["gregorian"]["dateFormats"]["short"];
    let pattern = short.as_str().or(short["_value"].as_str())?.to_lowercase();
    let mut fields: Vec<char> = pattern.chars().filter(|c| "dmy".contains(*c)).collect();
    fields.dedup();
    let order: String = fields.into_iter().collect();
    ["dmy", "mdy", "ymd"].contains(&order.as_str()).then_some(order)
}

/// The orders that differ from those of the nearest ancestor.
pub(super) fn without_inherited(release: &Release, orders: &[(String, String)]) -> Vec<(String, String)> {
    let order = |tag: &str| orders.iter().find(|(known, _)| known == tag).map(|(_, order)| order);
    let inherited = |tag| release.ancestry(tag).skip(1).find_map(order);
    orders.iter().filter(|(tag, own)| tag != "und" && inherited(tag) != Some(own)).cloned().collect()
}
