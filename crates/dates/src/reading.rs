use crate::context::Context;
use crate::draft::{DateDraft, Day, Draft, Year};
use crate::nth::nth_of;
use crate::order::{self, Customs, SETTLED};
use crate::token::{Name, Senses};
use crate::{Issue, Issues, PartialDate};
use chrono::{Datelike, Weekday};
use copydesk_date_words::{Calendar, Locales, Meaning, Order};

/// One way to understand a draft: a date that exists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub(crate) date: PartialDate,
    pub(crate) order: Option<Order>,
    pub(crate) locales: Option<Locales>,
    pub(crate) calendar: Calendar,
}

/// The best way to understand a draft.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verdict {
    pub(crate) reading: Reading,
    pub(crate) rival: Option<PartialDate>,
    pub(crate) weekday: Option<Weekday>,
    pub(crate) issues: Issues,
}

/// Decides what a draft means; none if nothing that it can mean exists.
pub(crate) fn decide(date: DateDraft, draft: &Draft, context: &Context<'_>) -> Option<Verdict> {
    let weekday = draft.weekday.map_or(&[][..], |name| name.senses);
    let (reading, rival) = likeliest(date, weekday, context)?;
    let reading = match draft.nth.or_else(|| misread_nth(date, weekday, reading)) {
        Some(nth) => nth_reading(reading, nth, weekday, context)?,
        None => reading,
    };
    let mut issues = Issues::default();
    if date.year().is_some_and(Year::is_short) {
        issues = issues.with(Issue::GuessedCentury);
    }
    if disagrees(weekday, reading.date) {
        issues = issues.with(Issue::WeekdayMismatch);
    }
    Some(Verdict { reading, rival, weekday: weekday_of(weekday, reading.date, context), issues })
}

/// The best reading of a date beside a weekday, and the date of the other if two are as good.
fn likeliest(
    date: DateDraft,
    weekday: Senses,
    context: &Context<'_>,
) -> Option<(Reading, Option<PartialDate>)> {
    let only = |reading: Option<Reading>| reading.map(|reading| (reading, None));
    match date {
        DateDraft::Numeric { numbers, sign, mark } => {
            numeric(order::readings(numbers, mark, context), sign, weekday, context)
        }
        DateDraft::Pair { numbers, sign } => numeric(order::pair_readings(numbers), sign, weekday, context),
        DateDraft::Named { year, month, day, order } => {
            let read = |month, locales| named(year, month, day, order, locales, context);
            only(best_named(month, weekday, context, read))
        }
        DateDraft::YearMonth { year, month, order, .. } => {
            let month = month.within(1..=2, 1..=12)? as u8;
            only(certain(Some(year.into()), Some(month), None, order, context))
        }
        DateDraft::BareYear(year) => only(certain(Some(year.into()), None, None, None, context)),
        DateDraft::Certain { year, month, day, order } => only(certain(year, month, day, order, context)),
    }
}

/// The best of what `read` makes of the months that a name can mean.
fn best_named(
    name: Name,
    weekday: Senses,
    context: &Context<'_>,
    read: impl Fn((Calendar, u8), Locales) -> Option<Reading>,
) -> Option<Reading> {
    let readings = name.senses.iter().filter_map(|sense| match sense.meaning {
        Meaning::Month(calendar, number) => read((calendar, number), sense.locales),
        _ => None,
    });
    readings.min_by_key(|reading| {
        let fit = reading.locales.map_or(0, |locales| context.rank(locales));
        let is_strange = !is_related(weekday, reading);
        (disagrees(weekday, reading.date), fit, is_strange, reading.calendar != Calendar::Gregorian)
    })
}

impl Reading {
    /// A date of the Gregorian calendar as far as it is written, if such a date exists.
    pub(crate) fn partial(
        year: Option<i32>,
        month: Option<u8>,
        day: Option<u8>,
        order: Option<Order>,
    ) -> Option<Self> {
        let date = PartialDate { year, month, day };
        date.exists().then_some(Self { date, order, locales: None, calendar: Calendar::Gregorian })
    }
}

fn numeric(
    readings: impl Iterator<Item = Reading>,
    sign: char,
    weekday: Senses,
    context: &Context<'_>,
) -> Option<(Reading, Option<PartialDate>)> {
    let mut found: [Option<Reading>; 3] = [None; 3];
    for (slot, reading) in found.iter_mut().zip(readings) {
        *slot = Some(reading);
    }
    if let [only, None, None] = found {
        return only.map(|only| (only, None));
    }
    let customs = Customs::of(sign, context);
    let rank = |reading: &Reading| reading.order.map_or(0, |order| customs.rank(order));
    let is_unwanted = |reading: &Reading| context.order.is_some() && reading.order != context.order;
    let key = |reading: &Reading| (is_unwanted(reading), disagrees(weekday, reading.date), rank(reading));
    let best = found.into_iter().flatten().min_by_key(key)?;
    let is_rival = |other: &Reading| other.date != best.date && other.order != Some(Order::Ymd);
    let rival = found.into_iter().flatten().find(is_rival).filter(|other| {
        rank(&best) > SETTLED && disagrees(weekday, best.date) == disagrees(weekday, other.date)
    });
    Some((best, rival.map(|rival| rival.date)))
}

/// Which weekday of the month is meant by what reads like weekday and day: `Wednesday second of October 2014`, when the 2nd
/// was a Thursday.
fn misread_nth(date: DateDraft, weekday: Senses, reading: Reading) -> Option<i8> {
    const MOST_WEEKS: u8 = 5;
    let DateDraft::Named { day: Some(Day::Words { .. }), .. } = date else { return None };
    let nth = reading.date.day.filter(|day| *day <= MOST_WEEKS && disagrees(weekday, reading.date))?;
    i8::try_from(nth).ok()
}

/// The day of the month that a place in a row says, in the year of the reference if none is written.
fn nth_reading(month: Reading, nth: i8, weekday: Senses, context: &Context<'_>) -> Option<Reading> {
    let year = month.date.year.or_else(|| context.reference.map(|reference| reference.year()));
    let month_of_year = PartialDate { year, day: None, ..month.date };
    let date = nth_of(month_of_year, nth, weekday_of(weekday, month_of_year, context))?.into();
    Some(Reading { date, ..month })
}

fn named(
    year: Option<Year>,
    (calendar, month): (Calendar, u8),
    day: Option<Day>,
    order: Option<Order>,
    locales: Locales,
    context: &Context<'_>,
) -> Option<Reading> {
    let day = match day {
        Some(day) => Some(day.value(locales)?),
        None => None,
    };
    let Some(year) = year else {
        let is_civil = matches!(calendar, Calendar::Gregorian | Calendar::Buddhist);
        let reading = Reading::partial(None, Some(month), day, order).filter(|_| is_civil)?;
        return Some(Reading { locales: Some(locales), ..reading });
    };
    let year = year.read(calendar, Some(locales), context)?;
    let date = year.date(Some(month), day)?;
    Some(Reading { date, order, locales: Some(locales), calendar: year.calendar })
}

fn certain(
    year: Option<Year>,
    month: Option<u8>,
    day: Option<u8>,
    order: Option<Order>,
    context: &Context<'_>,
) -> Option<Reading> {
    let Some(year) = year else { return Reading::partial(None, month, day, order) };
    let year = year.read(Calendar::Gregorian, None, context)?;
    let date = year.date(month, day)?;
    Some(Reading { date, order, locales: None, calendar: year.calendar })
}

/// Whether a weekday is written and cannot be that of the date.
fn disagrees(weekday: Senses, date: PartialDate) -> bool {
    let Some(date) = date.to_naive() else { return false };
    !weekday.is_empty() && weekdays(weekday).all(|(weekday, _)| weekday != date.weekday())
}

/// Whether a word is the weekday's name that it looks like: a word of the caller's locales, or else no particle, and one
/// that names the day of the date, is of the month's locales, or is long.
pub(crate) fn is_weekday(name: Name, reading: &Reading, context: &Context<'_>) -> bool {
    const SHORT: u8 = 3;
    let agrees = reading.date.to_naive().is_some() && !disagrees(name.senses, reading.date);
    let is_known = context.has_locales() && context.knows_one(name.senses);
    let is_related = || match reading.locales {
        Some(_) => is_related(name.senses, reading),
        None => name.letters > SHORT,
    };
    is_known || !name.is_glue() && (agrees || is_related())
}

/// Whether the names of the weekday, if one is written, and of the month have a language in common.
fn is_related(weekday: Senses, reading: &Reading) -> bool {
    let meets = |months: Locales| weekdays(weekday).any(|(_, locales)| months.meets(locales));
    weekday.is_empty() || reading.locales.is_some_and(meets)
}

/// What a weekday's name means: the day of the date if it can, else what it means in the caller's locales.
pub(crate) fn weekday_of(senses: Senses, date: PartialDate, context: &Context<'_>) -> Option<Weekday> {
    let day = date.to_naive().map(|date| date.weekday());
    let key = |(weekday, locales): &(Weekday, Locales)| (Some(*weekday) != day, context.rank(*locales));
    weekdays(senses).min_by_key(key).map(|(weekday, _)| weekday)
}

/// The month of the civil calendar that a name means in the caller's locales.
pub(crate) fn month_of(senses: Senses, context: &Context<'_>) -> Option<u8> {
    let months = senses.iter().filter_map(|sense| match sense.meaning {
        Meaning::Month(Calendar::Gregorian, month) => Some((month, sense.locales)),
        _ => None,
    });
    months.min_by_key(|(_, locales)| context.rank(*locales)).map(|(month, _)| month)
}

fn weekdays(senses: Senses) -> impl Iterator<Item = (Weekday, Locales)> {
    senses.iter().filter_map(|sense| match sense.meaning {
        Meaning::Weekday(day) => Some((Weekday::try_from(day.checked_sub(1)?).ok()?, sense.locales)),
        _ => None,
    })
}
