//! `[ place [ "," date ] ] "(" agency ")" [ dash ]`

use super::place::{self, is_head};
use super::{Dateline, dash, may_begin_sentence};
use crate::byline::Contributor;
use crate::label::{self, Kind as Word};
use crate::piece::Piece;
use crate::slug::{self, is_for_text};
use copydesk_lexicon::{is_lower, is_spaceless};

/// Places have brackets of their own: `Harbourtown (Valley) [Elsewhere], May 3 (ANI): `.
const MOST_BRACKETS: usize = 3;

/// A bracket of a line.
struct Bracket<'t> {
    /// What stands before it.
    before: Piece<'t>,
    inside: Piece<'t>,
    /// Where it ends, in bytes of the line.
    end: usize,
}

/// The dateline with the first bracket of a line that credits an agency; no place before it is longer than `farthest`.
pub(super) fn at<'t>(line: Piece<'t>, head: Piece<'t>, farthest: usize) -> Option<Dateline<'t>> {
    if !may_open(&head.str.as_bytes()[..head.str.len().min(farthest + 1)]) {
        return None;
    }
    let mut from = 0;
    for _ in 0..MOST_BRACKETS {
        let bracket = next(head, from, farthest)?;
        if !(bracket.before.is_empty() || is_head(bracket.before.str)) {
            return None;
        }
        from = bracket.end;
        if let Some((place, credits)) = inner(bracket.inside).filter(|(_, credits)| is_for_text(credits)) {
            return close(line, &bracket, place, credits);
        }
    }
    None
}

/// Whether a text holds a byte that a bracket may begin with.
fn may_open(text: &[u8]) -> bool {
    const OF_WIDE: (u8, u8) = (0xE3, 0xEF);
    memchr::memchr3(b'(', b'[', b'/', text).is_some() || memchr::memchr2(OF_WIDE.0, OF_WIDE.1, text).is_some()
}

fn next(head: Piece<'_>, from: usize, farthest: usize) -> Option<Bracket<'_>> {
    let text = head.str.get(from..)?;
    let mut near = text.char_indices().take_while(|(at, _)| from + at <= farthest);
    let open = from + near.find(|(at, c)| is_opening(&text[..*at], *c))?.0;
    let bracket = head.str[open..].chars().next().map_or(0, char::len_utf8);
    let closing = if bracket == 1 && head.str[open..].starts_with('/') { "/" } else { ")）]】〕］" };
    let len = head.str[open + bracket..].find(|c| closing.contains(c))?;
    let end = open + bracket + len;
    Some(Bracket {
        before: head.first(open).trim(),
        inside: head.behind(open + bracket).first(len).trim(),
        end: end + head.str[end..].chars().next().map_or(0, char::len_utf8),
    })
}

/// Whether a bracket opens here; a slash does so behind a blank.
fn is_opening(before: &str, c: char) -> bool {
    matches!(c, '(' | '（' | '[' | '［' | '【' | '〔')
        || c == '/' && before.chars().next_back().is_none_or(char::is_whitespace)
}

/// What stands in the brackets: agencies, or a place, perhaps a date, and agencies.
fn inner(inside: Piece<'_>) -> Option<(Option<Piece<'_>>, Vec<Contributor<'_>>)> {
    const LONGEST: usize = 80;
    // A date may stand behind the agency: `(Reuters - 3 May 2021)`.
    let inside = inside.first(inside.str.find(" - ").unwrap_or(inside.str.len()));
    if let Some(credits) = slug::credits(inside) {
        return Some((None, credits));
    }
    if inside.str.len() > LONGEST || inside.str.contains([':', '：']) {
        return None;
    }
    let may_split = |(at, c): &(usize, char)| *at > 0 && (is_joint(*c) || is_spaceless(*c));
    inside.str.char_indices().filter(may_split).find_map(|(at, c)| {
        let skipped = if is_joint(c) { at + c.len_utf8() } else { at };
        let before = inside.first(at).trim();
        let credits = slug::credits(inside.behind(skipped).trim())?;
        (is_head(before.str) || is_desk(before.str)).then(|| (place::of(before).filter(is_place), credits))
    })
}

fn is_joint(c: char) -> bool {
    matches!(c, '=' | '＝' | '/' | '／' | ',' | '、' | ' ' | '　')
}

/// The initials of a writer or an outlet before the agency: `(kb/dpa)`.
fn is_desk(text: &str) -> bool {
    text.chars().count() <= 4 && text.chars().all(is_lower)
}

/// A place is no word for a picture and has more letters than initials have.
fn is_place(place: &Piece<'_>) -> bool {
    let is_ascii_short = place.str.is_ascii() && place.str.len() < 4;
    !is_ascii_short && label::of(Word::Photo, place.str).is_none()
}

/// Ends the dateline behind its bracket: with a dash or stop, or with nothing where all before is plain.
fn close<'t>(
    line: Piece<'t>,
    bracket: &Bracket<'t>,
    place: Option<Piece<'t>>,
    credits: Vec<Contributor<'t>>,
) -> Option<Dateline<'t>> {
    let rest = line.behind(bracket.end).str;
    let stop = usize::from(rest.starts_with('.'));
    let dash = stop + dash(&rest[stop..]);
    let is_dashed = !rest[..dash].trim().is_empty() || rest.starts_with(['。', '।', '۔', '،']);
    let before = bracket.before;
    let is_closed = is_dashed || place.is_some() || before.is_empty() || place::has_date(before.str);
    let end = bracket.end + dash;
    let end = end + reporter(&line.str[end..]);
    if !is_closed || !may_begin_sentence(&line.str[end..]) {
        return None;
    }
    let place = place::of(before).or(place);
    let place = place.or_else(|| before.is_empty().then(|| place::capitals_behind(line, end))?);
    let end = match &place {
        Some(place) if place.at >= line.at + end => behind_place(line, place),
        _ => end,
    };
    Some(Dateline { span: line.at..line.at + end, place: place.map(Piece::span), credits })
}

/// Where the text starts behind a place that follows the credit: `(ANSA) - ROMA, 28 LUG - `.
fn behind_place(line: Piece<'_>, place: &Piece<'_>) -> usize {
    let from = place.at - line.at;
    let end = place::dash_at(&line.str[from..]).map_or(from, |at| from + at);
    end + dash(&line.str[end..])
}

/// Bytes of who wrote it and an equals sign: `(서울=연합뉴스) 홍길동 기자 = `.
fn reporter(text: &str) -> usize {
    const LONGEST: usize = 60;
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let is_name = |name: &str| {
        name.chars().all(|c| is_spaceless(c) || copydesk_lexicon::is_letter(c) || " ·,".contains(c))
    };
    match head.find(['=', '＝']).filter(|at| is_name(&head[..*at])) {
        Some(at) => at + dash(&text[at..]),
        None => 0,
    }
}
