//! What tells at a glance that there is no date among tokens: most numbers of running text stand alone.

use crate::token::Lexeme;
use copydesk_date_words::{Meaning, Unit};

/// What the tokens of a window are, taken together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    numbers: usize,
    /// The [kinds](Kind) that are among them, one bit each.
    kinds: u8,
}

#[derive(Clone, Copy)]
enum Kind {
    /// A month's name, or so many digits that they are a whole date.
    Date,
    Weekday,
    /// A word for the unit of a part of a date.
    Unit,
    /// A number in words.
    Cardinal,
    Slash,
}

impl Glance {
    /// Whether there may be a date that counts in running text ([`Clarity::Anywhere`](crate::clarity::Clarity)): a month's
    /// name, units with their numbers, three numbers, or two with a slash or a weekday beside them.
    pub(crate) fn may_hold_date(self) -> bool {
        self.has(Kind::Date)
            || self.numbers >= 3
            || self.numbers == 2 && (self.has(Kind::Weekday) || self.has(Kind::Slash))
            || self.has(Kind::Unit) && (self.numbers >= 2 || self.has(Kind::Cardinal))
    }

    /// Takes note of one token more.
    pub(crate) fn add(&mut self, lexeme: Lexeme) {
        const WHOLE_DATE: u8 = 8;
        match lexeme {
            Lexeme::Number(number) => {
                self.numbers += 1;
                if number.digits >= WHOLE_DATE {
                    self.note(Kind::Date);
                }
            }
            Lexeme::Word(senses) => senses.iter().for_each(|sense| self.add_meaning(sense.meaning)),
            Lexeme::Sign('/') => self.note(Kind::Slash),
            Lexeme::Sign(_) | Lexeme::Suffix | Lexeme::Other(_) => {}
        }
    }

    fn add_meaning(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Month(..) => self.note(Kind::Date),
            Meaning::Weekday(_) => self.note(Kind::Weekday),
            Meaning::Unit(Unit::Year | Unit::Month | Unit::Day) => self.note(Kind::Unit),
            Meaning::Cardinal(_) => self.note(Kind::Cardinal),
            _ => {}
        }
    }

    fn note(&mut self, kind: Kind) {
        self.kinds |= 1 << kind as u8;
    }

    fn has(self, kind: Kind) -> bool {
        self.kinds & 1 << kind as u8 != 0
    }
}
