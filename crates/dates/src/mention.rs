use crate::{PartialDate, Precision, Time, Value};
use chrono::Weekday;
use copydesk_date_words::{Calendar, Locales, Order};
use std::fmt;
use std::ops::Range;

/// A date written in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'t> {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// The date as printed: the text at the span.
    pub text: &'t str,
    /// Whether the date says by itself which day it means.
    pub kind: Kind,
    /// The date in the Gregorian calendar, as far as it is written (or resolved, if it is relative).
    pub date: PartialDate,
    /// The time of day that stands with it.
    pub time: Option<Time>,
    /// The day of the week, as written.
    pub weekday: Option<Weekday>,
    /// In which order day, month and year are written, or the two of them that are.
    pub order: Option<Order>,
    /// The other reading, where nothing tells the day from the month.
    pub rival: Option<PartialDate>,
    /// The locales that its words can belong to; `None` if there are only digits.
    pub locales: Option<Locales>,
    /// The calendar that it is written in.
    pub calendar: Calendar,
    /// What is odd about it.
    pub issues: Issues,
}

/// How a mention says which day it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// By itself, as far as it is written: `31 May 2017`, `31 May`.
    Absolute,
    /// Counted from another day, the [reference](crate::Finder::reference): `2 hours ago`, `Tuesday`.
    Relative,
}

/// Something odd about a mention, whose value stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Issue {
    /// The weekday is not that of the date.
    WeekdayMismatch,
    /// A relative date, and no reference to count from: there is no value.
    RelativeWithoutBase,
    /// The year is written with two digits, so its century is guessed.
    GuessedCentury,
}

/// A set of issues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Issues(u8);

impl Mention<'_> {
    /// How far down it is written; of a time without a date, that of the time.
    pub fn precision(&self) -> Option<Precision> {
        self.time.map(Time::precision).or(self.date.precision())
    }

    /// What it says, for display as ISO 8601; empty for a relative date without a base.
    pub fn value(&self) -> Value {
        Value { date: self.date, time: self.time }
    }
}

impl Issues {
    /// All issues of the set.
    pub fn iter(self) -> impl Iterator<Item = Issue> {
        Issue::ALL.into_iter().filter(move |issue| self.contains(*issue))
    }

    /// Whether an issue is in the set.
    pub const fn contains(self, issue: Issue) -> bool {
        self.0 & issue.bit() != 0
    }

    /// Whether there is no issue.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn with(self, issue: Issue) -> Self {
        Self(self.0 | issue.bit())
    }
}

impl Issue {
    const ALL: [Self; 3] = [Self::WeekdayMismatch, Self::RelativeWithoutBase, Self::GuessedCentury];

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::WeekdayMismatch => "weekday_mismatch",
            Self::RelativeWithoutBase => "relative_without_base",
            Self::GuessedCentury => "guessed_century",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Absolute => "absolute",
            Self::Relative => "relative",
        })
    }
}
