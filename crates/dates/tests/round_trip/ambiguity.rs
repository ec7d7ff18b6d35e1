//! Which texts say too little without their locale.

use crate::written::Written;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The texts that stand for several days.
pub(crate) struct Ambiguity<'w> {
    days: BTreeMap<&'w str, BTreeSet<NaiveDate>>,
}

impl<'w> Ambiguity<'w> {
    pub(crate) fn of(written: &'w [Written]) -> Self {
        let mut days: BTreeMap<&str, BTreeSet<NaiveDate>> = BTreeMap::new();
        for (day, text) in written.iter().flat_map(|written| &written.siblings) {
            days.entry(text).or_default().insert(*day);
        }
        Self { days }
    }

    pub(crate) fn has(&self, written: &Written) -> bool {
        let of_words = self.days.get(written.text.as_str()).is_some_and(|days| days.len() > 1);
        of_words || days_of_numbers(&written.text).len() > 1
    }
}

/// The existing days that a text of three numbers and no letter can mean.
fn days_of_numbers(text: &str) -> BTreeSet<NaiveDate> {
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_numeric()).filter(|number| !number.is_empty()).collect();
    match numbers.as_slice() {
        [a, b, c] if !text.contains(char::is_alphabetic) => {
            [(a, b, c), (c, b, a), (c, a, b)].into_iter().filter_map(|(y, m, d)| day(y, m, d)).collect()
        }
        _ => BTreeSet::new(),
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
    let digits = digits.chars().map(|c| copydesk_date_words::digit(c).map(u32::from));
    digits
        .collect::<Option<Vec<u32>>>()
        .map(|digits| digits.iter().fold(0, |number, digit| number * 10 + digit))
}
