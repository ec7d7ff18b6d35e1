use crate::han;
use copydesk_date_words::{Meaning, Sense, digit, longest_prefix};
use copydesk_lexicon::{is_spaceless, is_word};

/// The first digit of any script from a place on.
pub(crate) fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| MAY_BEGIN_DIGIT[usize::from(*byte)])?;
        if bytes[at].is_ascii_digit() {
            let len = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if is_date_like(len) {
                return Some(at);
            }
            at += len;
            continue;
        }
        if text[at..].chars().next().is_some_and(|c| digit(c).is_some()) {
            return Some(at);
        }
        if let Some(numeral) = han_year(text, from, at) {
            return Some(numeral);
        }
        at += 1;
    }
}

/// The first digit from a place on, or word that can be a date without one.
pub(crate) fn next_digit_or_word(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut before = text[..from].chars().next_back().unwrap_or(' ');
    while let Some(c) = text[at..].chars().next() {
        let begins = is_word(c) && (!is_word(before) || is_spaceless(c) || is_spaceless(before));
        if digit(c).is_some() || han::numeral(&text[at..]).is_some() || begins && is_date_word(&text[at..]) {
            return Some(at);
        }
        before = c;
        at += c.len_utf8();
    }
    None
}

fn is_date_word(text: &str) -> bool {
    let is_date = |sense: &Sense| {
        matches!(
            sense.meaning,
            Meaning::Month(..)
                | Meaning::Weekday(_)
                | Meaning::Relative(..)
                | Meaning::PointedWeekday(..)
                | Meaning::Pointer(_)
                | Meaning::Cardinal(_)
                | Meaning::Clock(_)
        )
    };
    longest_prefix(text).is_some_and(|found| found.senses.iter().any(is_date))
}

/// Whether a row of so many digits can begin a date: `1` to `2017`, `201705` of two dates stuck together, `20170531`,
/// `20170531171200`.
fn is_date_like(digits: usize) -> bool {
    matches!(digits, 1..=6 | 8 | 14)
}

/// Where the Han numerals before a `年` begin, if that is what stands at a place.
fn han_year(text: &str, from: usize, at: usize) -> Option<usize> {
    let before = text[at..].starts_with('年').then(|| &text[from..at])?;
    let numerals = before.trim_end_matches(han::may_begin);
    (numerals.len() < before.len() && before.len() - numerals.len() <= LONGEST_YEAR)
        .then_some(from + numerals.len())
}

/// Bytes of `二〇一七`.
const LONGEST_YEAR: usize = 12;

/// Whether a byte can begin a digit in UTF-8: an ASCII digit, or the first byte of one of the blocks that hold the decimal
/// digits of Unicode, and of 年 (not that of Latin, Greek, Cyrillic, Hebrew, kana or Han letters).
static MAY_BEGIN_DIGIT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] =
            matches!(byte, 0x30..=0x39 | 0xD9 | 0xDB | 0xDF | 0xE0 | 0xE1 | 0xE5 | 0xEA | 0xEF | 0xF0);
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_knows_the_first_byte_of_every_digit() {
        let digits = (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| digit(*c).is_some());
        let mut buffer = [0; 4];
        for c in digits {
            assert!(MAY_BEGIN_DIGIT[usize::from(c.encode_utf8(&mut buffer).as_bytes()[0])], "{c}");
        }
    }

    #[test]
    fn digits_of_all_scripts_are_found() {
        assert_eq!(next_digit("День 5", 0), Some(9));
        assert_eq!(next_digit("دی ۵", 0), Some(5));
        assert_eq!(next_digit("no digit", 0), None);
        assert_eq!(next_digit("", 0), None);
    }
}
