//! One walk over a line that counts what its shape is made of.

use crate::class::Class;

/// What a line is made of.
#[derive(Clone, Copy, Default)]
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
        let mut walk = Walk { word_due: 1, ..Walk::default() };
        let bytes = content.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() {
                walk.step(Class::of_ascii(byte));
                at += 1;
            } else if let Some(c) = content[at..].chars().next() {
                walk.step(Class::of(c));
                at += c.len_utf8();
            }
            if walk.steps == Walk::MOST_STEPS {
                tally.add(&mut walk);
            }
        }
        walk.close();
        tally.add(&mut walk);
        tally
    }

    /// Empties the lanes of a walk into the counts.
    fn add(&mut self, walk: &mut Walk) {
        let [letters, digits, commas, han, thai, words, capitals, stops] = walk.lanes.to_le_bytes();
        self.chars += walk.steps;
        self.letters += u32::from(letters);
        self.digits += u32::from(digits);
        self.commas += u32::from(commas);
        self.han += u32::from(han);
        self.thai += u32::from(thai);
        self.words += u32::from(words);
        self.capitals += u32::from(capitals);
        self.stops += u32::from(stops);
        (walk.lanes, walk.steps) = (0, 0);
    }
}

/// Eight counters of a byte each in one register: a step has no branch that a processor could guess wrong.
#[derive(Default)]
struct Walk {
    lanes: u64,
    steps: u32,
    /// 1 until the word that may begin here has begun.
    word_due: u64,
    /// 1 right behind a stop.
    stop_due: u64,
}

impl Walk {
    /// A lane holds no more, and closing may add one.
    const MOST_STEPS: u32 = 254;
    /// The lanes behind those that a character fills by itself.
    const WORDS: u32 = 40;
    const CAPITALS: u32 = 48;
    const STOPS: u32 = 56;

    fn step(&mut self, class: Class) {
        let word = class.word();
        let begins = self.word_due & word;
        let ends_sentence = self.stop_due & (word ^ 1);
        self.lanes += class.spread()
            + (begins << Self::WORDS)
            + ((begins & class.capital()) << Self::CAPITALS)
            + (ends_sentence << Self::STOPS);
        self.word_due = (self.word_due ^ begins) | class.blank();
        self.stop_due = class.stop();
        self.steps += 1;
    }

    /// Counts the stop that the line ends with.
    fn close(&mut self) {
        self.lanes += self.stop_due << Self::STOPS;
    }
}
