//! Days and months that words like *next* point to.

use crate::PartialDate;
use crate::context::Direction;
use crate::shift::days_from;
use chrono::{Datelike, NaiveDate, Weekday};

/// The weekday that is meant where nothing but its name is written.
pub(crate) fn plain(weekday: Weekday, direction: Direction, base: NaiveDate) -> Option<NaiveDate> {
    match direction {
        Direction::Back => days_from(base, -i64::from(base.weekday().days_since(weekday))),
        Direction::Ahead => pointed(weekday, 1, base),
    }
}

/// The weekday of the week so many weeks from that of a day; weeks begin on Monday.
pub(crate) fn of_week(weekday: Weekday, weeks: i64, base: NaiveDate) -> Option<NaiveDate> {
    let monday = days_from(base, -i64::from(base.weekday().num_days_from_monday()))?;
    days_from(monday, weeks * 7 + i64::from(weekday.num_days_from_monday()))
}

/// The weekday that a word points to: the last before a day (-1), the first from it on (0) or behind it (1), or so many
/// weeks later.
pub(crate) fn pointed(weekday: Weekday, offset: i8, base: NaiveDate) -> Option<NaiveDate> {
    let ahead = i64::from(weekday.days_since(base.weekday()));
    let days = match offset {
        0 => ahead,
        1.. => (if ahead == 0 { 7 } else { ahead }) + 7 * i64::from(offset - 1),
        _ => ahead - 7,
    };
    days_from(base, days)
}

/// The month that a word points to, like the weekdays.
pub(crate) fn pointed_month(month: u8, offset: i8, base: NaiveDate) -> PartialDate {
    let (year, now) = (base.year(), base.month() as u8);
    let year = match offset {
        0 => year,
        1.. => year + i32::from(offset) - i32::from(month > now),
        _ => year - i32::from(month >= now),
    };
    PartialDate { year: Some(year), month: Some(month), day: None }
}
