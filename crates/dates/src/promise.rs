//! What tells at a glance that there is no date among tokens: most numbers of running text stand alone.

use crate::token::{Token, Tokens};
use copydesk_date_words::{Meaning, Unit};

/// What the tokens of a window are, taken together.
#[derive(Clone, Copy, Debug, Default)]
struct Glance {
    numbers: usize,
    /// A month's name, or so many digits that they are a whole date.
    has_date: bool,
    has_weekday: bool,
    /// A word for the unit of a part of a date.
    has_unit: bool,
    /// A number in words.
    has_cardinal: bool,
    has_slash: bool,
}

/// Whether the tokens may hold a date that counts in running text ([`Clarity::Anywhere`](crate::clarity::Clarity)): a month's
/// name, units with their numbers, three numbers, or two with a slash between them or a weekday.
pub(crate) fn may_hold_date(tokens: Tokens<'_>) -> bool {
    let glance = tokens.iter().fold(Glance::default(), Glance::with);
    glance.has_date
        || glance.numbers >= 3
        || glance.numbers == 2 && (glance.has_weekday || glance.has_slash)
        || glance.has_unit && (glance.numbers >= 2 || glance.has_cardinal)
}

impl Glance {
    fn with(mut self, token: &Token) -> Self {
        const WHOLE_DATE: u8 = 8;
        if let Some(number) = token.number() {
            self.numbers += 1;
            self.has_date |= number.digits >= WHOLE_DATE;
        }
        self.has_slash |= token.sign() == Some('/');
        for sense in token.senses() {
            match sense.meaning {
                Meaning::Month(..) => self.has_date = true,
                Meaning::Weekday(_) => self.has_weekday = true,
                Meaning::Unit(Unit::Year | Unit::Month | Unit::Day) => self.has_unit = true,
                Meaning::Cardinal(_) => self.has_cardinal = true,
                _ => {}
            }
        }
        self
    }
}
