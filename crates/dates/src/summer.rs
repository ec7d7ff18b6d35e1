//! Time zones that change with the season.

use crate::nth::nth_of;
use crate::{PartialDate, Time};
use chrono::{NaiveDateTime, NaiveTime, Weekday};
use copydesk_date_words::{Meaning, longest_prefix};

/// Minutes of summer time.
const SUMMER: i16 = 60;

/// Bytes of the zone that a text begins with, and the time in it, if the day tells summer from winter: ` ET`.
pub(crate) fn zoned(behind: &str, date: PartialDate, time: Time) -> Option<(usize, Time)> {
    let word = behind.trim_start_matches(' ');
    let found = longest_prefix(word).filter(|found| !word[..found.len].contains(char::is_lowercase))?;
    let winter = found.senses.iter().find_map(|sense| match sense.meaning {
        Meaning::AmericanZone(east) => Some(east),
        _ => None,
    })?;
    let clock = NaiveTime::from_hms_opt(u32::from(time.hour), u32::from(time.minute.unwrap_or(0)), 0)?;
    let east = if is_summer(date.to_naive()?.and_time(clock))? { winter + SUMMER } else { winter };
    Some((behind.len() - word.len() + found.len, Time { offset: Some(east), ..time }))
}

/// From the second Sunday of March to the first of November, at 2 o'clock each (Energy Policy Act of 2005, section 110).
fn is_summer(moment: NaiveDateTime) -> Option<bool> {
    use chrono::Datelike;
    const CHANGE: u32 = 2;
    let change = |month, nth| {
        let month = PartialDate { year: Some(moment.year()), month: Some(month), day: None };
        nth_of(month, nth, Some(Weekday::Sun))?.and_hms_opt(CHANGE, 0, 0)
    };
    Some((change(3, 2)?..change(11, 1)?).contains(&moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(behind: &str, date: (i32, u8, u8), expected: Option<i16>) {
        let time = Time { hour: 1, minute: Some(30), second: None, offset: None };
        let found = zoned(behind, PartialDate::new(date.0, date.1, date.2), time);
        assert_eq!(found.and_then(|(_, time)| time.offset), expected, "{behind}");
    }

    #[test]
    fn the_day_tells_summer_from_winter() {
        check(" ET", (2017, 7, 4), Some(-240));
        check(" PT and more", (2017, 1, 4), Some(-480));
        check(" ET", (2017, 3, 12), Some(-300));
        check(" ET", (2017, 3, 13), Some(-240));
        check(" ET", (2017, 11, 5), Some(-240));
        check(" ET", (2017, 11, 6), Some(-300));
    }

    #[test]
    fn other_words_are_no_zones() {
        check(" et", (2017, 7, 4), None);
        check(" ETA", (2017, 7, 4), None);
        check(" PST", (2017, 7, 4), None);
        check("", (2017, 7, 4), None);
    }
}
