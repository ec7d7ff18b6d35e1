//! What a line may hold, told by its bytes and words: most readers wait for a sign that most lines lack.

use crate::openers;
use copydesk_lexicon::{is_lower, is_number, is_upper};

/// Some signs, one bit each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signs(u16);

impl Signs {
    /// A colon, or a sign that needs none.
    pub(crate) const COLON: Self = Self(1);
    /// A slash or an upright line.
    pub(crate) const SLASH: Self = Self(2);
    /// A digit of any script.
    pub(crate) const NUMBER: Self = Self(4);
    /// A capital behind a small letter or a digit: a blank was lost. Capitals from U+2000 on, such as those of full width, are
    /// too rare to be looked for.
    pub(crate) const RISE: Self = Self(8);
    /// A sign that may stand between statements.
    pub(crate) const SEPARATOR: Self = Self(16);
    /// A blank behind a blank or a dash.
    pub(crate) const GAP: Self = Self(32);
    /// A bracket, dash, slash or stop, which may end a place or an agency; a Chinese character, too.
    pub(crate) const END: Self = Self(64);
    /// A character beyond ASCII.
    pub(crate) const FOREIGN: Self = Self(128);
    /// A word that may begin a label of names.
    pub(crate) const LABEL: Self = Self(256);
    /// A word that may begin the name of an agency.
    pub(crate) const AGENCY: Self = Self(512);
    /// What may part statements.
    pub(crate) const PARTS: Self = Self::SEPARATOR.or(Self::GAP);
    /// What the words open.
    pub(crate) const OF_WORDS: Self = Self::LABEL.or(Self::AGENCY);
    const ALL: Self = Self(u16::MAX);
    /// The bits of the signs that bytes tell.
    const OF_BYTES: u16 = 255;

    /// The longest text that is looked at, in bytes.
    const LONGEST: usize = 320;
    /// The longest text of which the words are looked at: those of prose cost more than they save.
    const LONGEST_OF_WORDS: usize = 120;

    /// The signs of a text; a longer one than is looked at may hold them all.
    pub(crate) fn of(text: &str) -> Self {
        if text.len() > Self::LONGEST {
            return Self::ALL;
        }
        let signs = Self::of_bytes(text);
        // Where a blank was lost, any word may stand.
        let has_rise = || signs.may_have(Self::RISE) && rises(text).next().is_some();
        if text.len() > Self::LONGEST_OF_WORDS || has_rise() {
            return signs.or(Self::OF_WORDS);
        }
        signs.without(Self::RISE).or(Self::of_words(text))
    }

    /// The same without a look at the words.
    pub(crate) fn of_bytes(text: &str) -> Self {
        let (mut any, mut pairs, mut before) = (0, 0, 0);
        for class in text.bytes().map(class) {
            any |= class;
            pairs |= pair(before, class);
            before = class;
        }
        let wide = if any & Class::WIDE == 0 { Self(0) } else { wide(text) };
        Self((any & !Class::OF_PAIRS | pairs) as u16 & Self::OF_BYTES).or(wide)
    }

    /// What the words of a text may open.
    fn of_words(text: &str) -> Self {
        let bits = openers::among(text);
        let sign = |bit: u8, sign: Self| if bits & bit == 0 { Self(0) } else { sign };
        sign(openers::LABEL, Self::LABEL).or(sign(openers::AGENCY, Self::AGENCY))
    }

    /// These signs and others.
    pub(crate) const fn or(self, signs: Self) -> Self {
        Self(self.0 | signs.0)
    }

    fn without(self, signs: Self) -> Self {
        Self(self.0 & !signs.0)
    }

    /// Those of some signs that are here.
    pub(crate) fn among(self, signs: Self) -> Self {
        Self(self.0 & signs.0)
    }

    /// Whether the text may hold a sign; false only if it does not.
    pub(crate) fn may_have(self, sign: Self) -> bool {
        self.0 & sign.0 != 0
    }
}

/// The signs among the characters that are not ASCII's.
fn wide(text: &str) -> Signs {
    // Of the block of quotes and dashes none is a sign.
    let is_quote = |at: usize| text.as_bytes()[at..].starts_with(&[0xE2, 0x80]);
    let may_be = |(at, byte): &(usize, u8)| class(*byte) & Class::WIDE != 0 && !is_quote(*at);
    let chars = text.bytes().enumerate().filter(may_be).filter_map(|(at, _)| text[at..].chars().next());
    let sign = |c| match c {
        '：' => Signs::COLON,
        '©' => Signs::COLON.or(Signs::LABEL),
        '／' => Signs::SLASH,
        c if is_number(c) => Signs::NUMBER,
        // Names and labels may stand in one word.
        '가'..='힣' => Signs::OF_WORDS,
        _ => Signs(0),
    };
    chars.fold(Signs(0), |signs, c| signs.or(sign(c)))
}

/// Where capitals stand directly behind small letters or digits: blanks were lost there.
pub(crate) fn rises(text: &str) -> impl Iterator<Item = usize> + '_ {
    let pairs = (1..).zip(text.as_bytes().windows(2));
    let may_rise = |pair_of: &[u8]| pair(class(pair_of[0]), class(pair_of[1])) & Class::CAPITAL != 0;
    pairs.filter(move |(_, pair)| may_rise(pair)).map(|(at, _)| at).filter(|at| is_rise(text, *at))
}

/// Whether a capital stands at a place, behind a small letter or a digit.
fn is_rise(text: &str, at: usize) -> bool {
    text[at..].starts_with(is_upper) && text[..at].ends_with(|c: char| is_lower(c) || c.is_ascii_digit())
}

/// Bytes before the first byte that may be one of some signs, or their last one.
pub(crate) fn before(text: &str, signs: Signs) -> usize {
    let is_one = |byte| class(byte) & u32::from(signs.0) != 0;
    let at = if signs.0 == 0 { None } else { text.bytes().position(is_one) };
    at.unwrap_or(text.len())
}

/// The signs that two bytes make by their classes.
fn pair(before: u32, class: u32) -> u32 {
    before >> Class::SHIFT & class
}

/// What a byte may be: the sign that it is, or that it makes with the byte before it, which must allow that.
///
/// ```text
/// bits  0 to 7   the signs that the byte is; RISE and GAP only if the byte before allows them
/// bit   8        the byte may begin a sign of several bytes: the character is looked at
/// bits 16 to 23  the signs of pairs that the byte allows the next one to make
/// ```
struct Class;

impl Class {
    /// The first byte of a capital: a rise behind what is low.
    const CAPITAL: u32 = Signs::RISE.0 as u32;
    /// A blank: a gap behind a blank or a dash.
    const BLANK: u32 = Signs::GAP.0 as u32;
    const OF_PAIRS: u32 = Self::CAPITAL | Self::BLANK;
    /// The first byte of a sign that is not ASCII's.
    const WIDE: u32 = 1 << 8;
    const SHIFT: u32 = 16;
    /// The last byte of a small letter, or a digit.
    const LOW: u32 = Self::CAPITAL << Self::SHIFT;
    const DASH: u32 = Self::BLANK << Self::SHIFT;
}

fn class(byte: u8) -> u32 {
    CLASSES[usize::from(byte)]
}

static CLASSES: [u32; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = classify(byte as u8);
        byte += 1;
    }
    classes
};

const fn classify(byte: u8) -> u32 {
    const SEPARATOR: u32 = Signs::SEPARATOR.0 as u32;
    const END: u32 = Signs::END.0 as u32;
    const FOREIGN: u32 = Signs::FOREIGN.0 as u32;
    match byte {
        b':' => Signs::COLON.0 as u32,
        b'/' => Signs::SLASH.0 as u32 | SEPARATOR | END,
        b'|' => Signs::SLASH.0 as u32 | SEPARATOR,
        b'(' | b'[' => SEPARATOR | END,
        b',' | b';' | b']' | b'~' | b'\t' => SEPARATOR,
        b'.' => END,
        b'-' => Class::DASH | END,
        b' ' => Class::DASH | Class::BLANK,
        b'0'..=b'9' => Signs::NUMBER.0 as u32 | Class::LOW,
        b'a'..=b'z' => Class::LOW,
        b'A'..=b'Z' => Class::CAPITAL,
        // The last bytes of long dashes.
        0x93 | 0x94 => Class::DASH | Class::LOW,
        0x80..=0xBF => Class::LOW,
        // Latin, Greek, Cyrillic, Armenian.
        0xC3..=0xD5 => Class::CAPITAL | FOREIGN,
        0xD6 => Class::CAPITAL | FOREIGN | END,
        // Rarer letters of Latin, and Georgian; a blank.
        0xE1 => Class::CAPITAL | Class::WIDE | FOREIGN | SEPARATOR,
        0xC2 => Class::WIDE | FOREIGN | SEPARATOR,
        0xE2 | 0xE3 | 0xEF => Class::WIDE | FOREIGN | SEPARATOR | END,
        0xDB => Class::WIDE | FOREIGN | END,
        0xD9..=0xE0 | 0xEA..=0xED | 0xF0.. => Class::WIDE | FOREIGN,
        0xD8 | 0xE7..=0xE9 => FOREIGN | END,
        0xC0.. => FOREIGN,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Signs, rises};
    use crate::lines::gap;
    use crate::{agency, label};
    use copydesk_lexicon::{is_lower, is_number, is_upper};

    /// A sign that is there and not told would silence a reader.
    #[track_caller]
    fn check(text: &str, is_there: bool, sign: Signs) {
        assert!(!is_there || Signs::of(text).may_have(sign), "{text:?}: {sign:?}");
    }

    #[test]
    fn every_sign_is_told() {
        for c in '\0'..=char::MAX {
            let text = format!("a {c} b");
            check(&text, matches!(c, ':' | '：' | '©'), Signs::COLON);
            check(&text, matches!(c, '/' | '／' | '|'), Signs::SLASH);
            check(&text, is_number(c), Signs::NUMBER);
            // A line holds no line end.
            check(&text, !c.is_control() && gap(c, ' ', None).is_some(), Signs::PARTS);
            check(
                &text,
                matches!(c, '.' | '(' | '-' | '–' | '—' | '/' | '։' | '،' | '۔'),
                Signs::END.or(Signs::FOREIGN),
            );
            check(&text, !c.is_ascii(), Signs::FOREIGN);
            check(&format!("a{c}"), is_upper(c) && c < '\u{2000}', Signs::RISE);
            check(&format!("{c}A"), is_lower(c), Signs::RISE);
        }
    }

    #[test]
    fn every_word_that_opens_something_is_told() {
        for label in label::openers() {
            check(&format!("so {label}: b"), true, Signs::LABEL);
            // Not all capitals fold back: `ı`.
            let capitals = format!("{}. B", label.to_uppercase());
            let is_label = label::at(&capitals).is_some_and(|label| label.any(label::Kind::opens_byline));
            check(&capitals, is_label, Signs::LABEL);
        }
        for name in agency::names() {
            check(&format!("so ({name})"), true, Signs::AGENCY);
        }
    }

    #[test]
    fn lost_blanks() {
        for (text, at) in [("TodayNews", 5), ("2019Runa", 4), ("ÉtéÉté", 5), ("мояМоя", 6), ("աԱ", 2)]
        {
            assert_eq!(rises(text).collect::<Vec<_>>(), [at], "{text}");
            check(text, true, Signs::RISE);
        }
        for text in ["today news", "NEWS", "Today News", "2019 Runa", "新闻"] {
            assert_eq!(rises(text).count(), 0, "{text}");
        }
    }

    #[test]
    fn most_lines_lack_most_signs() {
        let signs = Signs::of("The harbour was closed at noon");
        let of_bytes = [Signs::COLON, Signs::SLASH, Signs::NUMBER, Signs::RISE, Signs::PARTS, Signs::END];
        for sign in of_bytes.into_iter().chain([Signs::LABEL, Signs::AGENCY]) {
            assert!(!signs.may_have(sign), "{sign:?}");
        }
        assert!(Signs::of("Runa Thorsen -  Oda Brekke").may_have(Signs::GAP));
        assert!(Signs::of(&"a".repeat(Signs::LONGEST + 1)).may_have(Signs::COLON));
    }
}
