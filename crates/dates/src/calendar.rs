//! Dates of other calendars in the Gregorian one.

use crate::umm_al_qura;
use chrono::{Datelike, Days, NaiveDate};

/// The Gregorian year before year 1 of the Buddhist era.
pub(crate) const BUDDHIST_ERA: i32 = -543;

/// The day of a Solar Hijri date, by the 33-year cycle of leap years, which agrees with the astronomical calendar
/// from 1178 to 1633 (K. M. Borkowski, The Persian calendar for 3000 years, 1996).
pub(crate) fn persian(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    const FIRST_OF_1: i64 = 226_894; // the cycle run back from today meets 21 March 622, counted from 1 January 1
    let (years, month, day) = (i64::from(year) - 1, i64::from(month), i64::from(day));
    let longest = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 if is_persian_leap(year) => 30,
        12 => 29,
        _ => return None,
    };
    if !(1178..=1633).contains(&year) || day > longest {
        return None;
    }
    let leap_days = (8 * years + 29) / 33;
    let before_month = (month - 1) * 30 + (month - 1).min(6);
    from_day_number(FIRST_OF_1 + years * 365 + leap_days + before_month + day - 1)
}

fn is_persian_leap(year: i32) -> bool {
    (8 * year + 29) / 33 > (8 * (year - 1) + 29) / 33
}

/// The day of a lunar Hijri date, in the calendar of Saudi Arabia as far as its tables go, else in the tabular one (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29
/// of 30; Reingold and Dershowitz, Calendrical Calculations): what is seen in the sky may differ by a day.
pub(crate) fn islamic(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    const FIRST_OF_1: i64 = 227_014; // 19 July 622, counted from 1 January 1
    if umm_al_qura::has(year) {
        return from_day_number(umm_al_qura::day_number(year, month, day)?);
    }
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    if !(1..=1600).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let leap_days = (3 + 11 * year) / 30;
    from_day_number(FIRST_OF_1 + (year - 1) * 354 + leap_days + (month * 59 - 58) / 2 + day - 1)
}

/// The day so many days behind 1 January of the year 1.
fn from_day_number(days: i64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1, 1, 1)?;
    first.checked_add_days(Days::new(u64::try_from(days).ok()?)).filter(|date| date.year() < 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: Option<NaiveDate>, expected: &str) {
        assert_eq!(found.map(|date| date.to_string()).as_deref().unwrap_or("none"), expected);
    }

    #[test]
    fn persian_new_years_and_leap_days() {
        check(persian(1357, 11, 22), "1979-02-11");
        check(persian(1387, 12, 30), "2009-03-20");
        check(persian(1400, 1, 1), "2021-03-21");
        check(persian(1403, 1, 1), "2024-03-20");
        check(persian(1404, 12, 30), "none");
        check(persian(1404, 13, 1), "none");
        check(persian(2017, 1, 1), "none");
    }

    #[test]
    fn islamic_new_years() {
        check(islamic(1300, 1, 1), "1882-11-12");
        check(islamic(1400, 1, 1), "1979-11-20");
        check(islamic(1438, 9, 1), "2017-05-27");
        check(islamic(1446, 1, 1), "2024-07-07");
        check(islamic(1446, 0, 1), "none");
        check(islamic(2017, 1, 1), "none");
    }
}
