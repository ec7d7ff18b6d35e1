//! A text as lines without blanks and bullets, and where statements start on them.

use crate::languages::Languages;
use crate::outlet::is_separator;
use crate::piece::Piece;
use crate::when;
use copydesk_lexicon::{is_number, is_word};
use std::ops::Range;

/// The lines that start in a range of a text's bytes; blank ones are left out.
pub(crate) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    let mut at = range.start;
    let languages = Languages::of(text);
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty() && at < range.end)?;
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = Piece { str: &rest[..len], at, languages };
        at += len + 1;
        Some(without_bullet(line))
    })
    .filter(|line| !line.is_empty())
}

fn without_bullet(line: Piece<'_>) -> Piece<'_> {
    let line = line.trim();
    let rest = line.str.trim_start_matches(is_bullet);
    line.behind(line.str.len() - rest.len()).trim_start()
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
pub(crate) fn starts(line: &str) -> impl Iterator<Item = (usize, Start)> + '_ {
    Starts {
        line,
        at: 0,
        before: ' ',
        start: Some(Start::Line),
        date_end: 0,
        colon: has_colon(line).then_some(0),
        has_number: has_number(line),
    }
}

/// Whether a text holds a colon or a sign that needs none.
pub(crate) fn has_colon(text: &str) -> bool {
    const FIRST_BYTES: (u8, u8) = (0xEF, 0xC2);
    let bytes = text.as_bytes();
    memchr::memchr(b':', bytes).is_some()
        || memchr::memchr2_iter(FIRST_BYTES.0, FIRST_BYTES.1, bytes)
            .any(|at| text[at..].starts_with(['：', '©']))
}

/// Whether a text holds a digit of any script.
fn has_number(text: &str) -> bool {
    /// No digit but those of ASCII stands before U+0660.
    const FIRST_BYTE: u8 = 0xD9;
    // Without a way out of the loop it takes many bytes at once.
    text.bytes().fold(false, |found, byte| found | byte.is_ascii_digit())
        || text.bytes().fold(0, u8::max) >= FIRST_BYTE && text.contains(is_number)
}

struct Starts<'t> {
    line: &'t str,
    at: usize,
    before: char,
    /// How a statement would start at the next word.
    start: Option<Start>,
    /// Where the last date ends.
    date_end: usize,
    /// Before it is no colon that has not been passed; none if there is none any more.
    colon: Option<usize>,
    has_number: bool,
}

impl Iterator for Starts<'_> {
    type Item = (usize, Start);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(c) = self.line[self.at..].chars().next() {
            let at = self.at;
            let begins = c == '©' || is_word(c) && !is_word(self.before);
            self.start = gap(c, self.before, self.start);
            self.before = c;
            self.at += c.len_utf8();
            self.skip_letters();
            if begins
                && at >= self.date_end
                && let Some(start) = self.begin(at)
            {
                return Some((at, start));
            }
        }
        None
    }
}

impl Starts<'_> {
    /// Inside of a word nothing starts or ends; nor does at plain blanks and stops, where nothing is waited for.
    fn skip_letters(&mut self) {
        let rest = &self.line[self.at..];
        let len = if self.start.is_none() && self.colon.is_none() {
            plain(self.before, rest.as_bytes())
        } else if is_word(self.before) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            0
        };
        self.before = rest[..len].chars().next_back().unwrap_or(self.before);
        self.at += len;
    }

    /// How a statement starts at a word, unless it is a date's.
    fn begin(&mut self, at: usize) -> Option<Start> {
        let start = self.start.take().or_else(|| self.ends_with_colon(at).then_some(Start::Colon))?;
        if self.has_number
            && start != Start::Colon
            && let Some(len) = when::at(&self.line[at..])
        {
            (self.date_end, self.start) = (at + len, Some(Start::Date));
            return None;
        }
        Some(start)
    }

    /// Whether a colon follows within a few words, or the word is a sign that needs none.
    fn ends_with_colon(&mut self, at: usize) -> bool {
        const LONGEST: usize = 24;
        const FIRST_BYTES: (u8, u8) = (b':', 0xEF);
        let is_inside = |c: &char| is_word(*c) || matches!(c, ' ' | '*' | '-' | '/' | '&');
        let text = &self.line[at..];
        if self.colon.is_some_and(|colon| colon <= at) {
            self.colon = memchr::memchr2(FIRST_BYTES.0, FIRST_BYTES.1, text.as_bytes()).map(|len| at + len);
        }
        text.starts_with('©')
            || self.colon.is_some_and(|colon| colon <= at + 4 * LONGEST)
                && text.chars().take(LONGEST).find(|c| !is_inside(c)).is_some_and(|c| matches!(c, ':' | '：'))
    }
}

/// Bytes before the next that may separate statements; of a blank, the character before it decides.
fn plain(mut before: char, text: &[u8]) -> usize {
    let separates = |byte: &u8| {
        let before = std::mem::replace(&mut before, char::from(*byte));
        match *byte {
            b' ' => matches!(before, ' ' | '-' | '–' | '—'),
            b',' | b';' | b'(' | b'/' | b'|' | b'[' | b']' | b'~' | b'\t' | 0x80.. => true,
            _ => false,
        }
    };
    text.iter().position(separates).unwrap_or(text.len())
}

/// How a statement would start behind a character.
fn gap(c: char, before: char, start: Option<Start>) -> Option<Start> {
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
