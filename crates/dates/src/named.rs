use crate::draft::{DateDraft, Day, Year};
use crate::token::{
    Lexeme, Name, Parse, Token, Tokens, day_period, glue, glued, glued_sign, joined, month_name, number,
    sign, token, unit, year_mark,
};
use copydesk_date_words::{Meaning, Order, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, value, verify};
use nom::sequence::{delimited, preceded, terminated};

/// `31st of May, 2017`, `31. toukokuuta 2017`, `13NOV2017`, `31 de mayo de 2017`, `31 May`
///
/// ```abnf
/// day-month-year = day joint month [joint year]
/// ```
pub(crate) fn day_month_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (behind_day, day) = day(tokens)?;
    let is_apart = matches!(day, Day::Words { .. }) && sign(",/")(behind_day).is_ok();
    let (rest, month) = verify(joined(joint, month), |_| !is_apart).parse(behind_day)?;
    let day = fitting(if behind_day.first().is_some_and(is_glue) { day.tied() } else { day }, month)?;
    let (rest, year) = opt(joined(joint, year)).parse(rest)?;
    Ok((rest, DateDraft::Named { year, month, day: Some(day), order: Some(Order::Dmy) }))
}

/// `May 31st, 2017`, `Juin 2, 2017`, `May 31`
///
/// ```abnf
/// month-day-year = month joint day [joint year]
/// ```
pub(crate) fn month_day_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (month, day)) = (month, joined(joint, day)).parse(tokens)?;
    let day = fitting(day.tied(), month)?;
    let (rest, year) = opt(joined(joint, year)).parse(rest)?;
    Ok((rest, DateDraft::Named { year, month, day: Some(day), order: Some(Order::Mdy) }))
}

/// `2017. május 31.`, `2017-May-31`, `2017 m. gegužės 31 d.`
///
/// ```abnf
/// year-month-day = year4 joint month joint day
/// ```
pub(crate) fn year_month_day(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (year, month, day)) = (long_year, joined(joint, month), joined(joint, day)).parse(tokens)?;
    let day = fitting(day, month)?;
    Ok((rest, DateDraft::Named { year: Some(year), month, day: Some(day), order: Some(Order::Ymd) }))
}

/// `2017. gada 31. maijs`, `2017 ж. 31 мамыр`, `2017 ел, 31 май`
///
/// ```abnf
/// year-day-month = year4 ["," / "/"] day joint month   ; behind a sign only if no other year follows
/// ```
pub(crate) fn year_day_month(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, (year, sign, day)) = (long_year, opt(sign(",/")), day).parse(tokens)?;
    let (rest, month) = joined(joint, month).parse(rest)?;
    if sign.is_some() && joined(joint, long_year).parse(rest).is_ok() {
        return Err(nom::Err::Error(()));
    }
    let day = fitting(day, month)?;
    Ok((rest, DateDraft::Named { year: Some(year), month, day: Some(day), order: None }))
}

/// `May 2017`, `mayo de 2017`, `May '17`, `Sept 74`
///
/// ```abnf
/// month-year = month joint (year4 / "'" 2DIGIT / 2DIGIT)   ; two digits that are no day
/// ```
pub(crate) fn month_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let no_day = verify(two_digits, |year| year.number.value > 31);
    let no_day = terminated(no_day, peek(not((sign(","), long_year))));
    let year = alt((long_year, preceded(sign("'"), two_digits), no_day));
    let (rest, (month, year)) = (month, joined(joint, year)).parse(tokens)?;
    Ok((rest, DateDraft::Named { year: Some(year), month, day: None, order: None }))
}

/// `2017-May`, `2021年三月`, `2024 Aug`
///
/// ```abnf
/// year-month = year4 [joint] month
/// ```
pub(crate) fn year_month(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, year) = long_year(tokens)?;
    let is_marked = tokens.len() - rest.len() > 1 || sign("-/.")(rest).is_ok();
    let (rest, month) = joined(joint, month).parse(rest)?;
    let order = Some(Order::Ymd).filter(|_| !is_marked);
    Ok((rest, DateDraft::Named { year: Some(year), month, day: None, order }))
}

/// `March`
pub(crate) fn month_alone(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    month.map(|month| DateDraft::Named { year: None, month, day: None, order: None }).parse(tokens)
}

/// ```abnf
/// day = [day-word] (1*2DIGIT [ordinal] [day-word] / number-word)
/// ```
pub(crate) fn day(tokens: Tokens<'_>) -> Parse<'_, Day> {
    let one_to_31 = token(|token| token.number()?.within(1..=2, 1..=31).map(|day| Day::Number(day as u8)));
    preceded(
        opt(unit(Unit::Day)),
        alt((terminated(one_to_31, (opt(ordinal), opt(unit(Unit::Day)))), day_in_words)),
    )
    .parse(tokens)
}

fn day_in_words(tokens: Tokens<'_>) -> Parse<'_, Day> {
    token(|token| {
        let is_day = |meaning| matches!(meaning, Meaning::Nth(1..) | Meaning::Cardinal(2..));
        token.means(is_day).then(|| Day::Words { senses: token.senses(), is_tied: false })
    })(tokens)
}

/// The day, if it is one in a language of the month: `on` is ten in Turkish, but not before `May`.
fn fitting(day: Day, month: Name) -> Result<Day, nom::Err<()>> {
    let is_fitting = month
        .senses
        .iter()
        .any(|sense| matches!(sense.meaning, Meaning::Month(..)) && day.value(sense.locales).is_some());
    if is_fitting { Ok(day) } else { Err(nom::Err::Error(())) }
}

fn is_glue(token: &Token) -> bool {
    token.means(|meaning| meaning == Meaning::Glue)
}

/// ```abnf
/// year  = year4 / ["'"] 2DIGIT   ; the two digits not being an hour, nor counting something
/// ```
fn year(tokens: Tokens<'_>) -> Parse<'_, Year> {
    let short = terminated(two_digits, (opt(year_word), peek(not(alt((hour_mark, counted))))));
    alt((long_year, preceded(sign("'"), two_digits), short)).parse(tokens)
}

/// A year with four digits, or with an era.
///
/// ```abnf
/// year4 = [year-word] [year-mark] 4DIGIT [year-word] [year-mark] / year-mark 1*4DIGIT / 1*4DIGIT year-mark
/// ```
pub(crate) fn long_year(tokens: Tokens<'_>) -> Parse<'_, Year> {
    let (rest, (before, number)) = (preceded(opt(year_word), opt(year_mark)), number(1..=4)).parse(tokens)?;
    let (rest, behind) = preceded(opt(year_word), opt(year_mark)).parse(rest)?;
    let year = Year { number, mark: before.or(behind) };
    let is_year = year.mark.is_some() || number.within(4..=4, 1000..=2999).is_some();
    if is_year { Ok((rest, year)) } else { Err(nom::Err::Error(())) }
}

/// `in 2014 AD`, `год 2000`, `2017年`
///
/// ```abnf
/// marked-year = year4   ; with a word
/// ```
pub(crate) fn marked_year(tokens: Tokens<'_>) -> Parse<'_, DateDraft> {
    let (rest, year) = long_year(tokens)?;
    let is_marked = tokens.len() - rest.len() > 1;
    let draft = DateDraft::Certain { year: Some(year), month: None, day: None, order: None };
    if is_marked { Ok((rest, draft)) } else { Err(nom::Err::Error(())) }
}

fn two_digits(tokens: Tokens<'_>) -> Parse<'_, Year> {
    number(2..=2).map(Year::from).parse(tokens)
}

/// What makes the number before it an hour: `:12`, `.12`, `pm`, `Uhr`.
fn hour_mark(tokens: Tokens<'_>) -> Parse<'_, ()> {
    let minutes = value((), (glued_sign(":."), glued(Token::number)));
    alt((minutes, value((), day_period), unit(Unit::Hour), value((), glued_sign(":")))).parse(tokens)
}

/// What makes the number before it count something: a word in lower case that no date goes on with.
fn counted(tokens: Tokens<'_>) -> Parse<'_, ()> {
    token(|token| {
        let is_other = matches!(token.lexeme, Lexeme::Other(c) if c.is_lowercase() || c == '%');
        (is_other || token.means(|meaning| matches!(meaning, Meaning::Counted(_)))).then_some(())
    })(tokens)
}

fn year_word(tokens: Tokens<'_>) -> Parse<'_, ()> {
    preceded(opt(sign(".-")), unit(Unit::Year)).parse(tokens)
}

/// ```abnf
/// month = [month-word] month-name ["]"] [("/" / "(") month-name [")"]] [month-word]   ; `مارس/ آذار`: the same in two traditions
/// ```
fn month(tokens: Tokens<'_>) -> Parse<'_, Name> {
    let again = (sign("/("), month_name, opt(sign(")")));
    let name = terminated(month_name, (opt(sign("]")), opt(again)));
    delimited(opt(unit(Unit::Month)), name, opt(unit(Unit::Month))).parse(tokens)
}

/// What may stand between day, month and year, up to three times.
///
/// ```abnf
/// joint = "." / "," / "-" / "/" / glue
/// ```
pub(crate) fn joint(tokens: Tokens<'_>) -> Parse<'_, ()> {
    alt((value((), sign(".,/")), value((), glued_sign("-")), glue)).parse(tokens)
}

/// ```abnf
/// ordinal = ["." / "-"] (ordinal-word / suffix / day-word) / "º"
/// ```
pub(crate) fn ordinal(tokens: Tokens<'_>) -> Parse<'_, ()> {
    let mark = token(|token| {
        let is_mark = |meaning| matches!(meaning, Meaning::Ordinal | Meaning::Unit(Unit::Day));
        let is_month = token.apart && token.means(|meaning| matches!(meaning, Meaning::Month(..)));
        let is_suffix = !token.apart && matches!(token.lexeme, Lexeme::Suffix);
        (token.means(is_mark) && !is_month || is_suffix).then_some(())
    });
    preceded(opt(sign(".-'")), mark).parse(tokens)
}
