use crate::token::Senses;
use chrono::NaiveDateTime;
use copydesk_date_words::{Locales, Meaning, Order, comma_order, order};

/// Languages whose countries are at odds over the order: only with a region do they settle it.
const CONTESTED: &[&str] = &["en"];

/// Where weekdays without a date lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// On the reference day or before it: news looks back.
    #[default]
    Back,
    /// Behind the reference day, as in calendars and messages.
    Ahead,
}

/// What the caller knows about the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) locales: &'a [&'a str],
    pub(crate) order: Option<Order>,
    pub(crate) usual_order: Option<Order>,
    pub(crate) reference: Option<NaiveDateTime>,
    pub(crate) direction: Direction,
}

impl Context<'_> {
    /// How well words of these locales fit: the place in the caller's list of the first that they are of.
    pub(crate) fn rank(&self, locales: Locales) -> usize {
        self.locales.iter().position(|tag| locales.contains(tag)).unwrap_or(self.locales.len())
    }

    pub(crate) fn has_locales(&self) -> bool {
        !self.locales.is_empty()
    }

    /// Whether words of these locales are of one of the caller's.
    pub(crate) fn knows(&self, locales: Locales) -> bool {
        self.rank(locales) < self.locales.len()
    }

    /// Whether a word can be of one of the caller's locales, if he names any.
    pub(crate) fn knows_one(&self, senses: Senses) -> bool {
        !self.has_locales() || senses.iter().any(|sense| self.knows(sense.locales))
    }

    /// Whether a word is a month's or a weekday's name in one of the caller's locales.
    pub(crate) fn knows_name(&self, senses: Senses) -> bool {
        let is_name = |meaning| matches!(meaning, Meaning::Month(..) | Meaning::Weekday(_));
        senses.iter().any(|sense| is_name(sense.meaning) && self.knows(sense.locales))
    }

    /// The order of numeric dates in the first of the caller's locales that has one.
    pub(crate) fn locale_order(&self) -> Option<Order> {
        self.locales.iter().find_map(|tag| order(tag))
    }

    /// The order of numbers that are parted by commas, in a locale of the caller's that prints dates so.
    pub(crate) fn comma_order(&self) -> Option<Order> {
        self.locales.iter().find_map(|tag| comma_order(tag))
    }

    /// Whether that order holds wherever the locale's language is written.
    pub(crate) fn is_locale_order_certain(&self) -> bool {
        self.locales.iter().find(|tag| order(tag).is_some()).is_some_and(|tag| !CONTESTED.contains(tag))
    }

    /// Whether the caller knows the order of numbers parted by a sign. What is usual says nothing of dots, which part days
    /// from months everywhere.
    pub(crate) fn has_order(&self, sign: char) -> bool {
        self.order.is_some() || sign != '.' && self.usual_order.is_some()
    }

    /// Whether one of the caller's locales is of a language.
    pub(crate) fn speaks(&self, language: &str) -> bool {
        self.locales.iter().any(|tag| tag.split('-').next() == Some(language))
    }
}
