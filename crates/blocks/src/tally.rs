//! Counts what the shape of a line is made of, for 64 characters at a time: a bit or a byte of a register for each, and no
//! branch that a processor could guess wrong.

use crate::class::{Class, alphabets};
use std::str::Chars;

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

impl Tally {
    pub(crate) fn of(content: &str) -> Self {
        let mut tally = Self::default();
        let mut flow = Flow { word_due: 1, stop_due: 0 };
        let mut chars = content.chars();
        let alphabets = alphabets();
        while let Some(chunk) = Chunk::next(&mut chars, alphabets) {
            tally.add(&chunk, &mut flow);
        }
        // Behind a full chunk nothing else has counted the stop that the line ends with.
        tally.stops += flow.stop_due as u32;
        tally
    }

    fn add(&mut self, chunk: &Chunk, flow: &mut Flow) {
        let (mut letters, mut digits, mut commas, mut han, mut thai) = (0, 0, 0, 0, 0);
        let (mut words, mut capitals, mut blanks, mut stops) = (0, 0, 0, 0);
        for (at, eight) in (0..).step_by(EIGHT).zip(chunk.eights()) {
            let lanes = |bit: u32| eight >> bit & ONES;
            letters += lanes(Class::LETTER_BIT);
            digits += lanes(Class::DIGIT_BIT);
            commas += lanes(Class::COMMA_BIT);
            han += lanes(Class::HAN_BIT);
            thai += lanes(Class::THAI_BIT);
            words |= gathered(lanes(Class::LETTER_BIT) | lanes(Class::DIGIT_BIT)) << at;
            capitals |= gathered(lanes(Class::CAPITAL_BIT)) << at;
            blanks |= gathered(lanes(Class::BLANK_BIT)) << at;
            stops |= gathered(lanes(Class::STOP_BIT)) << at;
        }
        self.chars += chunk.len as u32;
        self.letters += sum(letters);
        self.digits += sum(digits);
        self.commas += sum(commas);
        self.han += sum(han);
        self.thai += sum(thai);
        let begins = flow.word_begins(words, blanks);
        self.words += begins.count_ones();
        self.capitals += (begins & capitals).count_ones();
        self.stops += flow.sentence_ends(words, stops).count_ones();
    }
}

/// The classes of up to 64 characters of a line; of all its chunks but the last, of 64.
struct Chunk {
    classes: [u8; Self::ROOM],
    len: usize,
}

impl Chunk {
    const ROOM: usize = 64;

    fn next(chars: &mut Chars<'_>, alphabets: &[Class]) -> Option<Self> {
        let mut chunk = Self { classes: [0; Self::ROOM], len: 0 };
        while chunk.len < Self::ROOM {
            let rest = chars.as_str();
            if let (Some(room), Some(ascii)) =
                (chunk.classes[chunk.len..].first_chunk_mut(), ascii_start(rest))
            {
                fill(room, *ascii);
                *chars = rest[EIGHT..].chars();
                chunk.len += EIGHT;
            } else {
                let Some(c) = chars.next() else { break };
                chunk.classes[chunk.len] = Class::of(c, alphabets).bits();
                chunk.len += 1;
            }
        }
        (chunk.len > 0).then_some(chunk)
    }

    /// The classes, a byte each of so many numbers as are needed; the rest is of class 0.
    fn eights(&self) -> impl Iterator<Item = u64> {
        let (eights, _) = self.classes.as_chunks::<EIGHT>();
        eights[..self.len.div_ceil(EIGHT)].iter().map(|eight| u64::from_le_bytes(*eight))
    }
}

/// Characters whose classes lie in one number, a byte each.
const EIGHT: usize = 8;

/// The first bytes, if all are ASCII.
#[inline]
fn ascii_start(text: &str) -> Option<&[u8; EIGHT]> {
    const HIGH_BITS: u64 = ONES << 7;
    text.as_bytes().first_chunk().filter(|start| u64::from_le_bytes(**start) & HIGH_BITS == 0)
}

#[inline]
fn fill(room: &mut [u8; EIGHT], ascii: [u8; EIGHT]) {
    for (class, byte) in room.iter_mut().zip(ascii) {
        *class = Class::of_ascii(byte).bits();
    }
}

/// What goes on from chunk to chunk. In a set of characters, the lowest bit is the first one.
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

    /// What is no letter or digit, right behind a stop; so is what lies behind the end of the line.
    fn sentence_ends(&mut self, words: u64, stops: u64) -> u64 {
        let behind_stops = stops << 1 | self.stop_due;
        self.stop_due = stops >> 63;
        behind_stops & !words
    }
}

/// 1 in each byte.
const ONES: u64 = u64::MAX / 0xFF;

/// The lowest bits of the bytes, next to one another. Shifts, unlike a product, are done for two numbers at once.
fn gathered(lanes: u64) -> u64 {
    let pairs = lanes | lanes >> 7;
    let fours = pairs | pairs >> 14;
    (fours | fours >> 28) & 0xFF
}

/// The sum of the bytes, which none of them exceeds.
fn sum(lanes: u64) -> u32 {
    (lanes.wrapping_mul(ONES) >> 56) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts one character after the other.
    fn plain(content: &str) -> Tally {
        let mut tally = Tally::default();
        let (mut word_due, mut stop_due) = (true, false);
        for class in content.chars().map(|c| Class::of(c, alphabets()).bits()) {
            let has = |bit: u32| class >> bit & 1 != 0;
            let is_word = has(Class::LETTER_BIT) || has(Class::DIGIT_BIT);
            tally.chars += 1;
            tally.letters += u32::from(has(Class::LETTER_BIT));
            tally.digits += u32::from(has(Class::DIGIT_BIT));
            tally.commas += u32::from(has(Class::COMMA_BIT));
            tally.han += u32::from(has(Class::HAN_BIT));
            tally.thai += u32::from(has(Class::THAI_BIT));
            tally.words += u32::from(word_due && is_word);
            tally.capitals += u32::from(word_due && has(Class::CAPITAL_BIT));
            tally.stops += u32::from(stop_due && !is_word);
            word_due = has(Class::BLANK_BIT) || word_due && !is_word;
            stop_due = has(Class::STOP_BIT);
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
