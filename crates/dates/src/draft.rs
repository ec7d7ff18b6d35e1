use crate::Time;
use crate::token::{Name, Number};
use copydesk_date_words::{Calendar, Order};

/// A date as the grammar reads it: what its words and numbers mean is not decided yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft {
    pub(crate) date: Option<DateDraft>,
    pub(crate) weekday: Option<Name>,
    pub(crate) time: Option<Time>,
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
    Named { year: Option<Year>, month: Name, day: Option<u8>, order: Option<Order> },
    /// All parts labelled, or in the one order of their form.
    Certain { year: Option<Year>, month: Option<u8>, day: Option<u8>, order: Option<Order> },
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

impl From<DateDraft> for Draft {
    fn from(date: DateDraft) -> Self {
        Self { date: Some(date), weekday: None, time: None }
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

    pub(crate) fn with_year(self, added: Year) -> Self {
        match self {
            Self::Named { month, day, order, .. } => Self::Named { year: Some(added), month, day, order },
            Self::Certain { month, day, order, .. } => Self::Certain { year: Some(added), month, day, order },
            other => other,
        }
    }
}
