use crate::han;
use copydesk_date_words::{DIGIT_BYTES, Meaning, Sense, digit, longest_prefix, short_prefix};
use copydesk_lexicon::{is_spaceless, is_word};

/// The first digit of any script from a place on.
pub(crate) fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at = next_candidate(bytes, at)?;
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

/// The first byte from a place on that begins a digit of ASCII, or what may be another digit or `年`.
fn next_candidate(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(chunk) = bytes.get(at..=at + CHUNK) {
        if chunk.first_chunk().is_none_or(may_hold_digit)
            && let Some(found) = chunk.windows(2).position(may_begin)
        {
            return Some(at + found);
        }
        at += CHUNK;
    }
    let rest = bytes.get(at..)?;
    let last = || rest.last().filter(|last| last.is_ascii_digit()).map(|_| rest.len() - 1);
    rest.windows(2).position(may_begin).or_else(last).map(|found| at + found)
}

/// Whether a digit may begin in a chunk: without a branch, so that this costs a few instructions.
#[inline]
fn may_hold_digit(chunk: &[u8; CHUNK]) -> bool {
    chunk.iter().fold(false, |found, byte| found | is_suspect(*byte))
}

/// Whether two bytes may begin a digit, or `年`.
#[inline]
fn may_begin(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second] if CANDIDATES[usize::from(*first)] >> (second & 0x3F) & 1 != 0)
}

/// Bytes that are looked at together.
const CHUNK: usize = 32;

/// Whether a byte begins no character of Latin, Greek, Cyrillic, Hebrew, kana or most Han letters.
#[inline]
fn is_suspect(byte: u8) -> bool {
    byte.wrapping_sub(b'0') < 10 || (byte >= 0xD9) & !matches!(byte, 0xE2..=0xE4 | 0xE6..=0xE9)
}

/// [`DIGIT_BYTES`] and those of `年`.
static CANDIDATES: [u64; 256] = {
    let mut table = DIGIT_BYTES;
    let year = "年".as_bytes();
    table[year[0] as usize] |= 1 << (year[1] & 0x3F);
    table
};

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
                | Meaning::Quarters(_)
        )
    };
    let is_found = |senses: &[Sense]| senses.iter().any(is_date);
    longest_prefix(text).is_some_and(|found| is_found(found.senses))
        || short_prefix(text).is_some_and(|found| is_found(found.senses))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_is_a_candidate() {
        let digits = (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| digit(*c).is_some());
        for c in digits.chain(['年']) {
            let text = format!("{}{c}", "é".repeat(CHUNK));
            assert_eq!(next_candidate(text.as_bytes(), 0), Some(text.len() - c.len_utf8()), "{c}");
            assert!(is_suspect(c.to_string().as_bytes()[0]), "{c}");
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
