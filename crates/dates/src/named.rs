use crate::draft::{DateDraft, Year};
use crate::token::{
    Lexeme, Parse, Tokens, day_period, era, glue, glued, glued_sign, month_name, number, sign, token, unit,
    up_to,
};
use copydesk_date_words::{Meaning, Order, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, value};
use nom::sequence::{delimited, preceded, terminated};

/// `31st of May, 2017`, `31. toukokuuta 2017`, `13NOV2017`, `31 de mayo de 2017`, `31 May`
///
/// ```abnf
/// day-month-year = day joint month [joint year]
/// ```
pub(crate) fn day_month_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (day, month)) = (terminated(day, joint), month).parse(tokens)?;
    let (rest, year) = opt(preceded(joint, year)).parse(rest)?;
    Ok((rest, DateDraft::Named { year, month, day: Some(day), order: Some(Order::Dmy) }))
}

/// `May 31st, 2017`, `Juin 2, 2017`, `May 31`
///
/// ```abnf
/// month-day-year = month joint day [joint year]
/// ```
pub(crate) fn month_day_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (month, day)) = (terminated(month, joint), day).parse(tokens)?;
    let (rest, year) = opt(preceded(joint, year)).parse(rest)?;
    Ok((rest, DateDraft::Named { year, month, day: Some(day), order: Some(Order::Mdy) }))
}

/// `2017. május 31.`, `2017-May-31`, `2017 m. gegužės 31 d.`
///
/// ```abnf
/// year-month-day = year joint month joint day
/// ```
pub(crate) fn year_month_day(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (year, month, day)) =
        (terminated(long_year, joint), terminated(month, joint), day).parse(tokens)?;
    Ok((rest, DateDraft::Named { year: Some(year), month, day: Some(day), order: Some(Order::Ymd) }))
}

/// `2017. gada 31. maijs`, `2017 ж. 31 мамыр`
///
/// ```abnf
/// year-day-month = year joint day joint month   ; something between year and day
/// ```
pub(crate) fn year_day_month(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (year, _)) = (long_year, peek(not(number(1..=2)))).parse(tokens)?;
    let (rest, (day, month)) = (delimited(joint, day, joint), month).parse(rest)?;
    Ok((rest, DateDraft::Named { year: Some(year), month, day: Some(day), order: None }))
}

/// `May 2017`, `mayo de 2017`, `May '17`, `2017-May`, `2021年三月`
///
/// ```abnf
/// month-year = month joint year4 / month joint "'" 2DIGIT / year4 (sign / unit) month
/// ```
pub(crate) fn month_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let year_last =
        (terminated(month, joint), alt((long_year, short_year_marked))).map(|(month, year)| (year, month));
    let year_first = (terminated(verify_marked_year, joint), month);
    let (rest, (year, month)) = alt((year_last, year_first)).parse(tokens)?;
    Ok((rest, DateDraft::Named { year: Some(year), month, day: None, order: None }))
}

/// ```abnf
/// day = [day-word] 1*2DIGIT [ordinal]
/// ```
pub(crate) fn day(tokens: Tokens<'_>) -> Parse<'_, u8> {
    let one_to_31 = token(|token| token.number()?.within(1..=2, 1..=31).map(|day| day as u8));
    preceded(opt(unit(Unit::Day)), terminated(one_to_31, opt(ordinal))).parse(tokens)
}

/// ```abnf
/// year  = year4 / ["'"] 2DIGIT   ; the two digits not being an hour, nor counting something
/// year4 = [year-word] [era] 4DIGIT [year-word] [era] / era 1*4DIGIT / 1*4DIGIT era
/// ```
pub(crate) fn year(tokens: Tokens<'_>) -> Parse<'_, Year> {
    alt((long_year, short_year_marked, short_year)).parse(tokens)
}

/// A year with four digits, or with an era.
pub(crate) fn long_year(tokens: Tokens<'_>) -> Parse<'_, Year> {
    let (rest, before) = preceded(opt(year_word), opt(era)).parse(tokens)?;
    let (rest, number) = number(1..=4)(rest)?;
    let (rest, _) = opt(year_word).parse(rest)?;
    let (rest, behind) = opt(era).parse(rest)?;
    let year = Year { number, era: before.or(behind) };
    let is_year = year.era.is_some() || number.within(4..=4, 1000..=2999).is_some();
    if is_year { Ok((rest, year)) } else { Err(nom::Err::Error(())) }
}

fn short_year_marked(tokens: Tokens<'_>) -> Parse<'_, Year> {
    preceded(sign("'"), two_digits).parse(tokens)
}

fn short_year(tokens: Tokens<'_>) -> Parse<'_, Year> {
    terminated(two_digits, (opt(year_word), peek(not(alt((hour_mark, counted)))))).parse(tokens)
}

fn two_digits(tokens: Tokens<'_>) -> Parse<'_, Year> {
    number(2..=2).map(Year::from).parse(tokens)
}

/// What makes the number before it an hour: `:12`, `.12`, `pm`, `Uhr`.
fn hour_mark(tokens: Tokens<'_>) -> Parse<'_, ()> {
    let minutes = value((), (glued_sign(":."), glued(|token| token.number())));
    alt((minutes, value((), day_period), unit(Unit::Hour), value((), glued_sign(":")))).parse(tokens)
}

/// What makes the number before it count something: a word in lower case that no date goes on with.
fn counted(tokens: Tokens<'_>) -> Parse<'_, ()> {
    token(|token| matches!(token.lexeme, Lexeme::Other(c) if c.is_lowercase() || c == '%').then_some(()))(
        tokens,
    )
}

/// A year before its month, with something between them: `in 2015 may` is none.
fn verify_marked_year(tokens: Tokens<'_>) -> Parse<'_, Year> {
    let (rest, year) = long_year(tokens)?;
    let has_word = tokens[..tokens.len() - rest.len()].len() > 1;
    let has_sign = sign("-/.")(rest).is_ok();
    if has_word || has_sign { Ok((rest, year)) } else { Err(nom::Err::Error(())) }
}

fn year_word(tokens: Tokens<'_>) -> Parse<'_, ()> {
    preceded(opt(sign(".-")), unit(Unit::Year)).parse(tokens)
}

/// ```abnf
/// month = [month-word] month-name [month-word]
/// ```
fn month(tokens: Tokens<'_>) -> Parse<'_, crate::token::Senses> {
    delimited(opt(unit(Unit::Month)), month_name, opt(unit(Unit::Month))).parse(tokens)
}

/// What may stand between day, month and year.
///
/// ```abnf
/// joint = *3("." / "," / "-" / "/" / glue)
/// ```
fn joint(tokens: Tokens<'_>) -> Parse<'_, ()> {
    up_to(3, alt((value((), sign(".,-/")), glue)))(tokens)
}

/// ```abnf
/// ordinal = ["." / "-"] (ordinal-word / suffix / day-word) / "º"
/// ```
fn ordinal(tokens: Tokens<'_>) -> Parse<'_, ()> {
    let mark = token(|token| {
        let is_mark = |meaning| matches!(meaning, Meaning::Ordinal | Meaning::Unit(Unit::Day));
        (token.means(is_mark) || !token.apart && matches!(token.lexeme, Lexeme::Suffix)).then_some(())
    });
    preceded(opt(sign(".-'")), mark).parse(tokens)
}
