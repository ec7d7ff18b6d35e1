use crate::draft::{DateDraft, Year};
use crate::named::ordinal;
use crate::token::{
    Lexeme, Number, Parse, Token, Tokens, glue, glued, glued_sign, number, sign, token, unit, year_mark,
};
use copydesk_date_words::{Meaning, Order, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{preceded, terminated};

/// `2017年5月31日`, `2017년 5월 31일`, `令和5年5月31日`, `2017年5月`, `5月31日`
///
/// ```abnf
/// units-behind = year month [day] / month day / month / day glue month [","] 4DIGIT
/// year         = [era] 1*4DIGIT year-unit        ; likewise month and day
/// ```
pub(crate) fn units_behind(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let year_first = (year_before_unit, month_before_unit, opt(day_before_unit)).map(|(year, month, day)| {
        DateDraft::Certain { year: Some(year), month: Some(month), day, order: Some(Order::Ymd) }
    });
    let month_first =
        (month_before_unit, preceded(joint, terminated(at_most(31), unit(Unit::Day)))).map(|(month, day)| {
            DateDraft::Certain { year: None, month: Some(month), day: Some(day), order: Some(Order::Mdy) }
        });
    alt((year_first, month_first, day_glue_month, lone_month)).parse(tokens)
}

/// `31 ne 5-kysã, 2017`: nothing parts the month from its unit.
fn day_glue_month(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let month_unit = glued(|token| is_month_unit(token).then_some(()));
    let (rest, day) = terminated(at_most(31), glue).parse(tokens)?;
    let (rest, month) = terminated(at_most(12), (opt(glued_sign("-")), month_unit)).parse(rest)?;
    let (rest, year) = preceded(opt(sign(",")), number(4..=4)).parse(rest)?;
    let (year, month, day) = (Some(year.into()), Some(month), Some(day));
    Ok((rest, DateDraft::Certain { year, month, day, order: Some(Order::Dmy) }))
}

/// `5月`
fn lone_month(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let sign = token(|token| {
        (is_month_unit(token) && !token.apart && token.end - token.start == MONTH_SIGN).then_some(())
    });
    let (rest, month) = terminated(at_most(12), sign).parse(tokens)?;
    Ok((rest, DateDraft::Certain { year: None, month: Some(month), day: None, order: None }))
}

/// `ngày 31 tháng 5 năm 2017`, `31 tháng 5, 2017`, `tháng 5 năm 2017`, `tháng 5`, `năm 2017 tháng 5 ngày 31`
///
/// ```abnf
/// units-before = [[day-unit] day] month-unit month [["," ] [year-unit] 4DIGIT]   ; blanks around the units
///              / year-unit 4DIGIT month-unit month day-unit day
/// ```
pub(crate) fn units_before(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    alt((year_and_units_before, day_and_units_before)).parse(tokens)
}

fn year_and_units_before(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, year) = preceded(unit(Unit::Year), number(4..=4)).parse(tokens)?;
    let (rest, month) = preceded(unit_apart, at_most(12)).parse(rest)?;
    let (rest, day) = preceded(unit(Unit::Day), at_most(31)).parse(rest)?;
    let (year, month, day) = (Some(year.into()), Some(month), Some(day));
    Ok((rest, DateDraft::Certain { year, month, day, order: Some(Order::Ymd) }))
}

fn day_and_units_before(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, day) = opt(preceded(opt(unit(Unit::Day)), at_most(31))).parse(tokens)?;
    let (rest, month) = preceded((opt(sign(",")), unit_apart), month_number).parse(rest)?;
    let year = preceded((opt(sign(",-")), opt(unit(Unit::Year))), number(4..=4));
    let (rest, year) = opt(year.map(Year::from)).parse(rest)?;
    let order = day.map(|_| Order::Dmy);
    Ok((rest, DateDraft::Certain { year, month: Some(month), day, order }))
}

fn year_before_unit(tokens: Tokens<'_>) -> Parse<'_, Year> {
    let (rest, (mark, number)) =
        (opt(year_mark), terminated(number(1..=4), unit(Unit::Year))).parse(tokens)?;
    Ok((rest, Year { number, mark }))
}

fn month_before_unit(tokens: Tokens<'_>) -> Parse<'_, u8> {
    preceded(joint, terminated(at_most(12), (opt(ordinal), unit(Unit::Month)))).parse(tokens)
}

fn day_before_unit(tokens: Tokens<'_>) -> Parse<'_, u8> {
    preceded(joint, terminated(at_most(31), alt((unit(Unit::Day), nothing_glued)))).parse(tokens)
}

/// The end of `2016年6月29`, where the last unit is left out.
fn nothing_glued(tokens: Tokens<'_>) -> Parse<'_, ()> {
    let goes_on = |token: &Token| !token.apart && matches!(token.lexeme, Lexeme::Word(_) | Lexeme::Other(_));
    if tokens.first().is_some_and(goes_on) { Err(nom::Err::Error(())) } else { Ok((tokens, ())) }
}

fn joint(tokens: Tokens<'_>) -> Parse<'_, ()> {
    value((), opt(alt((value((), sign(",")), glue)))).parse(tokens)
}

/// The word for *month* with a blank before it: `tháng`, not `月`.
fn unit_apart(tokens: Tokens<'_>) -> Parse<'_, ()> {
    const LONGEST_SIGN: u8 = 2;
    token(|token| (is_month_unit(token) && token.letters > LONGEST_SIGN).then_some(()))(tokens)
}

fn is_month_unit(token: &Token) -> bool {
    token.means(|meaning| meaning == Meaning::Unit(Unit::Month))
}

/// ```abnf
/// month = 1*2DIGIT / number-word   ; `tháng ba`
/// ```
fn month_number(tokens: Tokens<'_>) -> Parse<'_, u8> {
    let spelled = token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::Cardinal(month @ 1..=12) => Some(month),
            _ => None,
        })
    });
    alt((at_most(12), spelled)).parse(tokens)
}

/// Bytes of `月` and `월`, which stand behind their number.
const MONTH_SIGN: usize = 3;

fn at_most<'w>(highest: u64) -> impl Fn(Tokens<'w>) -> Parse<'w, u8> {
    token(move |token| {
        token.number().and_then(|number: Number| number.within(1..=2, 1..=highest)).map(|value| value as u8)
    })
}
