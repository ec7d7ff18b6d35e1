//! Counts what the shape of a line is made of, for 64 bytes at a time: a bit of a register for each, and no branch that a
//! processor could guess wrong.

use crate::class::{Class, alphabets};

/// What a line is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) chars: u32,
    /// Letters of scripts with blanks between words.
    pub(crate) letters: u32,
    pub(crate) digits: u32,
    pub(crate) commas: u32,
    pub(crate) han: u32,
    pub(crate) thai: u32,
    /// Runs between blanks with a letter or digit of a script that sets blanks.
    pub(crate) words: u32,
    /// Words whose first letter is a capital.
    pub(crate) capitals: u32,
    /// Stops with no letter or digit right behind them.
    pub(crate) stops: u32,
}

/// Bytes that are looked at together, each character as one of ASCII of its [`Class`]; beyond the end of a text zeros.
type Chunk = [u8; ROOM];

const ROOM: usize = 64;

impl Tally {
    pub(crate) fn of(content: &str) -> Self {
        let mut tally = Self::default();
        let mut flow = Flow { word_due: 1, stop_due: 0 };
        let mut rest = content;
        while !rest.is_empty() {
            let (text, behind) = rest.split_at(rest.floor_char_boundary(ROOM));
            tally.add(text, &mut flow);
            rest = behind;
        }
        // Nothing stands behind the stop that the line ends with.
        tally.stops += flow.stop_due as u32;
        tally
    }

    fn add(&mut self, text: &str, flow: &mut Flow) {
        let mut chunk = [0; ROOM];
        chunk[..text.len()].copy_from_slice(text.as_bytes());
        self.chars += text.len() as u32;
        if !chunk.is_ascii() {
            self.add_wide(text, &mut chunk);
        }
        let words = set(&chunk, |byte| byte.is_ascii_alphanumeric());
        let digits = count(&chunk, |byte| byte.is_ascii_digit());
        self.letters += words.count_ones() - digits;
        self.digits += digits;
        self.commas += count(&chunk, |byte| matches!(byte, b',' | b';'));
        let begins = flow.word_begins(words, set(&chunk, |byte| matches!(byte, b' ' | b'\t')));
        self.words += begins.count_ones();
        self.capitals += (begins & set(&chunk, |byte| byte.is_ascii_uppercase())).count_ones();
        let stops = set(&chunk, |byte| matches!(byte, b'.' | b'!' | b'?'));
        self.stops += flow.sentence_ends(words, stops, text.len()).count_ones();
    }

    /// Puts what stands for them in the place of characters beyond ASCII.
    fn add_wide(&mut self, text: &str, chunk: &mut Chunk) {
        let alphabets = alphabets();
        for at in ones(set(chunk, |byte| byte >= 0xC0)) {
            let Some(c) = text[at..].chars().next() else { break };
            let (class, last) = (Class::of(c, alphabets), c.len_utf8() - 1);
            self.chars -= last as u32;
            // What stands right behind its last byte is the next character.
            let at = if class == Class::STOP { at + last } else { at };
            chunk[at] = class.0;
        }
        self.han += count(chunk, |byte| byte == Class::HAN.0);
        self.thai += count(chunk, |byte| byte == Class::THAI.0);
    }
}

/// What goes on from chunk to chunk. In a set of places, the lowest bit is the first one.
struct Flow {
    /// 1 until the word that may begin here has begun.
    word_due: u64,
    /// 1 right behind a stop.
    stop_due: u64,
}

impl Flow {
    /// The first letter or digit behind each blank.
    fn word_begins(&mut self, words: u64, blanks: u64) -> u64 {
        let others = !(words | blanks);
        let behind_blanks = blanks << 1 | self.word_due;
        // Where such a run of others starts, a bit is carried through it, to the character behind it.
        let (carried, overflow) = others.overflowing_add(behind_blanks & others);
        self.word_due = blanks >> 63 | u64::from(overflow);
        words & (behind_blanks | carried ^ others)
    }

    /// What is no letter or digit, right behind a stop, among the first `len` bytes.
    fn sentence_ends(&mut self, words: u64, stops: u64, len: usize) -> u64 {
        let behind_stops = stops << 1 | self.stop_due;
        self.stop_due = stops >> (len - 1);
        behind_stops & !words & u64::MAX >> (ROOM - len)
    }
}

/// How many bytes of a chunk are of a kind.
#[inline]
fn count(chunk: &Chunk, is_counted: impl Fn(u8) -> bool) -> u32 {
    u32::from(chunk.iter().fold(0, |count: u8, byte| count + u8::from(is_counted(*byte))))
}

/// The places of the bytes of a kind.
#[inline]
fn set(chunk: &Chunk, is_in: impl Fn(u8) -> bool) -> u64 {
    let mut flags = *chunk;
    for byte in &mut flags {
        *byte = if is_in(*byte) { 0xFF } else { 0 };
    }
    let (eights, _) = flags.as_chunks();
    let mut set = 0;
    for eight in eights.iter().rev() {
        set = set << 8 | gathered(*eight);
    }
    set
}

/// A bit of each of eight bytes, which are all ones or zeros, next to one another.
#[inline]
fn gathered(flags: [u8; 8]) -> u64 {
    const OF_EACH_ANOTHER_BIT: u64 = 0x8040_2010_0804_0201;
    const ONES: u64 = u64::MAX / 0xFF;
    (u64::from_le_bytes(flags) & OF_EACH_ANOTHER_BIT).wrapping_mul(ONES) >> 56
}

/// The places that are in a set, the first one first.
fn ones(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts one character after the other.
    fn plain(content: &str) -> Tally {
        let mut tally = Tally::default();
        let (mut word_due, mut stop_due) = (true, false);
        for class in content.chars().map(|c| Class::of(c, alphabets())) {
            let is_word = class.0.is_ascii_alphanumeric();
            tally.chars += 1;
            tally.letters += u32::from(class.0.is_ascii_alphabetic());
            tally.digits += u32::from(class.0.is_ascii_digit());
            tally.commas += u32::from(matches!(class.0, b',' | b';'));
            tally.han += u32::from(class == Class::HAN);
            tally.thai += u32::from(class == Class::THAI);
            tally.words += u32::from(word_due && is_word);
            tally.capitals += u32::from(word_due && class.0.is_ascii_uppercase());
            tally.stops += u32::from(stop_due && !is_word);
            word_due = matches!(class.0, b' ' | b'\t') || word_due && !is_word;
            stop_due = matches!(class.0, b'.' | b'!' | b'?');
        }
        tally.stops += u32::from(stop_due);
        tally
    }

    #[test]
    fn chunks_count_as_single_characters_do() {
        let pieces = ["a", "B", "4", " ", "(", ". ", "!", ",", "Ä", "ж", "京", "。", "ไ", "\u{A0}", "known"];
        let mut seed = 7_usize;
        for len in 0..400 {
            let mut line = String::new();
            for _ in 0..len {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                line.push_str(pieces[(seed >> 33) % pieces.len()]);
            }
            assert_eq!(Tally::of(&line), plain(&line), "{line}");
        }
    }
}
