use crate::boundary::is_hangul;
use crate::clarity::Clarity;
use crate::context::Context;
use crate::draft::Draft;
use crate::of_month::DayOfMonth;
use crate::pointed::{of_week, plain, pointed, pointed_month};
use crate::reading::{month_of, weekday_of};
use crate::shift::Shift;
use crate::token::Name;
use crate::{PartialDate, Time};
use chrono::{NaiveDate, Weekday};
use copydesk_date_words::Locales;
use copydesk_lexicon::is_spaceless;

/// What an expression counts from the day of writing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Base {
    /// `yesterday`, `last month`, `2 hours ago`
    Shift(Shift),
    /// `Tuesday`, `next Tuesday`, `Tuesday of next week`
    Weekday(DayName, Which),
    /// `next March`
    Month(Name, i8),
    /// `the 15th`, `Tuesday the 19th`, `the 5th of last month`
    DayOfMonth(DayOfMonth),
    /// A time alone, on the day itself: `17:12`
    Today,
}

/// A weekday by its name, or one (1 = Monday) whose name is part of a phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) enum DayName {
    Name(Name),
    Number(u8),
}

/// Which of the days of a name is meant.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Which {
    /// No word says it.
    Plain,
    /// That which a word like *next* points to.
    Pointed(i8),
    /// That of the week so many weeks from now.
    OfWeek(i8),
}

impl Base {
    /// The day of the week that it names.
    pub(crate) fn weekday(&self, context: &Context<'_>) -> Option<Weekday> {
        let name = match self {
            Self::Weekday(DayName::Number(day), _) => return Weekday::try_from(day - 1).ok(),
            Self::Weekday(DayName::Name(name), _) => *name,
            Self::DayOfMonth(day) => day.weekday?,
            _ => return None,
        };
        weekday_of(name.senses, PartialDate::default(), context)
    }

    /// The moment that it means, if the day of writing is known.
    pub(crate) fn moment(&self, context: &Context<'_>) -> Option<(PartialDate, Option<Time>)> {
        let reference = context.reference?;
        let day = reference.date();
        let date = match self {
            Self::Shift(shift) => return shift.from(reference),
            Self::Weekday(_, which) => which.of(self.weekday(context)?, day, context)?.into(),
            Self::Month(name, offset) => pointed_month(month_of(name.senses, context)?, *offset, day),
            Self::DayOfMonth(of_month) => {
                let weekday = self.weekday(context);
                let date = of_month.from(day, weekday, context.direction);
                date.or_else(|| plain(weekday?, context.direction, day))?.into()
            }
            Self::Today => day.into(),
        };
        Some((date, None))
    }

    /// What a deictic expression, as printed, needs around it to be believed.
    pub(crate) fn clarity(&self, text: &str, draft: &Draft, context: &Context<'_>) -> Clarity {
        let is_dense = |c| is_spaceless(c) || is_hangul(c);
        let letters = text.chars().take(4).count() + usize::from(text.starts_with(is_dense));
        let is_known = match self {
            Self::Today => text.contains(':') || draft.time.is_some_and(|time| time.minute.is_some()),
            _ if draft.time.is_some() => true,
            Self::Shift(Shift { locales: Some(locales), .. }) if context.has_locales() => {
                context.knows(*locales)
            }
            Self::Weekday(DayName::Name(name), _) | Self::Month(name, _) if context.has_locales() => {
                context.knows_name(name.senses)
            }
            _ => letters > 3,
        };
        match letters {
            _ if self.is_other_word(context) => Clarity::Never,
            _ if self.is_doubtful(draft, context) => Clarity::Never,
            _ if matches!(self, Self::DayOfMonth(day) if day.is_lone()) => Clarity::Alone,
            // `ma`, today in Hungarian, is another word in too many languages.
            0..3 if is_known && context.has_locales() && matches!(self, Self::Shift(_)) => Clarity::Alone,
            0..3 => Clarity::Never,
            _ if is_known => Clarity::Short,
            _ => Clarity::Alone,
        }
    }

    /// Whether a number stands beside a word that is a weekday somewhere, but stands between others elsewhere: `den 9`.
    fn is_doubtful(&self, draft: &Draft, context: &Context<'_>) -> bool {
        let name = match self {
            Self::Weekday(DayName::Name(name), Which::Plain) if draft.time.is_some() => *name,
            Self::DayOfMonth(DayOfMonth { weekday: Some(name), .. }) => *name,
            _ => return false,
        };
        name.is_glue() && !context.knows_name(name.senses)
    }

    /// Whether its name is none in the caller's locales, where the word means something else.
    fn is_other_word(&self, context: &Context<'_>) -> bool {
        let (Self::Weekday(DayName::Name(name), _) | Self::Month(name, _)) = self else { return false };
        context.has_locales() && context.knows_one(name.senses) && !context.knows_name(name.senses)
    }

    /// The locales that its words can belong to.
    pub(crate) fn locales(&self) -> Option<Locales> {
        match self {
            Self::Shift(shift) => shift.locales,
            Self::Weekday(DayName::Name(name), _) | Self::Month(name, _) => {
                name.senses.first().map(|sense| sense.locales)
            }
            Self::Weekday(DayName::Number(_), _) | Self::DayOfMonth(_) | Self::Today => None,
        }
    }
}

impl Which {
    fn of(self, weekday: Weekday, day: NaiveDate, context: &Context<'_>) -> Option<NaiveDate> {
        match self {
            Self::Plain => plain(weekday, context.direction, day),
            Self::Pointed(offset) => pointed(weekday, offset, day),
            Self::OfWeek(weeks) => of_week(weekday, i64::from(weeks), day),
        }
    }
}
