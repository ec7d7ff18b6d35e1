use crate::draft::{DateDraft, Draft};
use crate::grammar::{joint, time_behind};
use crate::relative::Shift;
use crate::time::certain_time;
use crate::token::{Parse, Senses, Tokens, month_name, token, weekday_name};
use copydesk_date_words::{Locales, Meaning};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

/// What an expression counts from the day of writing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Base {
    /// `yesterday`, `last month`, `2 hours ago`
    Shift(Shift),
    /// `Tuesday`
    Weekday(Senses),
    /// A time alone, on the day itself: `17:12`
    Today,
}

/// `yesterday at 17:12`, `5 pm Tuesday`, `17:12`
///
/// ```abnf
/// deictic = (day-word / weekday) [joint time] / time [joint (day-word / weekday)]
/// ```
pub(crate) fn deictic(tokens: Tokens<'_>) -> Parse<'_, (Base, Draft)> {
    let timed = |time| Draft { date: None, weekday: None, time };
    let base = || alt((shift_word.map(Base::Shift), weekday_name.map(Base::Weekday)));
    let base_first = (base(), opt(time_behind)).map(|(base, time)| (base, timed(time)));
    let time_first = (certain_time, opt(preceded(joint, base())))
        .map(|(time, base)| (base.unwrap_or(Base::Today), timed(Some(time))));
    alt((base_first, time_first)).parse(tokens)
}

/// `March`
pub(crate) fn month_alone(tokens: Tokens<'_>) -> Parse<'_, Draft> {
    month_name
        .map(|month| DateDraft::Named { year: None, month, day: None, order: None }.into())
        .parse(tokens)
}

impl Base {
    /// The locales that its words can belong to.
    pub(crate) fn locales(&self) -> Option<Locales> {
        match self {
            Self::Shift(shift) => shift.locales,
            Self::Weekday(senses) => senses.first().map(|sense| sense.locales),
            Self::Today => None,
        }
    }
}

fn shift_word(tokens: Tokens<'_>) -> Parse<'_, Shift> {
    token(|token| {
        token.senses().iter().find_map(|sense| match sense.meaning {
            Meaning::Relative(unit, amount) => {
                Some(Shift { unit, amount: i64::from(amount), locales: Some(sense.locales) })
            }
            _ => None,
        })
    })(tokens)
}
