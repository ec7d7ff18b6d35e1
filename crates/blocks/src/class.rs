//! What a character is to the shape of a line.

use copydesk_lexicon::{is_letter, is_number, is_spaceless, is_upper};
use std::sync::LazyLock;

/// A set of properties, one bit each.
#[derive(Clone, Copy)]
pub(crate) struct Class(u8);

impl Class {
    const OTHER: Self = Self(0);
    const LOWER: Self = Self(1 << Self::LETTER_BIT);
    const DIGIT: Self = Self(1 << Self::DIGIT_BIT);
    const COMMA: Self = Self(1 << Self::COMMA_BIT);
    const HAN: Self = Self(1 << Self::HAN_BIT);
    const THAI: Self = Self(1 << Self::THAI_BIT);
    const UPPER: Self = Self(1 << Self::CAPITAL_BIT | 1 << Self::LETTER_BIT);
    const BLANK: Self = Self(1 << Self::BLANK_BIT);
    const STOP: Self = Self(1 << Self::STOP_BIT);

    /// A letter of a script with blanks between words.
    pub(crate) const LETTER_BIT: u32 = 0;
    pub(crate) const DIGIT_BIT: u32 = 1;
    pub(crate) const COMMA_BIT: u32 = 2;
    /// Of a script without blanks, two characters a word.
    pub(crate) const HAN_BIT: u32 = 3;
    /// Of a script without blanks, four characters a word.
    pub(crate) const THAI_BIT: u32 = 4;
    pub(crate) const CAPITAL_BIT: u32 = 5;
    pub(crate) const BLANK_BIT: u32 = 6;
    /// A mark that ends sentences.
    pub(crate) const STOP_BIT: u32 = 7;

    /// The properties as bits.
    #[inline]
    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    #[inline]
    pub(crate) fn of_ascii(byte: u8) -> Self {
        ASCII[usize::from(byte & 0x7F)]
    }

    /// The class of any character, given the [`alphabets`].
    #[inline]
    pub(crate) fn of(c: char, alphabets: &[Self]) -> Self {
        match alphabets.get(c as usize) {
            Some(class) => *class,
            None if matches!(c, '一'..='龥') => Self::HAN,
            None => Self::search(c),
        }
    }

    /// The class of a character, those of most pages first.
    fn search(c: char) -> Self {
        match c {
            '\0'..='\x7F' => Self::of_ascii(c as u8),
            'а'..='я' | 'ß'..='ö' | 'ø'..='ÿ' | 'ء'..='ي' | 'א'..='ת' | '가'..='힣' => {
                Self::LOWER
            }
            'А'..='Я' | 'À'..='Ö' | 'Ø'..='Þ' => Self::UPPER,
            '一'..='龥' | 'ぁ'..='ヿ' => Self::HAN,
            '“' | '”' | '„' | '’' | '‘' | '–' | '—' | '«' | '»' | '…' => Self::OTHER,
            '。' | '．' | '！' | '？' | '؟' | '।' | '۔' | '։' | '።' => Self::STOP,
            '，' | '、' | '،' | '؛' | '；' => Self::COMMA,
            _ => Self::of_rare(c),
        }
    }

    fn of_rare(c: char) -> Self {
        if is_spaceless(c) {
            if c < '\u{3000}' { Self::THAI } else { Self::HAN }
        } else if is_upper(c) {
            Self::UPPER
        } else if is_letter(c) {
            Self::LOWER
        } else if is_number(c) {
            Self::DIGIT
        } else if c.is_whitespace() {
            Self::BLANK
        } else {
            Self::OTHER
        }
    }
}

/// The classes of all scripts and signs up to kana, filled when they are first needed.
pub(crate) fn alphabets() -> &'static [Class] {
    static ALPHABETS: LazyLock<Box<[Class]>> =
        LazyLock::new(|| ('\0'..='\u{30FF}').map(Class::search).collect());
    &ALPHABETS
}

static ASCII: [Class; 128] = ascii();

const fn ascii() -> [Class; 128] {
    let mut classes = [Class::OTHER; 128];
    let mut at = 0;
    while at < classes.len() {
        classes[at] = match at as u8 {
            b'a'..=b'z' => Class::LOWER,
            b'A'..=b'Z' => Class::UPPER,
            b'0'..=b'9' => Class::DIGIT,
            b' ' | b'\t' => Class::BLANK,
            b'.' | b'!' | b'?' => Class::STOP,
            b',' | b';' => Class::COMMA,
            _ => Class::OTHER,
        };
        at += 1;
    }
    classes
}
