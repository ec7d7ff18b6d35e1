use crate::token::{Senses, Token};
use copydesk_date_words::{Locales, Meaning, Pattern};

/// How many units, in digits or in words.
#[derive(Clone, Copy)]
pub(crate) enum Count {
    Number(i64),
    Words(Senses),
}

impl Count {
    /// The number that a token is, or may be.
    pub(crate) fn of(token: &Token) -> Option<Self> {
        let is_cardinal = token.means(|meaning| matches!(meaning, Meaning::Cardinal(_)));
        match token.number() {
            Some(number) if number.digits <= 4 => i64::try_from(number.value).ok().map(Self::Number),
            _ => is_cardinal.then(|| Self::Words(token.senses())),
        }
    }

    /// The number in some locales.
    pub(crate) fn value(self, locales: Locales) -> Option<i64> {
        match self {
            Self::Number(amount) => Some(amount),
            Self::Words(senses) => {
                let mut fitting = senses.iter().filter(|sense| sense.locales.meets(locales));
                fitting.find_map(|sense| match sense.meaning {
                    Meaning::Cardinal(amount) => Some(i64::from(amount)),
                    _ => None,
                })
            }
        }
    }

    /// The number in the locales of a pattern, negative for the past.
    pub(crate) fn signed(self, pattern: Pattern) -> Option<i64> {
        Some(self.value(pattern.locales)? * i64::from(pattern.sign))
    }
}
