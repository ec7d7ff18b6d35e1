use crate::Time;
use crate::base::{Base, DayName, Which};
use crate::draft::Draft;
use crate::grammar::{joint, time_behind};
use crate::of_month::{day_of_month, pointed_unit};
use crate::shift::Shift;
use crate::time::certain_time;
use crate::token::{
    Name, Parse, Token, Tokens, day_period, glue, joined, longest, month_name, sign, token, weekday_name,
};
use copydesk_date_words::{DayPeriod, Locales, Meaning, Sense, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, not, opt, peek, value};
use nom::sequence::{preceded, terminated};

/// `yesterday at 17:12`, `5 pm next Tuesday`, `17:12`
///
/// ```abnf
/// deictic = base [joint time] / time [joint base]
/// base    = pointed / weekday-of-week / day-of-month / day-word / weekday
/// ```
pub(crate) fn deictic(tokens: Tokens<'_>) -> Parse<'_, (Base, Draft)> {
    let draft = |time| Draft { date: None, weekday: None, time, nth: None };
    let base_first = (half_and_base, opt(alt((time_behind, bare_hour))))
        .map(|((half, base), time)| (base, draft(later(time, half))));
    // `on` is a weekday in Welsh, but not before another one.
    let behind = alt((preceded(glue, half_and_base), joined(joint, half_and_base)));
    let time_first = (certain_time, opt(behind)).map(|(time, found)| {
        let (half, base) = found.unwrap_or((None, Base::Today));
        (base, draft(later(Some(time), half)))
    });
    alt((base_first, time_first)).parse(tokens)
}

/// A base, and the half of the day that its words say as well: `tonight`, `Saturday morning`, `last night`.
///
/// ```abnf
/// base-and-half = base [[glue] part-of-day] / pointer part-of-day / part-of-day pointer
/// ```
fn half_and_base(tokens: Tokens<'_>) -> Parse<'_, (Option<DayPeriod>, Base)> {
    longest(tokens, &[base_and_half, pointed_part])
}

fn base_and_half(tokens: Tokens<'_>) -> Parse<'_, (Option<DayPeriod>, Base)> {
    let base = |tokens| longest(tokens, &[pointed_base, weekday_of_week, of_month, plain_base]);
    let part = preceded(opt(glue), part_of_day).map(|(half, _)| half);
    let half_of_base = alt((day_period.map(Some), part_of_day.map(|(half, _)| half)));
    (peek(opt(half_of_base)).map(Option::flatten), base, opt(part))
        .map(|(half, base, part)| (part.flatten().or(half), base))
        .parse(tokens)
}

fn of_month(tokens: Tokens<'_>) -> Parse<'_, Base> {
    day_of_month.map(Base::DayOfMonth).parse(tokens)
}

fn pointed_part(tokens: Tokens<'_>) -> Parse<'_, (Option<DayPeriod>, Base)> {
    let pointed =
        alt(((pointer, part_of_day), (part_of_day, pointer).map(|(part, pointer)| (pointer, part))));
    map_opt(pointed, |(pointer, (half, locales))| {
        let offset = pointer_in(pointer, locales)?;
        Some((half, Base::Shift(Shift::of(Unit::Day, i64::from(offset)).within(locales))))
    })
    .parse(tokens)
}

/// The half that a part of the day lies in, if it is one, and the locales of its word.
fn part_of_day(tokens: Tokens<'_>) -> Parse<'_, (Option<DayPeriod>, Locales)> {
    token(|token| {
        token.senses().iter().find_map(|sense| match sense.meaning {
            Meaning::PartOfDay(half) => Some((half, sense.locales)),
            _ => None,
        })
    })(tokens)
}

fn later(time: Option<Time>, half: Option<DayPeriod>) -> Option<Time> {
    time.map(|time| match half {
        Some(DayPeriod::Pm) if (1..12).contains(&time.hour) => Time { hour: time.hour + 12, ..time },
        _ => time,
    })
}

/// `at 8`, which is a time only behind a day.
///
/// ```abnf
/// bare-hour = 1*2glue 1*2DIGIT
/// ```
fn bare_hour(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let number = token(|token| token.number()?.within(1..=2, 0..=23));
    let goes_on = alt((value((), sign("-/:.")), value((), month_name)));
    let hour = preceded((glue, opt(glue)), terminated(number, not(goes_on)));
    hour.map(|hour| Time { hour: hour as u8, minute: None, second: None, offset: None }).parse(tokens)
}

fn plain_base(tokens: Tokens<'_>) -> Parse<'_, Base> {
    let weekday = weekday_name.map(|name| Base::Weekday(DayName::Name(name), Which::Plain));
    alt((shift_word.map(Base::Shift), pointed_weekday, weekday)).parse(tokens)
}

/// ```abnf
/// pointed = pointer (weekday / month / unit) / (weekday / month / unit) pointer
/// ```
fn pointed_base(tokens: Tokens<'_>) -> Parse<'_, Base> {
    let before = (pointer, any_token);
    let behind = (any_token, pointer).map(|(pointed, pointer)| (pointer, pointed));
    map_opt(alt((before, behind)), |(pointer, pointed)| point(pointer, pointed)).parse(tokens)
}

/// What a word like *next* makes of the word beside it, if they have a language in common.
fn point(pointer: Token, pointed: Token) -> Option<Base> {
    let fitting = |sense: &&Sense| pointer_in(pointer, sense.locales).is_some();
    pointed.senses().iter().filter(fitting).find_map(|sense| {
        let offset = pointer_in(pointer, sense.locales)?;
        let name = Name { senses: pointed.senses(), letters: pointed.letters, start: pointed.start };
        match sense.meaning {
            Meaning::Weekday(_) => Some(Base::Weekday(DayName::Name(name), Which::Pointed(offset))),
            Meaning::Month(..) => Some(Base::Month(name, offset)),
            Meaning::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Day)) => {
                Some(Base::Shift(Shift::of(unit, i64::from(offset)).within(sense.locales)))
            }
            _ => None,
        }
    })
}

fn pointer_in(token: Token, locales: Locales) -> Option<i8> {
    token.senses().iter().filter(|sense| sense.locales.meets(locales)).find_map(|sense| match sense.meaning {
        Meaning::Pointer(offset) => Some(offset),
        _ => None,
    })
}

/// ```abnf
/// weekday-of-week = weekday joint week / week joint weekday   ; `Wednesday of next week`
/// ```
fn weekday_of_week(tokens: Tokens<'_>) -> Parse<'_, Base> {
    let day_first = (weekday_name, joined(joint, pointed_unit(Unit::Week)));
    let week_first = (pointed_unit(Unit::Week), joined(joint, weekday_name)).map(|(week, name)| (name, week));
    alt((day_first, week_first))
        .map(|(name, week)| Base::Weekday(DayName::Name(name), Which::OfWeek(week)))
        .parse(tokens)
}

fn token_offset(token: Token) -> Option<i8> {
    token.meaning(|meaning| match meaning {
        Meaning::Pointer(offset) => Some(offset),
        _ => None,
    })
}

fn pointer(tokens: Tokens<'_>) -> Parse<'_, Token> {
    token(|token| token_offset(*token).map(|_| *token))(tokens)
}

fn any_token(tokens: Tokens<'_>) -> Parse<'_, Token> {
    token(|token| Some(*token))(tokens)
}

fn pointed_weekday(tokens: Tokens<'_>) -> Parse<'_, Base> {
    token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::PointedWeekday(day, offset) => {
                Some(Base::Weekday(DayName::Number(day), Which::Pointed(offset)))
            }
            _ => None,
        })
    })(tokens)
}

fn shift_word(tokens: Tokens<'_>) -> Parse<'_, Shift> {
    token(|token| {
        token.senses().iter().find_map(|sense| match sense.meaning {
            Meaning::Relative(unit, amount) => Some(Shift::of(unit, i64::from(amount)).within(sense.locales)),
            _ => None,
        })
    })(tokens)
}
