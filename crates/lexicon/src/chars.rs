//! What characters are: searched for in the tables of Unicode once, since pages in most scripts ask for each character.

use crate::fold;
use std::sync::OnceLock;
use unicode_properties::{GeneralCategoryGroup as Group, UnicodeGeneralCategory};

/// Properties of a character.
#[derive(Clone, Copy)]
pub(crate) struct Traits {
    /// One bit each.
    bits: u8,
    /// The one character that it folds to wherever it stands; so do nearly all but blanks and dots.
    pub(crate) folded: Option<char>,
}

/// Characters whose codes differ in the last bits alone.
type Row = [Traits; 1 << ROW_BITS];

const ROW_BITS: usize = 5;

/// The first two planes, of which each row is filled when it is first needed: a text uses few of them.
static PLANES: [OnceLock<Box<Row>>; 0x20000 >> ROW_BITS] = [const { OnceLock::new() }; 0x20000 >> ROW_BITS];

static ASCII: [Traits; 128] = {
    let mut all = [Traits::NONE; 128];
    let mut c = 0;
    while c < all.len() {
        all[c] = Traits::ascii(c as u8);
        c += 1;
    }
    all
};

impl Traits {
    const WORD: u8 = 1;
    const LETTER: u8 = 2;
    const NUMBER: u8 = 4;
    const UPPER: u8 = 8;
    const LOWER: u8 = 16;
    const BLANK: u8 = 32;
    const SPACELESS: u8 = 64;

    #[inline]
    pub(crate) fn of(c: char) -> Self {
        if let Some(traits) = ASCII.get(c as usize) {
            return *traits;
        }
        let (row, at) = (c as usize >> ROW_BITS, c as usize % (1 << ROW_BITS));
        PLANES.get(row).map_or_else(|| Self::search(c), |cells| cells.get_or_init(|| Self::row(row))[at])
    }

    #[cold]
    fn row(row: usize) -> Box<Row> {
        let character = |at: usize| char::from_u32((row << ROW_BITS | at) as u32);
        Box::new(std::array::from_fn(|at| character(at).map_or(Self::NONE, Self::search)))
    }

    /// Those of no character.
    const NONE: Self = Self { bits: 0, folded: None };

    const fn ascii(c: u8) -> Self {
        let folded = match c {
            b' ' | b'\t'..=b'\r' | b'.' => None,
            b'`' => Some('\''),
            c => Some(c.to_ascii_lowercase() as char),
        };
        let bits = match c {
            b'A'..=b'Z' => Self::WORD | Self::LETTER | Self::UPPER,
            b'a'..=b'z' => Self::WORD | Self::LETTER | Self::LOWER,
            b'0'..=b'9' => Self::WORD | Self::NUMBER,
            b' ' | b'\t'..=b'\r' => Self::BLANK,
            _ => 0,
        };
        Self { bits, folded }
    }

    fn search(c: char) -> Self {
        let bit = |has: bool, bit: u8| if has { bit } else { 0 };
        if let Some(bits) = Self::of_block(c) {
            return Self { bits, folded: Some(c) };
        }
        let group = c.general_category_group();
        let (letter, number) = (is_alphabetic(c, group) && c != APOSTROPHE, group == Group::Number);
        let bits = bit(letter || number || group == Group::Mark || is_joiner(c), Self::WORD)
            | bit(letter, Self::LETTER)
            | bit(number, Self::NUMBER)
            | bit(c.is_uppercase(), Self::UPPER)
            | bit(c.is_lowercase(), Self::LOWER)
            | bit(c.is_whitespace(), Self::BLANK)
            | bit(is_without_blanks(c), Self::SPACELESS);
        Self { bits, folded: fold::to_one(c) }
    }

    /// The large blocks of like characters, which make up half of the plane and fold to themselves.
    fn of_block(c: char) -> Option<u8> {
        match c {
            '一'..='鿿' | '㐀'..='䶿' => Some(Self::WORD | Self::LETTER | Self::SPACELESS),
            '가'..='힣' => Some(Self::WORD | Self::LETTER),
            '\u{E000}'..='\u{F8FF}' => Some(0),
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn is_word(self) -> bool {
        self.bits & Self::WORD != 0
    }

    #[inline]
    pub(crate) fn is_letter(self) -> bool {
        self.bits & Self::LETTER != 0
    }

    #[inline]
    pub(crate) fn is_number(self) -> bool {
        self.bits & Self::NUMBER != 0
    }

    #[inline]
    pub(crate) fn is_blank(self) -> bool {
        self.bits & Self::BLANK != 0
    }

    /// Of a script that puts no blanks between words.
    #[inline]
    pub(crate) fn is_spaceless(self) -> bool {
        self.bits & Self::SPACELESS != 0
    }

    /// Whether the dot of an abbreviation may stand behind it: a letter, where there are blanks between words.
    #[inline]
    pub(crate) fn takes_dot(self) -> bool {
        self.is_letter() && !self.is_spaceless()
    }

    /// Whether two neighbours of such traits, which are no dots, stand in one word.
    #[inline]
    pub(crate) fn joins(self, next: Self) -> bool {
        let both = self.bits & next.bits;
        let either = self.bits | next.bits;
        let are_numbers_both_or_none = (self.bits ^ next.bits) & Self::NUMBER == 0;
        both & Self::WORD != 0 && either & Self::SPACELESS == 0 && are_numbers_both_or_none
    }
}

/// Whether a character is part of a word: a letter, a digit, or a mark or joiner that sits on one.
#[inline]
pub fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { Traits::of(c).is_word() }
}

/// Unicode's letter apostrophe: folded to the plain one, it must part words as that does.
const APOSTROPHE: char = '\u{2BC}';

/// Whether a character is a letter of any script, as [`char::is_alphabetic`] but for the apostrophe, in one step.
#[inline]
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { Traits::of(c).is_letter() }
}

/// Whether a character is a digit or another number, as [`char::is_numeric`], in one step.
#[inline]
pub fn is_number(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { Traits::of(c).is_number() }
}

/// Whether a character is a capital, as [`char::is_uppercase`], in one step.
#[inline]
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { Traits::of(c).bits & Traits::UPPER != 0 }
}

/// Whether a character is a small letter, as [`char::is_lowercase`], in one step.
#[inline]
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_lowercase() } else { Traits::of(c).bits & Traits::LOWER != 0 }
}

/// Whether a character belongs to a script that puts no blanks between words (Han, kana, Thai, Lao, Khmer, Myanmar),
/// so that a word may end behind any of its characters.
#[inline]
pub fn is_spaceless(c: char) -> bool {
    !c.is_ascii() && Traits::of(c).is_spaceless()
}

fn is_without_blanks(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// As [`char::is_alphabetic`], which searches long: it holds of letters, and of some marks, numbers and symbols.
fn is_alphabetic(c: char, group: Group) -> bool {
    match group {
        Group::Letter => true,
        Group::Mark | Group::Number | Group::Symbol => c.is_alphabetic(),
        _ => false,
    }
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Not the other way round: one of the two may know a later version of Unicode.
    #[test]
    fn letters_and_numbers_of_the_standard_library_are_some() {
        for c in '\0'..=char::MAX {
            assert!(!c.is_alphabetic() || c == APOSTROPHE || is_letter(c), "{c:?}");
            assert!(!c.is_numeric() || is_number(c), "{c:?}");
        }
    }

    #[test]
    fn ascii_is_as_unicode_says() {
        for c in '\0'..='\x7F' {
            let (own, of_unicode) = (Traits::of(c), Traits::search(c));
            assert_eq!((own.bits, own.folded), (of_unicode.bits, of_unicode.folded), "{c:?}");
        }
    }
}
