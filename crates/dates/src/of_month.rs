//! Days of a month that is not named: of that of writing, or of the one before or behind it.

use crate::PartialDate;
use crate::context::Direction;
use crate::draft::Day;
use crate::named::day;
use crate::nth::{day_name, nth, nth_of};
use crate::token::{
    Lexeme, Name, Parse, Token, Tokens, glue, glued, glued_sign, joined, longest, month_name, number, sign,
    token, unit, weekday_name,
};
use chrono::{Datelike, Months, NaiveDate, Weekday};
use copydesk_date_words::{Meaning, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, not, opt, value};
use nom::sequence::{preceded, terminated};

/// A day by its place in a month that is so many months from that of writing, if a word says so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DayOfMonth {
    place: Place,
    pub(crate) weekday: Option<Name>,
    month: Option<i8>,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Day(u8),
    /// Which of the weekdays or days, -1 being the last.
    Nth(i8),
}

/// `20th of last month`, `first Monday of this month`, `Tuesday the 19th`, `the 15th`
///
/// ```abnf
/// day-of-month = day joint month / month day / nth day-name joint month / weekday [","] day / the-day
/// ```
pub(crate) fn day_of_month(tokens: Tokens<'_>) -> Parse<'_, DayOfMonth> {
    longest(tokens, &[day_of_pointed, nth_of_pointed, day_of_weekday, lone_day])
}

/// A month, week or another unit that a word or phrase points to.
pub(crate) fn pointed_unit<'w>(wanted: Unit) -> impl Parser<Tokens<'w>, Output = i8, Error = ()> {
    let word = token(move |token| {
        token.meaning(|meaning| match meaning {
            Meaning::Relative(unit, offset) if unit == wanted => Some(offset),
            _ => None,
        })
    });
    let before = terminated(offset, unit(wanted));
    let behind = preceded(unit(wanted), offset);
    alt((word, before, behind))
}

fn offset(tokens: Tokens<'_>) -> Parse<'_, i8> {
    token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::Pointer(offset) => Some(offset),
            _ => None,
        })
    })(tokens)
}

fn day_of_pointed(tokens: Tokens<'_>) -> Parse<'_, DayOfMonth> {
    let day = || map_opt(day, Day::some_value);
    let day_first = (terminated(day(), opt(sign("."))), joined(glue, pointed_unit(Unit::Month)));
    let month_first = (pointed_unit(Unit::Month), joined(glue, day())).map(|(month, day)| (day, month));
    alt((day_first, month_first))
        .map(|(day, month)| DayOfMonth { place: Place::Day(day), weekday: None, month: Some(month) })
        .parse(tokens)
}

fn nth_of_pointed(tokens: Tokens<'_>) -> Parse<'_, DayOfMonth> {
    (nth, preceded(opt(glue), day_name), joined(glue, pointed_unit(Unit::Month)))
        .map(|(nth, weekday, month)| DayOfMonth { place: Place::Nth(nth), weekday, month: Some(month) })
        .parse(tokens)
}

/// ```abnf
/// weekday-day = weekday [","] ([day-word] day [ordinal] / glue day ordinal)   ; and nothing behind that is counted
/// ```
fn day_of_weekday(tokens: Tokens<'_>) -> Parse<'_, DayOfMonth> {
    let plain = preceded(opt(unit(Unit::Day)), terminated(numbered, opt(ordinal_word)));
    let with_glue = preceded(glue, terminated(numbered, ordinal_word));
    let (rest, weekday) = terminated(weekday_name, opt(sign(","))).parse(tokens)?;
    let (rest, day) = terminated(alt((plain, with_glue)), not(goes_on)).parse(rest)?;
    Ok((rest, DayOfMonth { place: Place::Day(day), weekday: Some(weekday), month: None }))
}

/// ```abnf
/// the-day = glue [glue] day ordinal / day-word day
/// ```
fn lone_day(tokens: Tokens<'_>) -> Parse<'_, DayOfMonth> {
    let marked = preceded((glue, opt(glue)), terminated(numbered, ordinal_word));
    let labelled = preceded(unit(Unit::Day), map_opt(day, Day::some_value));
    let (rest, day) = terminated(alt((marked, labelled)), not(goes_on)).parse(tokens)?;
    Ok((rest, DayOfMonth { place: Place::Day(day), weekday: None, month: None }))
}

fn numbered(tokens: Tokens<'_>) -> Parse<'_, u8> {
    map_opt(number(1..=2), |number| number.within(1..=2, 1..=31).map(|day| day as u8)).parse(tokens)
}

fn ordinal_word(tokens: Tokens<'_>) -> Parse<'_, ()> {
    token(|token| token.means(|meaning| meaning == Meaning::Ordinal).then_some(()))(tokens)
}

/// What makes the number before it something else than a day alone: a word or sign that an hour, a count or a date goes on
/// with.
fn goes_on(tokens: Tokens<'_>) -> Parse<'_, ()> {
    let is_end = |sign: char| matches!(sign, ',' | '.' | '(' | ')' | '|' | '@');
    token(|token| {
        let ends = match token.lexeme {
            Lexeme::Sign(sign) => is_end(sign),
            Lexeme::Word(_) => token.means(|meaning| meaning == Meaning::Glue) && !is_of_date(token),
            _ => false,
        };
        (!ends).then_some(())
    })
    .or(value((), (glued_sign(".,"), glued(Token::number))))
    .or(value((), (sign(".,"), month_name)))
    .parse(tokens)
}

fn is_of_date(token: &Token) -> bool {
    token.means(|meaning| matches!(meaning, Meaning::Month(..) | Meaning::Unit(_) | Meaning::DayPeriod(_)))
}

impl DayOfMonth {
    /// Whether nothing but the day says which one is meant.
    pub(crate) fn is_lone(&self) -> bool {
        self.month.is_none() && self.weekday.is_none()
    }

    /// The day that is meant, seen from that of writing.
    pub(crate) fn from(
        self,
        base: NaiveDate,
        weekday: Option<Weekday>,
        direction: Direction,
    ) -> Option<NaiveDate> {
        match (self.place, self.month, weekday) {
            (Place::Nth(nth), month, weekday) => nth_of(month_from(base, month.unwrap_or(0))?, nth, weekday),
            (Place::Day(day), Some(month), _) => with_day(base, month, day),
            (Place::Day(day), None, Some(weekday)) => nearest(base, day, weekday),
            (Place::Day(day), None, None) => {
                let is_next = direction == Direction::Ahead && u32::from(day) < base.day();
                with_day(base, i8::from(is_next), day)
            }
        }
    }
}

/// Of the months around that of writing the nearest in which the day is the weekday that stands beside it.
fn nearest(base: NaiveDate, day: u8, weekday: Weekday) -> Option<NaiveDate> {
    let days = [0, -1, 1].into_iter().filter_map(|month| with_day(base, month, day));
    days.filter(|date| date.weekday() == weekday).min_by_key(|date| (*date - base).num_days().abs())
}

fn with_day(base: NaiveDate, month: i8, day: u8) -> Option<NaiveDate> {
    PartialDate { day: Some(day), ..month_from(base, month)? }.to_naive()
}

fn month_from(base: NaiveDate, month: i8) -> Option<PartialDate> {
    let count = Months::new(u32::from(month.unsigned_abs()));
    let day = if month < 0 { base.checked_sub_months(count)? } else { base.checked_add_months(count)? };
    Some(PartialDate { day: None, ..day.into() })
}
