//! What a character is to the shape of a line.

use copydesk_lexicon::{is_letter, is_number, is_spaceless, is_upper};

/// A set of properties, one bit each.
#[derive(Clone, Copy)]
pub(crate) struct Class(u8);

impl Class {
    const OTHER: Self = Self(0);
    const LOWER: Self = Self(1);
    const DIGIT: Self = Self(2);
    const COMMA: Self = Self(4);
    /// Of a script without blanks, two characters a word.
    const HAN: Self = Self(8);
    /// Of a script without blanks, four characters a word.
    const THAI: Self = Self(16);
    const UPPER: Self = Self(32 | 1);
    const BLANK: Self = Self(64);
    const STOP: Self = Self(128);

    pub(crate) fn of_ascii(byte: u8) -> Self {
        ASCII[usize::from(byte & 0x7F)]
    }

    /// The class of a character beyond ASCII; those of most pages first.
    pub(crate) fn of(c: char) -> Self {
        match c {
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

    /// The first five properties as the lowest bits of the first five bytes.
    pub(crate) fn spread(self) -> u64 {
        SPREAD[usize::from(self.0 & 31)]
    }

    /// 1 for a letter or digit of a script with blanks, else 0.
    pub(crate) fn word(self) -> u64 {
        u64::from(self.0 | self.0 >> 1) & 1
    }

    /// 1 for a capital letter, else 0.
    pub(crate) fn capital(self) -> u64 {
        u64::from(self.0 >> 5) & 1
    }

    /// 1 for a blank, else 0.
    pub(crate) fn blank(self) -> u64 {
        u64::from(self.0 >> 6) & 1
    }

    /// 1 for a mark that ends sentences, else 0.
    pub(crate) fn stop(self) -> u64 {
        u64::from(self.0 >> 7)
    }
}

static ASCII: [Class; 128] = ascii();
static SPREAD: [u64; 32] = spread();

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

const fn spread() -> [u64; 32] {
    let mut lanes = [0; 32];
    let mut bits = 0;
    while bits < lanes.len() {
        let mut bit = 0;
        while bit < 5 {
            lanes[bits] |= ((bits >> bit & 1) as u64) << (8 * bit);
            bit += 1;
        }
        bits += 1;
    }
    lanes
}
