use crate::PartialDate;
use crate::draft::{DateDraft, Draft};
use crate::labelled::{units_before, units_behind};
use crate::named::{joint, month_alone, month_year, ordinal, year_month};
use crate::token::{Name, Parse, Token, Tokens, glue, joined, longest, number, token, unit, weekday_name};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use copydesk_date_words::{Meaning, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::{preceded, terminated};

/// `first Wednesday of October 2014`, `letzter Tag im Mai 2017`, `2014년 10월 첫째 수요일`
///
/// ```abnf
/// nth-day  = nth day-name joint month / month joint nth day-name
/// day-name = weekday / day-word
/// ```
pub(crate) fn nth_day(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    if !tokens.iter().any(may_be_nth) {
        return Err(nom::Err::Error(()));
    }
    let of_month = || joined(joint, month);
    let draft = |(nth, weekday, date)| Draft { weekday, nth: Some(nth), ..Draft::from(date) };
    let nth_first = (nth, preceded(opt(glue), day_name), of_month());
    let month_first =
        (month, joined(joint, nth), preceded(opt(glue), day_name)).map(|(date, nth, name)| (nth, name, date));
    alt((nth_first, month_first)).map(draft).parse(tokens)
}

/// The day of a month that stands at a place of a row: the first Wednesday, the last day.
pub(crate) fn nth_of(month: PartialDate, nth: i8, weekday: Option<Weekday>) -> Option<NaiveDate> {
    let first = PartialDate { day: Some(1), ..month }.to_naive()?;
    let next_month = first.checked_add_months(Months::new(1))?;
    let step = if weekday.is_some() { 7 } else { 1 };
    let found = if nth > 0 {
        let to_weekday = weekday.map_or(0, |weekday| weekday.days_since(first.weekday()));
        first.checked_add_days(Days::new(u64::from(to_weekday) + (nth as u64 - 1) * step))?
    } else {
        let last = next_month.pred_opt()?;
        let back = weekday.map_or(0, |weekday| last.weekday().days_since(weekday));
        last.checked_sub_days(Days::new(u64::from(back)))?
    };
    (found < next_month).then_some(found)
}

/// Whether a token can say a place in a row: most windows hold none, and need not be read.
fn may_be_nth(token: &Token) -> bool {
    match token.number() {
        Some(number) => number.digits == 1,
        None => token.means(|meaning| matches!(meaning, Meaning::Nth(_))),
    }
}

/// ```abnf
/// nth = number-word / 1DIGIT ordinal
/// ```
pub(crate) fn nth(tokens: Tokens<'_>) -> Parse<'_, i8> {
    let spelled = token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::Nth(nth) => Some(nth),
            _ => None,
        })
    });
    let digit = verify(terminated(number(1..=1), ordinal), |number| number.value > 0);
    alt((spelled, digit.map(|number| number.value as i8))).parse(tokens)
}

/// A weekday, or none for the word for *day*.
pub(crate) fn day_name(tokens: Tokens<'_>) -> Parse<'_, Option<Name>> {
    alt((weekday_name.map(Some), unit(Unit::Day).map(|()| None))).parse(tokens)
}

/// ```abnf
/// month = month-name [joint year4] / year4 month-name / units-behind / units-before   ; without a day
/// ```
fn month(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let without_day = |date: DateDraft| (!date.has_day()).then_some(date);
    map_opt(
        |tokens| longest(tokens, &[month_year, year_month, month_alone, units_behind, units_before]),
        without_day,
    )
    .parse(tokens)
}
