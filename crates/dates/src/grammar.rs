use crate::Time;
use crate::compact::{compact, packed_time};
use crate::draft::{DateDraft, Draft};
use crate::labelled::{units_before, units_behind};
use crate::named::{
    day_month_year, long_year, marked_year, month_alone, month_day_year, month_year, year_day_month,
    year_month, year_month_day,
};
use crate::nth::nth_day;
use crate::numeric::{bare_year, era_numeric, numeric, pair, path, year_month_numeric};
use crate::time::{certain_time, iso_time, time};
use crate::token::{Grammar, Name, Parse, Tokens, glue, glued_sign, joined, longest, sign, weekday_name};
use copydesk_date_words::Meaning;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{delimited, preceded};

/// A date with all that belongs to it, the longest way to read the tokens from the first on.
///
/// ```abnf
/// mention = dated-time / timed-date / compact / lone
/// ```
pub(crate) fn mention(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    longest(tokens, &[date_then_time, time_then_date, compact, lone])
}

/// ```abnf
/// lone = marked-year / month / year4
/// ```
fn lone(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    alt((marked_year, month_alone, bare_year)).map(Draft::from).parse(tokens)
}

/// ```abnf
/// dated-time = day [time-behind [[","] year4]]   ; a year only where the day has none
/// ```
fn date_then_time(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, draft) = day(tokens)?;
    let time = match draft.date {
        Some(DateDraft::Pair { .. }) => joined(joint, certain_time).parse(rest),
        _ => time_behind(rest),
    };
    let Ok((rest, time)) = time else { return Ok((rest, draft)) };
    let draft = Draft { time: Some(time), ..draft };
    let undated = draft.date.filter(|date| date.year().is_none());
    match (undated, preceded(opt(sign(",")), long_year).parse(rest)) {
        (Some(date), Ok((rest, year))) => Ok((rest, Draft { date: Some(date.with_year(year)), ..draft })),
        _ => Ok((rest, draft)),
    }
}

/// ```abnf
/// timed-date = time joint day
/// ```
fn time_then_date(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, (time, draft)) = (certain_time, joined(joint, day)).parse(tokens)?;
    Ok((rest, Draft { time: Some(time), ..draft }))
}

/// ```abnf
/// day = date ([","] weekday / "(" weekday ["."] ")") / weekday joint date / nth-day
/// ```
pub(crate) fn day(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    longest(tokens, &[nth_day, date_then_weekday, weekday_then_date])
}

fn date_then_weekday(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, date) = date(tokens)?;
    let (rest, weekday) = match date {
        // A name behind the numbers may be that of a writer, and must not decide on their order.
        DateDraft::Numeric { numbers, .. } if numbers[0].digits < 4 => {
            opt(weekday_in_brackets).parse(rest)?
        }
        _ => opt(alt((weekday_in_brackets, preceded(opt(sign(",.")), weekday_name)))).parse(rest)?,
    };
    Ok((rest, Draft { weekday, ..date.into() }))
}

fn weekday_then_date(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let joint = alt((value((), sign(",.-/|()")), glue));
    let (rest, (weekday, date)) = (weekday_name, joined(joint, date)).parse(tokens)?;
    Ok((rest, Draft { weekday: Some(weekday), ..date.into() }))
}

/// ```abnf
/// date = numeric / era-numeric / pair / year-month / path / named / labelled
/// ```
fn date(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let has = |is: fn(Meaning) -> bool| tokens.iter().any(|token| token.means(is));
    let is_number = tokens.first().is_some_and(|token| token.number().is_some());
    // Most windows hold no names or no units, and need not be read for them.
    let (named, labelled) = (has(is_month), has(is_unit));
    let of_numbers = if is_number { NUMERIC } else { &[era_numeric as Grammar<DateDraft>] };
    let of_names = match (named, is_number) {
        (false, _) => &[],
        (true, true) => NAMED_NUMBER_FIRST,
        (true, false) => NAMED_WORD_FIRST,
    };
    let of_units = if labelled { LABELLED } else { &[] };
    longest(tokens, of_numbers.iter().chain(of_names).chain(of_units))
}

fn is_month(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Month(..))
}

fn is_unit(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Unit(_))
}

static NUMERIC: &[Grammar<DateDraft>] = &[numeric, pair, path, year_month_numeric];

/// The dates with a month's name that can begin with a number.
static NAMED_NUMBER_FIRST: &[Grammar<DateDraft>] =
    &[day_month_year, year_month_day, year_day_month, year_month];

/// Those that can begin with a word.
static NAMED_WORD_FIRST: &[Grammar<DateDraft>] =
    &[day_month_year, month_day_year, year_month_day, year_day_month, month_year, year_month];

static LABELLED: &[Grammar<DateDraft>] = &[units_behind, units_before];

/// `T17:12`, `, 17:12`, ` at 5 pm`, `. 17:12`
///
/// ```abnf
/// time-behind = "T" (iso-time / packed-time) / *3joint time
/// ```
pub(crate) fn time_behind(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let iso = preceded(glued_sign("T"), alt((iso_time, packed_time)));
    alt((iso, joined(joint, time), preceded(sign("."), joined(joint, certain_time)))).parse(tokens)
}

/// `(Wed.)`
fn weekday_in_brackets(tokens: Tokens<'_>) -> Parse<'_, Name> {
    delimited(sign("("), weekday_name, (opt(sign(".")), sign(")"))).parse(tokens)
}

/// What may stand between date and time, up to three times.
///
/// ```abnf
/// joint = "," / "/" / "|" / "-" / ":" / "@" / "(" / ")" / glue
/// ```
pub(crate) fn joint(tokens: Tokens<'_>) -> Parse<'_, ()> {
    alt((value((), sign(",/|-:@()")), glue)).parse(tokens)
}
