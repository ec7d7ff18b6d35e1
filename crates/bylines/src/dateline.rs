//! Datelines: `place [ "," date ] [ "(" agency ")" ] dash`, and the forms of other scripts.

use crate::agency;
use crate::byline::{Contributor, Role};
use crate::credit;
use crate::languages::Languages;
use crate::piece::Piece;
use copydesk_lexicon::{is_letter, is_lower, is_number, is_upper};
use std::ops::Range;

/// Where a text comes from: the words before its first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline<'t> {
    /// All of it, with the dash that ends it, in bytes of the text.
    pub span: Range<usize>,
    /// The place as printed, in bytes of the text.
    pub place: Option<Range<usize>>,
    /// The agencies that supplied the text.
    pub credits: Vec<Contributor<'t>>,
}

/// The dateline that a paragraph starts with.
///
/// ```
/// let dateline = copydesk_bylines::dateline("BERLIN (dpa) - Der Fluss steigt weiter.").unwrap();
/// assert_eq!(dateline.place, Some(0..6));
/// assert_eq!(dateline.credits[0].agency, Some("dpa"));
/// ```
pub fn dateline(paragraph: &str) -> Option<Dateline<'_>> {
    at(Piece { str: paragraph, at: 0, languages: Languages::default() }.trim())
}

/// The longest text that is looked at for a dateline's end.
const LONGEST: usize = 100;

pub(crate) fn at(line: Piece<'_>) -> Option<Dateline<'_>> {
    let head = line.first(line.str.floor_char_boundary(LONGEST));
    if !may_end(head.str.as_bytes()) {
        return None;
    }
    bracketed(line, head).or_else(|| dashed(line, head)).or_else(|| chinese(line, head))
}

/// Whether a text holds a byte that brackets, dashes and Chinese characters begin with.
fn may_end(text: &[u8]) -> bool {
    memchr::memchr3(b'(', b'[', b'-', text).is_some() || text.iter().any(|byte| matches!(byte, 0xE2..=0xEF))
}

/// `[ place ] [ "," date ] "(" agency ")" [ dash ]`
fn bracketed<'t>(line: Piece<'t>, head: Piece<'t>) -> Option<Dateline<'t>> {
    let open = head.str.find(['(', '（', '[', '【', '〔'])?;
    let bracket = head.str[open..].chars().next().map_or(0, char::len_utf8);
    let before = head.first(open).trim();
    if !(before.is_empty() || is_place(before.str)) {
        return None;
    }
    let len = head.str[open + bracket..].find([')', '）', ']', '】', '〕'])?;
    let inside = head.behind(open + bracket).first(len).trim();
    let close = head.str[open + bracket + len..].chars().next().map_or(0, char::len_utf8);
    let end = open + bracket + len + close;
    let (place, credits) = inner(inside)?;
    let dash = dash(line.behind(end).str);
    if line.behind(end + dash).trim().is_empty() {
        return None;
    }
    let is_closed = dash > 0 || place.is_some() || before.is_empty();
    is_closed.then(|| Dateline {
        span: line.at..line.at + end + dash,
        place: place.or_else(|| (!before.is_empty()).then(|| place_of(before).span())),
        credits,
    })
}

/// What stands in the brackets: agencies, or a place, a joint and an agency.
fn inner(inside: Piece<'_>) -> Option<(Option<Range<usize>>, Vec<Contributor<'_>>)> {
    if let Some(credits) = credit::credits(inside) {
        return Some((None, credits));
    }
    let joint = inside.str.find(['=', '＝', '/', ','])?;
    let width = inside.str[joint..].chars().next().map_or(0, char::len_utf8);
    let credits = credit::credits(inside.behind(joint + width).trim())?;
    Some((Some(inside.first(joint).trim().span()), credits))
}

/// `place [ "," date ] dash agency [ "." ]`, `place dash`
fn dashed<'t>(line: Piece<'t>, head: Piece<'t>) -> Option<Dateline<'t>> {
    let at = dash_at(head.str)?;
    let before = head.first(at).trim();
    if !is_place(before.str) {
        return None;
    }
    let end = at + dash(line.behind(at).str);
    let mut dateline =
        Dateline { span: line.at..line.at + end, place: Some(place_of(before).span()), credits: Vec::new() };
    let behind = line.behind(end).trim_start();
    if let Some(found) =
        agency::at(behind.str).filter(|found| behind.behind(found.len).str.starts_with(['.', ',', ':']))
    {
        let name = behind.first(found.len);
        dateline.credits.push(Contributor::agency(name.str, name.span(), Role::Source, found.agency));
        dateline.span.end = name.span().end + 1;
    }
    Some(dateline)
}

/// `agency place date "电"`
fn chinese<'t>(line: Piece<'t>, head: Piece<'t>) -> Option<Dateline<'t>> {
    const FIRST_BYTES: [u8; 3] = [0xE7, 0xE8, 0xE9];
    memchr::memchr3(FIRST_BYTES[0], FIRST_BYTES[1], FIRST_BYTES[2], head.str.as_bytes())?;
    let found = agency::at(head.str)?;
    let behind = head.behind(found.len);
    let end = behind.str.find(['电', '電', '讯', '訊'])?;
    let number = behind.str[..end].find(|c: char| c.is_ascii_digit() || matches!(c, '一'..='十' | '〇'))?;
    let name = head.first(found.len);
    let place = behind.first(number);
    Some(Dateline {
        span: line.at..behind.at + end + '电'.len_utf8(),
        place: (!place.is_empty()).then(|| place.span()),
        credits: vec![Contributor::agency(name.str, name.span(), Role::Source, found.agency)],
    })
}

/// Where a dash between blanks stands, the first blank included.
fn dash_at(text: &str) -> Option<usize> {
    const FIRST_BYTE_OF_LONG_DASH: u8 = 0xE2;
    memchr::memchr2_iter(b'-', FIRST_BYTE_OF_LONG_DASH, text.as_bytes())
        .filter(|at| at.checked_sub(1).is_some_and(|before| text.as_bytes()[before] == b' '))
        .find(|at| ["- ", "-- ", "– ", "— "].iter().any(|dash| text[*at..].starts_with(dash)))
        .map(|at| at - 1)
}

/// Bytes of blanks, dashes and equals signs.
fn dash(text: &str) -> usize {
    let is_dash = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | '=' | '＝' | ':');
    text.len() - text.trim_start_matches(is_dash).len()
}

/// A place, with a date perhaps, has few words, all of them capitals, numbers or short.
fn is_place(text: &str) -> bool {
    let words = text.split([' ', '/', '\u{A0}']).filter(|word| !word.is_empty());
    text.chars().next().is_some_and(|c| is_upper(c) || !is_lower(c) && is_letter(c))
        && words.clone().count() <= 7
        && words.clone().all(|word| {
            word.chars().next().is_some_and(|c| !is_lower(c)) || word.len() <= 12 && text.contains(',')
        })
}

/// The place alone: what stands before the comma and the date.
fn place_of(before: Piece<'_>) -> Piece<'_> {
    before.until(|c| c == ',' || is_number(c))
}
