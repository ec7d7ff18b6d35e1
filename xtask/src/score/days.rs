//! Days as cells print them: ISO 8601, whole or in part.

/// What a cell says about a day.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// The day as printed, and the day in UTC if an offset moves it.
    Full(String, Option<String>),
    /// A year, or a year and a month.
    Partial(String),
    /// Something else.
    Unreadable,
}

impl Day {
    pub(crate) fn read(cell: &str) -> Self {
        if is_like(cell, "0000") || is_like(cell, "0000-00") {
            return Self::Partial(cell.into());
        }
        let Some((day, rest)) = cell.split_at_checked(10).filter(|(day, _)| is_like(day, "0000-00-00"))
        else {
            return Self::Unreadable;
        };
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Self::Unreadable;
        }
        Self::Full(day.into(), in_utc(day, rest))
    }
}

/// Whether the cell has digits where the pattern has noughts, and is the same elsewhere.
fn is_like(cell: &str, pattern: &str) -> bool {
    let same = |(c, p): (u8, u8)| if p == b'0' { c.is_ascii_digit() } else { c == p };
    cell.len() == pattern.len() && cell.bytes().zip(pattern.bytes()).all(same)
}

/// The day in UTC of a time such as `T01:30:00+02:00` on that day.
fn in_utc(day: &str, time: &str) -> Option<String> {
    let time = time.strip_prefix(['T', ' '])?;
    let (clock, offset) = time.split_at(time.find(['Z', '+', '-'])?);
    let minutes = minutes(clock)? - if offset == "Z" { 0 } else { signed_minutes(offset)? };
    shifted(day, minutes.div_euclid(24 * 60))
}

fn signed_minutes(offset: &str) -> Option<i32> {
    let (sign, clock) = offset.split_at_checked(1)?;
    Some(if sign == "-" { -minutes(clock)? } else { minutes(clock)? })
}

fn minutes(clock: &str) -> Option<i32> {
    let hour: i32 = clock.get(..2)?.parse().ok()?;
    let minute: i32 = clock.get(2..)?.trim_start_matches(':').get(..2)?.parse().ok()?;
    Some(60 * hour + minute)
}

/// The day before, the same day, or the day after.
fn shifted(day: &str, days: i32) -> Option<String> {
    let numbers: Vec<i32> = day.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let &[year, month, day] = numbers.as_slice() else { return None };
    let last = last_day(year, month)?;
    let (year, month, day) = match day + days {
        0 if month == 1 => (year - 1, 12, 31),
        0 => (year, month - 1, last_day(year, month - 1)?),
        day if day > last && month == 12 => (year + 1, 1, 1),
        day if day > last => (year, month + 1, 1),
        day => (year, month, day),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn last_day(year: i32, month: i32) -> Option<i32> {
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(28 + i32::from(leaps)),
        1..=12 => Some(31),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[track_caller]
    fn check(cell: &str, day: &str, utc: Option<&str>) {
        assert_eq!(Day::read(cell), Day::Full(day.into(), utc.map(Into::into)));
    }

    #[test]
    fn days() {
        check("2017-06-02", "2017-06-02", None);
        check("2017-06-02T17:12", "2017-06-02", None);
        check("2017-06-02T17:12:00Z", "2017-06-02", Some("2017-06-02"));
        check("2017-01-01T01:30:00+02:00", "2017-01-01", Some("2016-12-31"));
        check("2016-02-29 23:10-0500", "2016-02-29", Some("2016-03-01"));
        check("2017-12-31T20:00:00-04:30", "2017-12-31", Some("2018-01-01"));
    }

    #[test]
    fn no_days() {
        assert_eq!(Day::read("2017"), Day::Partial("2017".into()));
        assert_eq!(Day::read("2017-06"), Day::Partial("2017-06".into()));
        for cell in ["", "17", "2017-6-2", "2017-06-021", "2 June 2017", "٢٠١٧"] {
            assert_eq!(Day::read(cell), Day::Unreadable, "{cell}");
        }
    }
}
