//! The look of a date or time, without its value: enough to tell what a name stands beside.

use crate::label::{self, Kind, Label};
use copydesk_lexicon::{is_number, is_word};

const MOST_WORDS: usize = 12;

/// Bytes of a date at the start of a text, with the words that lead to it: `Updated on 3 May 2017 at 10:00`.
pub(crate) fn at(text: &str) -> Option<usize> {
    let mut seen = Seen::default();
    let mut end = None;
    let mut at = 0;
    for _ in 0..MOST_WORDS {
        at += gap(&text[at..]);
        let word = &text[at..];
        let Some(len) = seen.word(word) else { break };
        at += len;
        // `2 hours ago | Written by Jane Doe`: the label is the name's.
        if seen.is_date() && label::of(Kind::WrittenBy, word).is_none() {
            end = Some(at);
        }
    }
    end
}

/// Whether a number follows, behind blanks and dots.
pub(crate) fn has_number(text: &str) -> bool {
    text.trim_start_matches([' ', '.', ',', '\u{A0}']).starts_with(is_number)
}

/// Whether a line is a date and nothing much else.
pub(crate) fn is_line(line: &str) -> bool {
    const LONGEST: usize = 90;
    line.len() <= LONGEST && at(line).is_some()
}

/// Bytes before the next word.
fn gap(text: &str) -> usize {
    text.find(is_word).unwrap_or(text.len())
}

/// What the words of a possible date have shown.
#[derive(Default)]
struct Seen {
    number: bool,
    /// A month, a weekday or a unit of age.
    name: bool,
    /// Numbers joined as in dates and times.
    whole: bool,
}

impl Seen {
    fn is_date(&self) -> bool {
        self.whole || self.number && self.name
    }

    /// Bytes of the next word, if a date can hold it.
    fn word(&mut self, text: &str) -> Option<usize> {
        if text.starts_with(is_number) {
            return Some(self.number(text));
        }
        let label = label::at(text)?;
        let is_name =
            label.any(|kind| kind.is_calendar() || kind == Kind::Age) || self.is_duration(text, &label);
        self.name |= is_name;
        (is_name || label.any(|kind| matches!(kind, Kind::Tail | Kind::From | Kind::WrittenBy | Kind::Place)))
            .then_some(label.len)
    }

    /// Whether a phrase behind a number tells how long the text takes to read: `4 min read`.
    fn is_duration(&self, text: &str, label: &Label) -> bool {
        let phrase = text[..label.len].split_once(' ').filter(|_| self.number && label.is(Kind::Tail));
        phrase.is_some_and(|(unit, _)| label::of(Kind::Age, unit).is_some())
    }

    /// `31`, `2017`, `31.05.2017`, `10:00`, `3rd`, `2017年5月31日`
    fn number(&mut self, text: &str) -> usize {
        let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | ':' | '/' | '-');
        let len = text.find(|c| !is_inside(c)).unwrap_or(text.len());
        let number = text[..len].trim_end_matches(['.', ':', '/', '-']);
        let digits = number.chars().filter(|c| is_number(*c)).count();
        let joints =
            number.chars().filter(|c| matches!(c, '.' | '/' | '-' | '年' | '月' | '년' | '월')).count();
        self.number = true;
        self.whole |= digits >= 5 && joints >= 2 || digits >= 3 && number.contains(':');
        number.len()
    }
}
