//! What stands around the content of a line: blanks, bullet, list number.

use crate::shape::Bullet;
use std::ops::Range;

/// A line taken apart. Offsets are bytes into the line.
pub(crate) struct Edges {
    pub(crate) content: Range<usize>,
    pub(crate) indent: usize,
    pub(crate) bullet: Option<Bullet>,
}

/// Takes a line apart.
pub(crate) fn of(line: &str) -> Edges {
    let end = line.trim_end_matches(is_blank).len();
    let start = end - line[..end].trim_start_matches(is_blank).len();
    let (bullet, len) = bullet(&line[start..end]);
    Edges { content: start + len..end, indent: start, bullet }
}

/// Blanks, and the marks that show nothing: byte order mark, joiners, direction marks, NUL.
fn is_blank(c: char) -> bool {
    match c {
        ' ' | '\n' => true,
        '!'..='~' => false,
        _ => c.is_whitespace() || c.is_control() || is_invisible(c),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{AD}')
}

/// The bullet or number that a trimmed line starts with, and its length with the blanks behind it.
fn bullet(line: &str) -> (Option<Bullet>, usize) {
    let found = match line.chars().next() {
        Some('0'..='9') => number(line),
        Some(c) if c.is_ascii_alphabetic() && c != 'o' => None,
        Some(c) => mark(line, c),
        None => None,
    };
    match found {
        Some((bullet, len)) => (Some(bullet), line.len() - line[len..].trim_start_matches(is_blank).len()),
        None => (None, 0),
    }
}

/// `•`, also glued to its text; a dash or asterisk only before a blank, an `o` only before two.
fn mark(line: &str, c: char) -> Option<(Bullet, usize)> {
    let rest = &line[c.len_utf8()..];
    let holds = match c {
        '•' | '◦' | '‣' | '▪' | '▫' | '■' | '□' | '●' | '○' | '►' | '▸' | '➤' | '✓' | '✔' => {
            true
        }
        '-' | '–' | '—' | '*' | '·' | '+' => rest.is_empty() || rest.starts_with(is_blank),
        'o' => rest.starts_with("  ") || rest.starts_with('\t'),
        _ => false,
    };
    holds.then_some((Bullet::Mark(c), c.len_utf8()))
}

/// `12.` or `12)` before a blank, unless it is the day of a date: `31. Mai 2017`.
fn number(line: &str) -> Option<(Bullet, usize)> {
    const MAX_DIGITS: usize = 3;
    let digits = line.bytes().take(MAX_DIGITS + 1).take_while(u8::is_ascii_digit).count();
    let number = line[..digits].parse().ok().filter(|_| digits <= MAX_DIGITS)?;
    let rest = line[digits..].strip_prefix(['.', ')', '、'])?;
    let len = line.len() - rest.len();
    let is_item = rest.is_empty() || line[digits..].starts_with('、') || rest.starts_with(is_blank);
    (is_item && !is_date_tail(rest)).then_some((Bullet::Number(number), len))
}

/// A word or two and then a number: what follows the day of a date.
fn is_date_tail(rest: &str) -> bool {
    const LONGEST_DATE: usize = 3;
    let mut words = rest.split_whitespace().take(LONGEST_DATE);
    words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}
