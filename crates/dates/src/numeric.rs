use crate::draft::{DateDraft, Year};
use crate::token::{Number, Parse, Tokens, glued_sign, number, sign, year_mark};
use copydesk_date_words::Order;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

/// `31.05.2017`, `2017-05-31`, `5/31/17`, `31. 5. 2017`, `31 05 2017`
///
/// ```abnf
/// numeric = 1*4DIGIT sign 1*2DIGIT sign 1*4DIGIT [year-mark]   ; twice the same sign, one number a year
/// sign    = [blank] ("." / "/" / "-" / "_") [blank] / "," / blank
/// ```
pub(crate) fn numeric(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, first) = number(1..=4)(tokens)?;
    let (rest, sign) = parting(rest)?;
    let (rest, second) = number(1..=2)(rest)?;
    let (rest, _) = verify(parting, |again| *again == sign).parse(rest)?;
    let (rest, third) = verify(number(1..=4), |third| has_year([first, second, *third])).parse(rest)?;
    let (rest, mark) = opt(year_mark).parse(rest)?;
    Ok((rest, DateDraft::Numeric { numbers: [first, second, third], sign, mark }))
}

/// `H28.5.31`, `民國105/5/31`: what an era counts stands first.
///
/// ```abnf
/// era-numeric = era 1*4DIGIT sign 1*2DIGIT sign 1*2DIGIT   ; twice the same sign
/// ```
pub(crate) fn era_numeric(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (mark, year)) = (year_mark, number(1..=4)).parse(tokens)?;
    let (rest, sign) = glued_sign("./-")(rest)?;
    let (rest, month) = number(1..=2)(rest)?;
    let (rest, _) = verify(glued_sign("./-"), |again| *again == sign).parse(rest)?;
    let (rest, day) = number(1..=2)(rest)?;
    let (year, month, day) = (Year { number: year, mark: Some(mark) }, month.value as u8, day.value as u8);
    let order = Some(Order::Ymd);
    Ok((rest, DateDraft::Certain { year: Some(year), month: Some(month), day: Some(day), order }))
}

/// `8/25`, `15.2.`
///
/// ```abnf
/// pair = 1*2DIGIT sign 1*2DIGIT ["."]
/// ```
pub(crate) fn pair(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, first) = number(1..=2)(tokens)?;
    let (rest, sign) = verify(parting, |sign| *sign != ',').parse(rest)?;
    let (rest, second) = number(1..=2)(rest)?;
    let (rest, _) = opt(glued_sign(".")).parse(rest)?;
    Ok((rest, DateDraft::Pair { numbers: [first, second], sign }))
}

/// `05/2017`, `2017-05`
///
/// ```abnf
/// year-month = 1*2DIGIT ("/" / "." / "-") 4DIGIT / 4DIGIT ("/" / "-") 2DIGIT
/// ```
pub(crate) fn year_month_numeric(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let month_first = (number(1..=2), glued_sign("/.-"), number(4..=4))
        .map(|(month, sign, year)| DateDraft::YearMonth { year, month, sign, order: None });
    let year_first = (number(4..=4), glued_sign("/-"), number(2..=2))
        .map(|(year, sign, month)| DateDraft::YearMonth { year, month, sign, order: Some(Order::Ymd) });
    alt((month_first, year_first)).parse(tokens)
}

/// `1954`
pub(crate) fn bare_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, year) = number(4..=4)(tokens)?;
    let is_year = year.within(4..=4, 1000..=2100).is_some();
    if is_year { Ok((rest, DateDraft::BareYear(year))) } else { Err(nom::Err::Error(())) }
}

/// `/2017/05/31/`, `/2017/05/`, as they stand in addresses of pages; the last slash is left.
///
/// ```abnf
/// path = "/" 4DIGIT "/" 2DIGIT ["/" 2DIGIT] "/"
/// ```
pub(crate) fn path(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let slash = || glued_sign("/");
    let (rest, year) = number(4..=4)(tokens)?;
    let (rest, month) = preceded(slash(), number(2..=2)).parse(rest)?;
    let (rest, day) = opt(preceded(slash(), number(1..=2))).parse(rest)?;
    slash()(rest)?;
    let (month, day) = (month.value as u8, day.map(|day| day.value as u8));
    Ok((
        rest,
        DateDraft::Certain { year: Some(year.into()), month: Some(month), day, order: Some(Order::Ymd) },
    ))
}

fn parting(tokens: Tokens<'_>) -> Parse<'_, char> {
    alt((sign("./-_|"), glued_sign(","), blank)).parse(tokens)
}

/// A blank before the next number, which is all that parts them.
fn blank(tokens: Tokens<'_>) -> Parse<'_, char> {
    match tokens.first() {
        Some(token) if token.apart && token.number().is_some() => Ok((tokens, ' ')),
        _ => Err(nom::Err::Error(())),
    }
}

/// Whether three numbers can have the digits of a date.
fn has_year([first, second, third]: [Number; 3]) -> bool {
    matches!(
        [first.digits, second.digits, third.digits],
        [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4 | 2] | [2, 1 | 2, 1]
    )
}
