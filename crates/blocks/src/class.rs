//! What a character is to the shape of a line.

use copydesk_lexicon::{is_letter, is_number, is_spaceless, is_upper};
use std::sync::LazyLock;

/// What a character is, as a byte: one of ASCII is itself, another is as one of ASCII that counts like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class(pub(crate) u8);

impl Class {
    /// A letter of a script with blanks between words.
    const LOWER: Self = Self(b'a');
    /// A capital of such a script.
    const UPPER: Self = Self(b'A');
    const DIGIT: Self = Self(b'0');
    const COMMA: Self = Self(b',');
    const BLANK: Self = Self(b' ');
    /// A mark that ends sentences.
    pub(crate) const STOP: Self = Self(b'.');
    const OTHER: Self = Self(0);
    /// Of a script without blanks, two characters a word. This and the next are no bytes of any text.
    pub(crate) const HAN: Self = Self(0xFE);
    /// Of a script without blanks, four characters a word.
    pub(crate) const THAI: Self = Self(0xFF);

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
            '\0'..='\x7F' => Self(c as u8),
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
