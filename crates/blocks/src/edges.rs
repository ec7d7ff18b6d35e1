//! What stands around the content of a line: blanks, bullet, list number.

use crate::shape::{Bullet, Ending};
use std::ops::Range;

/// A line taken apart. Offsets are bytes into the line.
pub(crate) struct Edges {
    pub(crate) content: Range<usize>,
    pub(crate) bullet: Option<Bullet>,
}

/// Takes a line apart.
pub(crate) fn of(line: &str) -> Edges {
    let end = line.trim_end_matches(shows_nothing).len();
    let start = end - line[..end].trim_start_matches(shows_nothing).len();
    let content = &line[start..end];
    let found = match content.chars().next() {
        // At the margin a number is the text's own word: `1. Mai`, `5. Eat less sugar`.
        Some('0'..='9') if start > 0 => number(content),
        Some(c) if c == 'o' || !c.is_ascii_alphanumeric() => mark(content, c),
        _ => None,
    };
    let (bullet, len) = found.map_or((None, 0), |(bullet, len)| (Some(bullet), len));
    let blanks = content.len() - len - content[len..].trim_start_matches(shows_nothing).len();
    Edges { content: start + len + blanks..end, bullet }
}

/// Blanks, and the marks that show nothing: byte order mark, joiners, direction marks, NUL.
fn shows_nothing(c: char) -> bool {
    match c {
        ' ' | '\n' => true,
        '!'..='~' => false,
        _ => c.is_whitespace() || c.is_control() || is_invisible(c),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{AD}')
}

/// A bullet and its length: `•`, also glued to its text; `*` only before a blank, an `o` only before two.
fn mark(content: &str, c: char) -> Option<(Bullet, usize)> {
    let rest = &content[c.len_utf8()..];
    let is_bullet = match c {
        '•' | '◦' | '‣' | '▪' | '▫' | '■' | '□' | '●' | '○' | '►' | '▸' | '➤' | '✓' | '✔' => {
            true
        }
        '*' | '·' | '+' => rest.is_empty() || rest.starts_with(shows_nothing),
        '-' | '–' | '—' => rest.starts_with(shows_nothing) && !is_speech(rest),
        'o' => rest.starts_with("  ") || rest.starts_with('\t'),
        _ => false,
    };
    is_bullet.then_some((Bullet::Mark(c), c.len_utf8()))
}

/// Whether what follows a dash is said by somebody: in many languages a dash opens speech, and is the text's own.
fn is_speech(rest: &str) -> bool {
    const LONGEST_ITEM_BYTES: usize = 60;
    rest.len() > LONGEST_ITEM_BYTES || Ending::of(rest).is_sentence()
}

/// `12.` or `12)` before a blank, unless it is the day of a date: `31. Mai 2017`.
fn number(content: &str) -> Option<(Bullet, usize)> {
    const MAX_DIGITS: usize = 3;
    let digits = content.bytes().take(MAX_DIGITS + 1).take_while(u8::is_ascii_digit).count();
    let number = content[..digits].parse().ok().filter(|_| digits <= MAX_DIGITS)?;
    let rest = content[digits..].strip_prefix(['.', ')', '、'])?;
    let is_item = rest.is_empty() || rest.starts_with(shows_nothing) || content[digits..].starts_with('、');
    (is_item && !is_date_tail(rest)).then_some((Bullet::Number(number), content.len() - rest.len()))
}

/// A word or two and then a number: what follows the day of a date.
fn is_date_tail(rest: &str) -> bool {
    const LONGEST_DATE: usize = 3;
    let mut words = rest.split_whitespace().take(LONGEST_DATE);
    words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}
