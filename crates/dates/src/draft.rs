use crate::Time;
use crate::token::{Name, Number, Senses};
use copydesk_date_words::{Calendar, Locales, Meaning, Order};

/// A date as the grammar reads it: what its words and numbers mean is not decided yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    pub(crate) date: Option<DateDraft>,
    pub(crate) weekday: Option<Name>,
    pub(crate) time: Option<Time>,
    /// Which of the weekdays or days of the month, -1 being the last: the date is a month.
    pub(crate) nth: Option<i8>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum DateDraft {
    /// Three numbers, in an order to be found out.
    Numeric { numbers: [Number; 3], sign: char, mark: Option<YearMark> },
    /// A day and a month, in an order to be found out.
    Pair { numbers: [Number; 2], sign: char },
    /// A month and a year in numbers: `05/2017`; the order if the year stands first.
    YearMonth { year: Number, month: Number, sign: char, order: Option<Order> },
    /// Four digits that may be a year.
    BareYear(Number),
    /// A month by its name.
    Named { year: Option<Year>, month: Name, day: Option<Day>, order: Option<Order> },
    /// All parts labelled, or in the one order of their form.
    Certain { year: Option<Year>, month: Option<u8>, day: Option<u8>, order: Option<Order> },
}

/// A day of the month as printed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Day {
    Number(u8),
    /// All that the word can mean, and whether a word ties it to the month: *third of May*, not *third May*.
    Words {
        senses: Senses,
        is_tied: bool,
    },
}

/// A year as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Year {
    pub(crate) number: Number,
    pub(crate) mark: Option<YearMark>,
}

/// What stands beside a year and says from where it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearMark {
    /// The year of the Gregorian calendar before the era's year 1.
    Era(i16),
    Calendar(Calendar),
}

impl From<Number> for Year {
    fn from(number: Number) -> Self {
        Self { number, mark: None }
    }
}

impl Day {
    /// The day that it means in some of the locales of a month's name.
    pub(crate) fn value(self, month: Locales) -> Option<u8> {
        match self {
            Self::Number(day) => Some(day),
            Self::Words { senses, .. } => spelled(senses, month),
        }
    }
}

impl Day {
    /// The day that it means in some language.
    pub(crate) fn some_value(self) -> Option<u8> {
        match self {
            Self::Number(day) => Some(day),
            Self::Words { senses, .. } => senses.iter().find_map(|sense| spelled(senses, sense.locales)),
        }
    }

    /// The day when a word or its place ties it to the month.
    pub(crate) fn tied(self) -> Self {
        match self {
            Self::Words { senses, .. } => Self::Words { senses, is_tied: true },
            Self::Number(_) => self,
        }
    }
}

fn spelled(senses: Senses, month: Locales) -> Option<u8> {
    senses.iter().filter(|sense| month.meets(sense.locales)).find_map(|sense| match sense.meaning {
        Meaning::Nth(day) => u8::try_from(day).ok(),
        // One is an article in many languages: days of that number are called the first.
        Meaning::Cardinal(day @ 2..) => Some(day),
        _ => None,
    })
}

impl From<DateDraft> for Draft {
    fn from(date: DateDraft) -> Self {
        Self { date: Some(date), weekday: None, time: None, nth: None }
    }
}

impl DateDraft {
    pub(crate) fn year(&self) -> Option<Year> {
        match self {
            Self::Numeric { numbers: [first, .., last], .. } => {
                Some(Year::from(if first.digits == 4 || last.digits == 1 { *first } else { *last }))
            }
            Self::Pair { .. } => None,
            Self::YearMonth { year, .. } | Self::BareYear(year) => Some(Year::from(*year)),
            Self::Named { year, .. } | Self::Certain { year, .. } => *year,
        }
    }

    /// Whether a day of the month is written.
    pub(crate) fn has_day(&self) -> bool {
        match self {
            Self::Numeric { .. } | Self::Pair { .. } => true,
            Self::YearMonth { .. } | Self::BareYear(_) => false,
            Self::Named { day, .. } => day.is_some(),
            Self::Certain { day, .. } => day.is_some(),
        }
    }

    pub(crate) fn with_year(self, added: Year) -> Self {
        match self {
            Self::Named { month, day, order, .. } => Self::Named { year: Some(added), month, day, order },
            Self::Certain { month, day, order, .. } => Self::Certain { year: Some(added), month, day, order },
            other => other,
        }
    }
}
