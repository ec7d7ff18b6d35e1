//! What characters are: searched for in the tables of Unicode once, since pages in most scripts ask for each character.

use crate::fold;
use std::sync::LazyLock;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Properties of a character, one bit each.
#[derive(Clone, Copy)]
pub(crate) struct Traits(u8);

/// The basic plane, filled when it is first needed.
static PLANE: LazyLock<Box<[Traits]>> = LazyLock::new(|| {
    let all = 0..u32::from(u16::MAX) + 1;
    all.map(|code| char::from_u32(code).map_or(Traits(0), Traits::search)).collect()
});

impl Traits {
    const WORD: u8 = 1;
    const LETTER: u8 = 2;
    const NUMBER: u8 = 4;
    const UPPER: u8 = 8;
    const LOWER: u8 = 16;
    const BLANK: u8 = 32;
    const SPACELESS: u8 = 64;
    const PLAIN: u8 = 128;

    #[inline]
    pub(crate) fn of(c: char) -> Self {
        PLANE.get(c as usize).copied().unwrap_or_else(|| Self::search(c))
    }

    fn search(c: char) -> Self {
        let bit = |has: bool, bit: u8| if has { bit } else { 0 };
        if let Some(traits) = Self::of_block(c) {
            return traits;
        }
        let (letter, number) = (c.is_alphabetic() && c != APOSTROPHE, c.is_numeric());
        Self(
            bit(letter || number || is_mark(c), Self::WORD)
                | bit(letter, Self::LETTER)
                | bit(number, Self::NUMBER)
                | bit(c.is_uppercase(), Self::UPPER)
                | bit(c.is_lowercase(), Self::LOWER)
                | bit(c.is_whitespace(), Self::BLANK)
                | bit(is_without_blanks(c), Self::SPACELESS)
                | bit(fold::is_plain(c), Self::PLAIN),
        )
    }

    /// The large blocks of like characters, which make up half of the plane.
    fn of_block(c: char) -> Option<Self> {
        match c {
            '一'..='鿿' | '㐀'..='䶿' => {
                Some(Self(Self::WORD | Self::LETTER | Self::SPACELESS | Self::PLAIN))
            }
            '가'..='힣' => Some(Self(Self::WORD | Self::LETTER | Self::PLAIN)),
            '\u{E000}'..='\u{F8FF}' => Some(Self(Self::PLAIN)),
            _ => None,
        }
    }

    pub(crate) fn is_word(self) -> bool {
        self.0 & Self::WORD != 0
    }

    pub(crate) fn is_letter(self) -> bool {
        self.0 & Self::LETTER != 0
    }

    pub(crate) fn is_number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }

    pub(crate) fn is_blank(self) -> bool {
        self.0 & Self::BLANK != 0
    }

    /// Of a script that puts no blanks between words.
    pub(crate) fn is_spaceless(self) -> bool {
        self.0 & Self::SPACELESS != 0
    }

    /// Whether folding leaves it as it is, wherever it stands.
    pub(crate) fn is_plain(self) -> bool {
        self.0 & Self::PLAIN != 0
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
    if c.is_ascii() { c.is_ascii_uppercase() } else { Traits::of(c).0 & Traits::UPPER != 0 }
}

/// Whether a character is a small letter, as [`char::is_lowercase`], in one step.
#[inline]
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_lowercase() } else { Traits::of(c).0 & Traits::LOWER != 0 }
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

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}') || c.general_category_group() == GeneralCategoryGroup::Mark
}
