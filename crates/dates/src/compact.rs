use crate::Time;
use crate::draft::{DateDraft, Draft};
use crate::time::{iso_time, zone};
use crate::token::{Number, Parse, Tokens, glued, glued_sign, number};
use copydesk_date_words::Order;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `20170531`, `20170531T1712`, `20170531T171200+0200`, `20170531171200`
///
/// ```abnf
/// compact = 8DIGIT ["T" (iso-time / 2DIGIT / 4DIGIT / 6DIGIT) [zone]] / 14DIGIT
/// ```
pub(crate) fn compact(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    let (rest, number) = verify(number(8..=14), |number| matches!(number.digits, 8 | 14)).parse(tokens)?;
    let date = date(number).ok_or(nom::Err::Error(()))?;
    let (rest, time) = match number.digits {
        8 => opt(preceded(glued_sign("T"), alt((iso_time, packed_time)))).parse(rest)?,
        _ => (rest, Some(time(number.value % 1_000_000, 6).ok_or(nom::Err::Error(()))?)),
    };
    Ok((rest, Draft { time, ..date.into() }))
}

/// `1712`, `171200+0200`, as they stand behind the `T` of ISO 8601.
pub(crate) fn packed_time(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, time) =
        glued(|token| token.number().and_then(|number| time(number.value, number.digits)))(tokens)?;
    let (rest, offset) = opt(zone).parse(rest)?;
    Ok((rest, Time { offset, ..time }))
}

fn date(number: Number) -> Option<DateDraft> {
    let year = Number { value: number.slice(0, 4), digits: 4, ..number };
    year.within(4..=4, 1900..=2099)?;
    let (month, day) = (number.slice(4, 6) as u8, number.slice(6, 8) as u8);
    Some(DateDraft::Certain {
        year: Some(year.into()),
        month: Some(month),
        day: Some(day),
        order: Some(Order::Ymd),
    })
}

/// A time in two, four or six digits.
fn time(value: u64, digits: u8) -> Option<Time> {
    let (hour, minute, second) = match digits {
        2 => (value, None, None),
        4 => (value / 100, Some(value % 100), None),
        6 => (value / 10_000, Some(value / 100 % 100), Some(value % 100)),
        _ => return None,
    };
    let is_time =
        hour < 24 && minute.is_none_or(|minute| minute < 60) && second.is_none_or(|second| second < 60);
    let narrow = |field: Option<u64>| field.map(|field| field as u8);
    is_time.then_some(Time { hour: hour as u8, minute: narrow(minute), second: narrow(second), offset: None })
}
