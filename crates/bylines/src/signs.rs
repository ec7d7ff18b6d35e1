//! What a line may hold, told by its bytes: most readers wait for a sign that most lines lack.

use copydesk_lexicon::{is_lower, is_number, is_upper};

/// Some signs, one bit each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signs(u8);

impl Signs {
    /// A colon, or a sign that needs none.
    pub(crate) const COLON: Self = Self(1);
    /// A slash or an upright line.
    pub(crate) const SLASH: Self = Self(2);
    /// A digit of any script.
    pub(crate) const NUMBER: Self = Self(4);
    /// A capital behind a small letter or a digit: a blank was lost.
    pub(crate) const RISE: Self = Self(8);
    /// What one byte shows.
    const OF_ONE: Self = Self(7);
    const ALL: Self = Self(15);

    /// The longest text that is looked at, in bytes.
    const LONGEST: usize = 320;

    /// The signs of a text; a longer one than is looked at may hold them all.
    pub(crate) fn of(text: &str) -> Self {
        if text.len() > Self::LONGEST {
            return Self::ALL;
        }
        let (mut all, mut pairs, mut before) = (0, 0, 0);
        for class in text.bytes().map(class) {
            all |= class;
            pairs |= rise(before, class);
            before = class;
        }
        let wide = if all & Class::WIDE == 0 { 0 } else { wide(text) };
        Self(all & Self::OF_ONE.0 | pairs | wide)
    }

    /// Whether the text may hold a sign; false only if it does not.
    pub(crate) fn may_have(self, sign: Self) -> bool {
        self.0 & sign.0 != 0
    }
}

/// The signs among the characters that are not ASCII's.
fn wide(text: &str) -> u8 {
    let may_be = |(_, byte): &(usize, u8)| class(*byte) & Class::WIDE != 0;
    let signs = text.bytes().enumerate().filter(may_be).filter_map(|(at, _)| text[at..].chars().next());
    signs.fold(0, |signs, c| {
        signs
            | match c {
                '：' | '©' => Signs::COLON.0,
                '／' => Signs::SLASH.0,
                c if is_number(c) => Signs::NUMBER.0,
                _ => 0,
            }
    })
}

/// Where capitals stand directly behind small letters or digits: blanks were lost there.
pub(crate) fn rises(text: &str) -> impl Iterator<Item = usize> + '_ {
    let pairs = (1..).zip(text.as_bytes().windows(2));
    let may_rise = |(_, pair): &(usize, &[u8])| rise(class(pair[0]), class(pair[1])) != 0;
    pairs.filter(may_rise).map(|(at, _)| at).filter(|at| is_rise(text, *at))
}

/// Whether a capital stands at a place, behind a small letter or a digit.
fn is_rise(text: &str, at: usize) -> bool {
    text[at..].starts_with(is_upper) && text[..at].ends_with(|c: char| is_lower(c) || c.is_ascii_digit())
}

/// The sign of a capital that rises behind another character, by their classes.
fn rise(before: u8, class: u8) -> u8 {
    before >> 1 & class & Class::HIGH
}

/// What a byte may be, beside the sign that it is.
struct Class;

impl Class {
    /// The first byte of a capital: it is a rise if what stands before it is low.
    const HIGH: u8 = Signs::RISE.0;
    /// The last byte of what a capital rises behind.
    const LOW: u8 = Self::HIGH << 1;
    /// The first byte of a sign that is not ASCII's.
    const WIDE: u8 = Self::LOW << 1;
}

fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

/// The signs that each byte may be.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = search(byte as u8);
        byte += 1;
    }
    classes
};

const fn search(byte: u8) -> u8 {
    match byte {
        b':' => Signs::COLON.0,
        b'/' | b'|' => Signs::SLASH.0,
        b'0'..=b'9' => Signs::NUMBER.0 | Class::LOW,
        b'a'..=b'z' | 0x80..=0xBF => Class::LOW,
        b'A'..=b'Z' => Class::HIGH,
        // Latin, Greek, Cyrillic, Armenian.
        0xC3..=0xD6 => Class::HIGH,
        // Rarer letters of Latin, and Georgian.
        0xE1 => Class::HIGH | Class::WIDE,
        0xC2 | 0xD9..=0xE3 | 0xEA | 0xEF.. => Class::WIDE,
        _ => 0,
    }
}
