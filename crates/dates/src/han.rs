use copydesk_date_words::{Meaning, longest_prefix};

/// The number that a text starts with in Han numerals, with its length in bytes: `二〇一七`, `三十一`, `廿六`, `元` of `元年`.
///
/// Only numerals that a unit of time follows count: `一` alone is a word like *a*.
pub(crate) fn numeral(text: &str) -> Option<(usize, u64)> {
    if !text.starts_with(may_begin) {
        return None;
    }
    let (len, value) = match text.strip_prefix('元') {
        Some(_) => ('元'.len_utf8(), 1),
        None => read(text)?,
    };
    let unit = longest_prefix(&text[len..])?;
    let is_unit = unit.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
    is_unit.then_some((len, value))
}

/// Whether a character can begin a Han number.
pub(crate) fn may_begin(c: char) -> bool {
    c == '元' || is_numeral(c)
}

/// Whether a character is a Han numeral below a hundred.
pub(crate) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || ten(c).is_some()
}

fn read(text: &str) -> Option<(usize, u64)> {
    const LONGEST: usize = 4;
    let numerals = text.chars().take_while(|c| is_numeral(*c));
    let (mut len, mut value, mut last) = (0, 0, None);
    for (count, c) in numerals.enumerate() {
        if count == LONGEST {
            return None;
        }
        len += c.len_utf8();
        match (digit(c), ten(c)) {
            (Some(digit), _) => {
                value = if last == Some(true) || count == 0 { value + digit } else { value * 10 + digit };
                last = Some(false);
            }
            (None, Some(tens)) => {
                value = if count == 0 { tens } else { value * tens };
                last = Some(true);
            }
            (None, None) => {}
        }
    }
    (len > 0).then_some((len, value))
}

fn digit(c: char) -> Option<u64> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '零' | '○' => Some(0),
        c => DIGITS.iter().position(|digit| *digit == c).map(|value| value as u64),
    }
}

fn ten(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_before_a_unit_count() {
        assert_eq!(numeral("二〇一七年"), Some((12, 2017)));
        assert_eq!(numeral("三十一日"), Some((9, 31)));
        assert_eq!(numeral("十五日"), Some((6, 15)));
        assert_eq!(numeral("二十日"), Some((6, 20)));
        assert_eq!(numeral("廿六日"), Some((6, 26)));
        assert_eq!(numeral("元年"), Some((3, 1)));
    }

    #[test]
    fn other_numerals_do_not() {
        assert_eq!(numeral("一人"), None);
        assert_eq!(numeral("元旦"), None);
        assert_eq!(numeral("一二三四五六年"), None);
        assert_eq!(numeral("十"), None);
        assert_eq!(numeral(""), None);
    }
}
