//! Which texts say too little without their locale.

use chrono::NaiveDate;
use copydesk_date_words::digit;
use std::collections::BTreeSet;

/// Whether a text is three numbers without a letter that make several existing days, read in the three usual orders.
pub(crate) fn is_ambiguous(text: &str) -> bool {
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_numeric()).filter(|number| !number.is_empty()).collect();
    match numbers.as_slice() {
        [a, b, c] if !text.contains(char::is_alphabetic) => {
            let orders = [(a, b, c), (c, b, a), (c, a, b)];
            let days: BTreeSet<NaiveDate> = orders.into_iter().filter_map(|(y, m, d)| day(y, m, d)).collect();
            days.len() > 1
        }
        _ => false,
    }
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(self::year(year)?, number(month)?, number(day)?)
}

/// A year of four digits, or one of two from 1970 to 2069.
fn year(digits: &str) -> Option<i32> {
    let year = number(digits)? as i32;
    match digits.chars().count() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.chars().try_fold(0, |number, c| Some(number * 10 + u32::from(digit(c)?)))
}
