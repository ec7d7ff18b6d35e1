use crate::generated::{COMMAS, NUMBERED, PROCLITICS, YEAR_CUSTOMS};
use crate::{Calendar, Order, locales};

/// Years of a calendar that the writers of a locale use without naming it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCustom {
    /// The calendar.
    pub calendar: Calendar,
    /// The first and the last year that are taken for its own.
    pub years: (i32, i32),
    /// The locale, as a BCP 47 tag.
    pub tag: &'static str,
    /// The zero of the locale's digits, which tell the calendar as well.
    pub zero: char,
}

impl YearCustom {
    /// Whether a year is one of its own.
    pub fn has(&self, year: i32) -> bool {
        (self.years.0..=self.years.1).contains(&year)
    }
}

/// The customs of the locales that count years in a calendar of their own.
pub fn year_customs() -> &'static [YearCustom] {
    YEAR_CUSTOMS
}

/// The order of dates whose numbers are parted by commas, in a locale that prints such.
pub fn comma_order(tag: &str) -> Option<Order> {
    locales::fallbacks(tag)
        .find_map(|tag| COMMAS.iter().find(|(with, _)| *with == tag).map(|(_, order)| *order))
}

/// Whether a row of numbers behind a word is no date: `section`, `ISBN`.
pub fn is_before_numbers(word: &str) -> bool {
    NUMBERED.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// The particle of one letter that a text begins with, if it may be one that is written together with the word behind it:
/// Arabic `و` (*and*), Hebrew `ב` (*in*).
pub fn proclitic(text: &str) -> Option<&'static str> {
    if text.starts_with(|c: char| c.is_ascii()) {
        return None;
    }
    PROCLITICS.iter().copied().find(|particle| text.starts_with(particle))
}
