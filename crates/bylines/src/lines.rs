//! A text as lines without blanks and bullets, and where statements start on them.

use crate::languages::Languages;
use crate::outlet::is_separator;
use crate::piece::{Piece, trim_start};
use crate::signs::{Signs, before};
use crate::when;
use copydesk_lexicon::is_word;
use std::ops::Range;

/// The lines that start in a range of a text's bytes; blank ones are left out.
pub(crate) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    let mut at = range.start;
    let languages = Languages::of(text);
    let lines = std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty() && at < range.end)?;
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let whole = rest[..len].trim_ascii_end().trim_end();
        let line = without_bullet(whole);
        let start = at + whole.len() - line.len();
        at += len + 1;
        Some((line, start))
    });
    let written = lines.filter(|(line, _)| !line.is_empty());
    written.map(move |(line, start)| Piece::new(line, start, languages))
}

fn without_bullet(line: &str) -> &str {
    let is_plain = line.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    if is_plain { line } else { trim_start(trim_start(line).trim_start_matches(is_bullet)) }
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '*'
            | '·'
            | '▪'
            | '◦'
            | '○'
            | '●'
            | '»'
            | '›'
            | '–'
            | '—'
            | '-'
            | '‣'
            | '■'
            | '|'
            | '~'
            | '/'
    )
}

/// What stands before a place where a statement may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Line,
    Separator,
    /// A comma or its like, which stands in prose as well.
    Comma,
    /// A date that begins the line or stands behind a separator.
    Date,
    /// Nothing: the words themselves end with a colon.
    Colon,
}

impl Start {
    /// Whether bylines may start here, and not only the credits that stand within a sentence.
    pub(crate) fn is_free(self) -> bool {
        !matches!(self, Self::Comma | Self::Colon)
    }
}

/// Where statements may start on a line.
pub(crate) fn starts(line: Piece<'_>) -> impl Iterator<Item = (usize, Start)> + '_ {
    let end = line.str.len();
    let has_colon = line.signs.may_have(Signs::COLON);
    Starts {
        line: line.str,
        at: 0,
        before: ' ',
        start: Some(Start::Line),
        led: if has_colon { led(line.str, 0) } else { end..end },
        has_number: line.signs.may_have(Signs::NUMBER),
        separators: line.signs.among(Signs::PARTS),
    }
}

struct Starts<'t> {
    line: &'t str,
    at: usize,
    before: char,
    /// How a statement would start at the next word.
    start: Option<Start>,
    /// The words that lead to the next colon.
    led: Range<usize>,
    has_number: bool,
    separators: Signs,
}

impl Iterator for Starts<'_> {
    type Item = (usize, Start);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(c) = self.line[self.at..].chars().next() {
            let at = self.at;
            let is_word_now = is_word(c);
            let begins = c == '©' || is_word_now && !is_word(self.before);
            self.start = if is_word_now { self.start } else { gap(c, self.before, self.start) };
            self.pass(c.len_utf8());
            let start = if begins { self.begin(at) } else { None };
            self.skip();
            if let Some(start) = start {
                return Some((at, start));
            }
        }
        None
    }
}

impl Starts<'_> {
    /// Where nothing is waited for, goes on to what separates statements or leads to a colon; else to the end of a word.
    fn skip(&mut self) {
        if self.at > self.led.end {
            self.led = led(self.line, self.at);
        }
        let rest = &self.line[self.at..];
        let len = if self.start.is_none() && self.at < self.led.start {
            before(&rest[..self.led.start - self.at], self.separators)
        } else if is_word(self.before) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            0
        };
        self.pass(len);
    }

    fn pass(&mut self, len: usize) {
        let passed = &self.line[self.at..self.at + len];
        self.before = passed.chars().next_back().unwrap_or(self.before);
        self.at += len;
    }

    /// How a statement starts at a word, unless it is a date's.
    fn begin(&mut self, at: usize) -> Option<Start> {
        let is_led = || self.led.contains(&at) || self.line[at..].starts_with('©');
        let start = self.start.or_else(|| is_led().then_some(Start::Colon))?;
        self.start = None;
        if self.has_number
            && start != Start::Colon
            && let Some(len) = when::at(&self.line[at..])
        {
            self.start = Some(Start::Date);
            self.pass((at + len).saturating_sub(self.at));
            return None;
        }
        Some(start)
    }
}

/// The few words before the first colon from a place on; nothing at the end of the line if there is none.
fn led(line: &str, from: usize) -> Range<usize> {
    const MOST_CHARS: usize = 23;
    let is_inside = |c: &char| is_word(*c) || matches!(c, ' ' | '*' | '-' | '/' | '&');
    let Some(len) = line[from..].find([':', '：']) else { return line.len()..line.len() };
    let words = line[from..from + len].chars().rev().take(MOST_CHARS).take_while(is_inside);
    from + len - words.map(char::len_utf8).sum::<usize>()..from + len
}

/// How a statement would start behind a character.
pub(crate) fn gap(c: char, before: char, start: Option<Start>) -> Option<Start> {
    let is_wide = c.is_whitespace() && matches!(before, ' ' | '-' | '–' | '—') || c == '\t';
    match c {
        '/' if before == '/' && start == Some(Start::Comma) => Some(Start::Separator),
        ',' | '，' | ';' | '；' | '(' | '（' | '/' if start.is_none() => Some(Start::Comma),
        ':' | '：' | '"' | '“' | '»' | '<' | '>' | ')' | '）' | '@' => start,
        _ if start == Some(Start::Date) => start,
        c if is_wide || is_separator(c) && !matches!(c, ',' | '，' | ';' | '；' | '(' | '（' | '/') => {
            Some(if start == Some(Start::Line) { Start::Line } else { Start::Separator })
        }
        _ => start,
    }
}
