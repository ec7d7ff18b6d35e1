use crate::token::{Number, Senses, Token, Tokens};
use copydesk_date_words::{Locales, Meaning, Pattern};

/// How many units, in digits or in words, and what is added to them.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    whole: Whole,
    /// A fraction in words behind it: `and a half`.
    part: Senses,
}

#[derive(Clone, Copy)]
enum Whole {
    Hundredths(i64),
    Words(Senses),
}

/// Hundredths of one.
const ONE: i64 = 100;

impl Count {
    /// The count that tokens begin with, and the last of its tokens.
    ///
    /// ```abnf
    /// count = (decimal / ratio / 1*4DIGIT / number-word) [fraction] / fraction
    /// ```
    pub(crate) fn of(tokens: Tokens<'_>) -> Option<(Self, Token)> {
        let (first, rest) = tokens.split_first()?;
        if is_fraction(first) {
            return Some((Self { whole: Whole::Hundredths(0), part: first.senses() }, *first));
        }
        let (whole, last) = match first.number() {
            Some(number) => number_of(number, rest).or_else(|| Some((in_hundredths(number)?, *first)))?,
            None => (Whole::Words(first.senses()), *first),
        };
        let is_count =
            first.number().is_some() || first.means(|meaning| matches!(meaning, Meaning::Cardinal(_)));
        let behind = rest.iter().find(|token| token.start >= last.end).filter(|token| is_fraction(token));
        let count = Self { whole, part: behind.map_or(&[], Token::senses) };
        is_count.then_some((count, behind.copied().unwrap_or(last)))
    }

    /// The number in some locales, in hundredths.
    pub(crate) fn hundredths(self, locales: Locales) -> Option<i64> {
        let whole = match self.whole {
            Whole::Hundredths(amount) => amount,
            Whole::Words(senses) => meant(senses, locales, |meaning| match meaning {
                Meaning::Cardinal(amount) => Some(i64::from(amount) * ONE),
                _ => None,
            })?,
        };
        Some(whole + self.part(locales)?)
    }

    /// The number in the locales of a pattern, in hundredths, negative for the past.
    pub(crate) fn signed(self, pattern: Pattern) -> Option<i64> {
        Some(self.hundredths(pattern.locales)? * i64::from(pattern.sign))
    }

    /// Whether it is nothing but digits.
    pub(crate) fn is_number(self) -> bool {
        matches!(self.whole, Whole::Hundredths(_)) && self.part.is_empty()
    }

    fn part(self, locales: Locales) -> Option<i64> {
        if self.part.is_empty() {
            return Some(0);
        }
        meant(self.part, locales, |meaning| match meaning {
            Meaning::Quarters(quarters) => Some(i64::from(quarters) * ONE / 4),
            _ => None,
        })
    }
}

fn meant<T>(senses: Senses, locales: Locales, read: impl Fn(Meaning) -> Option<T>) -> Option<T> {
    senses.iter().filter(|sense| sense.locales.meets(locales)).find_map(|sense| read(sense.meaning))
}

fn is_fraction(token: &Token) -> bool {
    token.means(|meaning| matches!(meaning, Meaning::Quarters(_)))
}

fn in_hundredths(number: Number) -> Option<Whole> {
    let value = number.within(1..=4, 0..=9999)?;
    Some(Whole::Hundredths(i64::try_from(value).ok()? * ONE))
}

/// `2.5`, `2,25`, `3/4`: a number and the one that is glued to it.
fn number_of(number: Number, rest: Tokens<'_>) -> Option<(Whole, Token)> {
    let [sign, second, ..] = rest else { return None };
    if sign.apart || second.apart {
        return None;
    }
    let (whole, other) = (number.within(1..=2, 0..=99)?, second.number()?);
    let hundredths = match sign.sign()? {
        '.' | ',' if other.digits == 1 => whole * 100 + other.value * 10,
        '.' | ',' => whole * 100 + other.within(2..=2, 0..=99)?,
        '/' => whole * 100 / other.within(1..=1, 2..=4).filter(|below| whole < *below)?,
        _ => return None,
    };
    Some((Whole::Hundredths(i64::try_from(hundredths).ok()?), *second))
}
