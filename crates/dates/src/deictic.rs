use crate::clarity::Clarity;
use crate::context::Context;
use crate::draft::Draft;
use crate::grammar::{joint, time_behind};
use crate::relative::Shift;
use crate::time::certain_time;
use crate::token::{Name, Parse, Tokens, joined, token, weekday_name};
use copydesk_date_words::{Locales, Meaning};
use copydesk_lexicon::is_spaceless;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// What an expression counts from the day of writing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Base {
    /// `yesterday`, `last month`, `2 hours ago`
    Shift(Shift),
    /// `Tuesday`
    Weekday(Name),
    /// A time alone, on the day itself: `17:12`
    Today,
}

/// `yesterday at 17:12`, `5 pm Tuesday`, `17:12`
///
/// ```abnf
/// deictic = (day-word / weekday) [joint time] / time [joint (day-word / weekday)]
/// ```
pub(crate) fn deictic(tokens: Tokens<'_>) -> Parse<'_, (Base, Draft)> {
    let timed = |time| Draft { date: None, weekday: None, time, nth: None };
    let base = || alt((shift_word.map(Base::Shift), weekday_name.map(Base::Weekday)));
    let base_first = (base(), opt(time_behind)).map(|(base, time)| (base, timed(time)));
    let time_first = (certain_time, opt(joined(joint, base())))
        .map(|(time, base)| (base.unwrap_or(Base::Today), timed(Some(time))));
    alt((base_first, time_first)).parse(tokens)
}

impl Base {
    /// What a deictic expression, as printed, needs around it to be believed.
    pub(crate) fn clarity(&self, text: &str, draft: &Draft, context: &Context<'_>) -> Clarity {
        let letters = text.chars().take(4).count() + usize::from(text.starts_with(is_spaceless));
        let is_known = match self {
            Self::Today => text.contains(':') || draft.time.is_some_and(|time| time.minute.is_some()),
            _ if draft.time.is_some() => true,
            Self::Shift(Shift { locales: Some(locales), .. }) if context.has_locales() => {
                context.knows(*locales)
            }
            Self::Weekday(name) if context.has_locales() => context.knows_one(name.senses),
            _ => letters > 3,
        };
        match letters {
            0..3 => Clarity::Never,
            _ if is_known => Clarity::Short,
            _ => Clarity::Alone,
        }
    }

    /// The locales that its words can belong to.
    pub(crate) fn locales(&self) -> Option<Locales> {
        match self {
            Self::Shift(shift) => shift.locales,
            Self::Weekday(name) => name.senses.first().map(|sense| sense.locales),
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
