//! A text as lines without blanks and bullets, and where statements start on them.

use crate::outlet::is_separator;
use crate::piece::Piece;
use crate::when;
use copydesk_lexicon::is_word;
use std::ops::Range;

/// The lines that start in a range of a text's bytes; blank ones are left out.
pub(crate) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty() && at < range.end)?;
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = Piece { str: &rest[..len], at };
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

/// Where statements may start on a line.
pub(crate) fn starts(line: &str) -> impl Iterator<Item = (usize, Start)> + '_ {
    let has_colon = line.contains([':', '：', '©']);
    let has_number = line.contains(char::is_numeric);
    let (mut before, mut start, mut date_end) = (' ', Some(Start::Line), 0);
    line.char_indices().filter_map(move |(at, c)| {
        let begins = is_word(c) && !is_word(before) || c == '©';
        start = gap(c, before, start);
        before = c;
        if !begins || at < date_end {
            return None;
        }
        let reason =
            start.take().or_else(|| (has_colon && ends_with_colon(&line[at..])).then_some(Start::Colon))?;
        if has_number
            && reason != Start::Colon
            && let Some(len) = when::at(&line[at..])
        {
            (date_end, start) = (at + len, Some(Start::Date));
            return None;
        }
        Some((at, reason))
    })
}

/// How a statement would start behind a character.
fn gap(c: char, before: char, start: Option<Start>) -> Option<Start> {
    let is_wide = c.is_whitespace() && matches!(before, ' ' | '-' | '–' | '—') || c == '\t';
    match c {
        ',' | '，' | ';' | '；' | '(' | '（' | '/' if start.is_none() => Some(Start::Comma),
        ':' | '：' | '"' | '“' | '»' | '<' | '>' | ')' | '）' | '@' => start,
        _ if start == Some(Start::Date) => start,
        c if is_wide || is_separator(c) && !matches!(c, ',' | '，' | ';' | '；' | '(' | '（' | '/') => {
            Some(if start == Some(Start::Line) { Start::Line } else { Start::Separator })
        }
        _ => start,
    }
}

/// Whether a colon follows within a few words, or the word is a sign that needs none.
fn ends_with_colon(text: &str) -> bool {
    const LONGEST: usize = 24;
    let is_inside = |c: &char| is_word(*c) || matches!(c, ' ' | '*' | '-' | '/' | '&');
    text.starts_with('©')
        || text.chars().take(LONGEST).find(|c| !is_inside(c)).is_some_and(|c| matches!(c, ':' | '：'))
}
