use crate::count::Count;
use crate::token::Senses;
use crate::{PartialDate, Time};
use chrono::{Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use copydesk_date_words::{Locales, Meaning, Unit};

/// So much time before or after a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    months: i64,
    days: i64,
    seconds: i64,
    /// The finest unit that is counted: the value goes no further down.
    finest: Unit,
    pub(crate) locales: Option<Locales>,
}

impl Shift {
    pub(crate) fn of(unit: Unit, amount: i64) -> Self {
        let none = Self { months: 0, days: 0, seconds: 0, finest: unit, locales: None };
        match unit {
            Unit::Year => Self { months: amount * 12, ..none },
            Unit::Quarter => Self { months: amount * 3, ..none },
            Unit::Month => Self { months: amount, ..none },
            Unit::Week => Self { days: amount * 7, ..none },
            Unit::Day => Self { days: amount, ..none },
            Unit::Hour => Self { seconds: amount * 3600, ..none },
            Unit::Minute => Self { seconds: amount * 60, ..none },
            Unit::Second => Self { seconds: amount, ..none },
        }
    }

    /// So many hundredths of a unit; none where they make no whole number of a finer one.
    pub(crate) fn of_hundredths(unit: Unit, hundredths: i64) -> Option<Self> {
        if hundredths % 100 == 0 {
            return Some(Self::of(unit, hundredths / 100));
        }
        let (finer, per_unit) = match unit {
            Unit::Year => (Unit::Month, 12),
            Unit::Quarter => (Unit::Month, 3),
            Unit::Month => return None,
            Unit::Week => (Unit::Hour, 7 * 24),
            Unit::Day => (Unit::Hour, 24),
            Unit::Hour => (Unit::Minute, 60),
            Unit::Minute => (Unit::Second, 60),
            Unit::Second => return None,
        };
        let amount = hundredths * per_unit;
        (amount % 100 == 0).then(|| Self::of(finer, amount / 100))
    }

    pub(crate) fn within(self, locales: Locales) -> Self {
        Self { locales: Some(locales), ..self }
    }

    /// Both together; none if a unit comes twice or out of order.
    pub(crate) fn plus(self, part: Self) -> Option<Self> {
        (part.finest > self.finest).then_some(Self {
            months: self.months + part.months,
            days: self.days + part.days,
            seconds: self.seconds + part.seconds,
            finest: part.finest,
            locales: self.locales,
        })
    }

    /// This, and a count of a coarser unit in the same direction before it.
    pub(crate) fn after(self, count: Count, unit: Senses) -> Option<Self> {
        let locales = self.locales?;
        let sign = if self.is_past() { -1 } else { 1 };
        let unit = unit.iter().filter(|sense| sense.locales.meets(locales)).find_map(|sense| match sense
            .meaning
        {
            Meaning::Unit(unit) | Meaning::Counted(unit) => Some(unit),
            _ => None,
        })?;
        Self::of_hundredths(unit, count.hundredths(locales)? * sign)?.within(locales).plus(self)
    }

    pub(crate) fn is_past(self) -> bool {
        self.months < 0 || self.days < 0 || self.seconds < 0
    }

    /// Whether the words of both have a language in common.
    pub(crate) fn is_said_like(self, other: Self) -> bool {
        matches!((self.locales, other.locales), (Some(one), Some(two)) if one.meets(two))
    }

    /// Whether it counts days or longer, so that a time of day may follow.
    pub(crate) fn is_of_days(self) -> bool {
        self.finest < Unit::Hour
    }

    /// The moment that it means, down to its unit.
    pub(crate) fn from(self, base: NaiveDateTime) -> Option<(PartialDate, Option<Time>)> {
        let date = days_from(months_from(base.date(), self.months)?, self.days)?;
        if self.finest >= Unit::Hour {
            let by = TimeDelta::try_seconds(self.seconds)?;
            return moment(date.and_time(base.time()), by, self.finest == Unit::Second);
        }
        let date = PartialDate::from(date);
        let date = match self.finest {
            Unit::Year => PartialDate { month: None, day: None, ..date },
            Unit::Month | Unit::Quarter => PartialDate { day: None, ..date },
            _ => date,
        };
        Some((date, None))
    }
}

fn moment(base: NaiveDateTime, by: TimeDelta, with_seconds: bool) -> Option<(PartialDate, Option<Time>)> {
    let moment = base.checked_add_signed(by)?;
    let second = with_seconds.then(|| moment.second() as u8);
    let time = Time { hour: moment.hour() as u8, minute: Some(moment.minute() as u8), second, offset: None };
    Some((moment.date().into(), Some(time)))
}

fn months_from(base: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { base.checked_sub_months(count) } else { base.checked_add_months(count) }
}

pub(crate) fn days_from(base: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { base.checked_sub_days(count) } else { base.checked_add_days(count) }
}
