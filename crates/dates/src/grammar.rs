use crate::Time;
use crate::compact::{compact, packed_time};
use crate::draft::{DateDraft, Draft};
use crate::labelled::{units_before, units_behind};
use crate::named::{day_month_year, long_year, month_day_year, month_year, year_day_month, year_month_day};
use crate::numeric::{numeric, pair, path, year_month};
use crate::time::{certain_time, iso_time, time};
use crate::token::{Grammar, Parse, Senses, Tokens, glue, glued_sign, sign, up_to, weekday_name};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{delimited, preceded, terminated};

/// A date with all that belongs to it, the longest way to read the tokens from the first on.
///
/// ```abnf
/// mention = dated-time / timed-date / compact
/// ```
pub(crate) fn mention(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    longest(tokens, &[date_then_time, time_then_date, compact])
}

/// The longest way to read a date without its year, which only stands for itself in a short text: `8/25`.
///
/// ```abnf
/// short = [weekday] pair [time] / [weekday] year-month
/// ```
pub(crate) fn short_mention(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    longest(tokens, &[pair_then_time, bare_year_month])
}

/// ```abnf
/// dated-time = [weekday joint] date [joint weekday] [joint time [joint weekday] [year]]
/// ```
fn date_then_time(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, (before, date, behind)) = (opt(leading_weekday), date, opt(trailing_weekday)).parse(tokens)?;
    let draft = Draft { weekday: before.or(behind), ..date.into() };
    let Ok((rest, time)) = time_behind(rest) else { return Ok((rest, draft)) };
    let draft = Draft { time: Some(time), ..draft };
    let year = preceded(opt(sign(",")), long_year).parse(rest).ok();
    match year.filter(|_| date.year().is_none()) {
        Some((rest, year)) => Ok((rest, Draft { date: Some(date.with_year(year)), ..draft })),
        None => Ok((rest, draft)),
    }
}

/// ```abnf
/// timed-date = [weekday joint] time joint [weekday joint] date [joint weekday]
/// ```
fn time_then_date(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, first) = opt(leading_weekday).parse(tokens)?;
    let (rest, time) = terminated(certain_time, joint).parse(rest)?;
    let (rest, (before, date, behind)) = (opt(leading_weekday), date, opt(trailing_weekday)).parse(rest)?;
    Ok((rest, Draft { weekday: before.or(behind).or(first), time: Some(time), ..date.into() }))
}

fn pair_then_time(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, (weekday, date, time)) = (opt(leading_weekday), pair, opt(time_behind)).parse(tokens)?;
    Ok((rest, Draft { weekday, time, ..date.into() }))
}

fn bare_year_month(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    year_month.map(Draft::from).parse(tokens)
}

/// ```abnf
/// date = numeric / path / named / labelled
/// ```
pub(crate) fn date(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    longest(
        tokens,
        &[
            numeric,
            path,
            day_month_year,
            month_day_year,
            year_month_day,
            year_day_month,
            month_year,
            units_behind,
            units_before,
        ],
    )
}

/// ```abnf
/// time-behind = "T" iso-time / joint time
/// ```
pub(crate) fn time_behind(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let iso = preceded(glued_sign("T"), alt((iso_time, packed_time)));
    alt((iso, preceded(joint, time), preceded((sign("."), joint), certain_time))).parse(tokens)
}

/// `Wednesday,`, `Wed.`, `Wednesday the`
fn leading_weekday(tokens: Tokens<'_>) -> Parse<'_, Senses> {
    terminated(weekday_name, weekday_joint).parse(tokens)
}

/// `, Wednesday`, `(Wed)`
fn trailing_weekday(tokens: Tokens<'_>) -> Parse<'_, Senses> {
    let bracketed = delimited(sign("("), weekday_name, (opt(sign(".")), sign(")")));
    alt((bracketed, preceded(opt(sign(",.|")), weekday_name))).parse(tokens)
}

fn weekday_joint(tokens: Tokens<'_>) -> Parse<'_, ()> {
    up_to(3, alt((value((), sign(",.-/|()")), glue)))(tokens)
}

/// What may stand between date and time.
///
/// ```abnf
/// joint = *3("," / "/" / "|" / "-" / ":" / "@" / "(" / glue)
/// ```
pub(crate) fn joint(tokens: Tokens<'_>) -> Parse<'_, ()> {
    up_to(3, alt((value((), sign(",/|-:@()")), glue)))(tokens)
}

/// What the parser makes of the tokens that reads most of them; of equals the first.
fn longest<'w, T>(tokens: Tokens<'w>, parsers: &[Grammar<T>]) -> Parse<'w, T> {
    let parsed = parsers.iter().filter_map(|parser| parser(tokens).ok());
    parsed
        .reduce(|best, next| if next.0.len() < best.0.len() { next } else { best })
        .ok_or(nom::Err::Error(()))
}
