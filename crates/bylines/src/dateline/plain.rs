//! Datelines without brackets: `place [ "," date ] separator agency end`, `agency dash`, `place dash`.

use super::place::{self, is_city, is_head};
use super::{Dateline, dash, may_begin_sentence};
use crate::agency;
use crate::given_name::has_given_name;
use crate::label::{self, Kind as Word};
use crate::piece::Piece;
use crate::slug::{self, is_for_text};
use crate::when;
use copydesk_lexicon::{is_letter, is_upper};

/// A part of a line between separators.
struct Part {
    start: usize,
    end: usize,
    /// Whether a dash stands before it, not a comma or stop.
    behind_dash: bool,
}

/// The dateline whose credit stands between separators; no place before it is longer than `farthest`.
pub(super) fn credited<'t>(line: Piece<'t>, head: Piece<'t>, farthest: usize) -> Option<Dateline<'t>> {
    const MOST_PARTS: usize = 5;
    if line.str.len() < SHORTEST_TEXT {
        return None;
    }
    starts(head.str, farthest).take(MOST_PARTS).find_map(|(start, behind_dash)| {
        let rest = head.behind(start).str;
        if !agency::may_begin(rest.trim_start()) {
            return None;
        }
        let end = start + separator(rest, rest.len())?.0;
        ends_with_credit(line, head, &Part { start, end, behind_dash })
    })
}

fn ends_with_credit<'t>(line: Piece<'t>, head: Piece<'t>, part: &Part) -> Option<Dateline<'t>> {
    let inside = head.behind(part.start).first(part.end - part.start).trim();
    agency::at(inside).filter(|found| !found.is_weak)?;
    let rest = &line.str[part.end..];
    let stop = rest.chars().next().filter(|c| is_stop(*c)).map_or(0, char::len_utf8);
    let dash = dash(&rest[stop..]);
    let is_dashed = !rest[..stop + dash].trim_matches([' ', '.', '\u{A0}']).is_empty();
    let before = head.first(part.start);
    let before = before.first(before.str.trim_end_matches([' ', ',', '-', '–', '—', '،', '/', '=']).len());
    let is_end = if before.is_empty() {
        is_dashed && line.str.ends_with(['.', '!', '?', '…', '"', '”', '。', '؟', '۔', '।'])
    } else {
        let is_joined = part.behind_dash || place::has_date(before.str);
        is_head(before.str) && (is_dashed || stop > 0 && is_joined)
    };
    let end = part.end + stop + dash;
    if !is_end || !is_text(&line.str[end..]) {
        return None;
    }
    let credits = slug::credits(inside).filter(|credits| is_for_text(credits))?;
    let place = place::of(before).map(Piece::span);
    Some(Dateline { span: line.at..line.at + end, place, credits })
}

/// The shortest text that follows a credit, in bytes.
const SHORTEST_TEXT: usize = 20;

/// Whether a text is a sentence's start and no date beside a name.
fn is_text(text: &str) -> bool {
    text.len() >= SHORTEST_TEXT && may_begin_sentence(text) && !when::is_line(text)
}

/// Where the parts of a text between commas, stops and dashes start, and whether a dash stands before them; none that is
/// farther away than some bytes.
fn starts(text: &str, farthest: usize) -> impl Iterator<Item = (usize, bool)> + '_ {
    let behind = move |(start, _): &(usize, bool)| {
        let (at, c) = separator(&text[*start..], farthest.checked_sub(*start)?)?;
        Some((start + at + c.len_utf8(), matches!(c, '-' | '–' | '—')))
    };
    std::iter::successors(Some((0, false)), behind)
}

/// The first separator of a text, which stands within some bytes.
fn separator(text: &str, farthest: usize) -> Option<(usize, char)> {
    let mut from = 0;
    let near = &text.as_bytes()[..farthest.min(text.len())];
    while let Some(len) = near[from..].iter().position(|byte| MAY_SEPARATE[usize::from(*byte)]) {
        let at = from + len;
        if let Some(c) = text[at..].chars().next().filter(|c| is_separator(text, at, *c)) {
            return Some((at, c));
        }
        from = at + 1;
    }
    None
}

/// Whether a separator may begin with a byte, one of ASCII or the first of others.
static MAY_SEPARATE: [bool; 256] = {
    let mut all = [false; 256];
    let (mut at, some) = (0, [b',', b'-', b'.', b'/', b':', 0xD6, 0xD8, 0xDB, 0xE2]);
    while at < some.len() {
        all[some[at] as usize] = true;
        at += 1;
    }
    all
};

fn is_separator(text: &str, at: usize, c: char) -> bool {
    match c {
        ',' | '،' | ':' | '։' | '۔' => true,
        '-' | '–' | '—' => text[..at].ends_with(' ') || text[at..].chars().nth(1) == Some(' '),
        '.' | '/' => text[at + 1..].starts_with([' ', '-']),
        _ => false,
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ':' | '։' | '،' | '۔')
}

/// `place dash`: a city, capitals, a date, or one word that means nothing else.
pub(super) fn uncredited<'t>(line: Piece<'t>, head: Piece<'t>, farthest: usize) -> Option<Dateline<'t>> {
    const LONGEST_DASH: usize = " — ".len();
    let near = head.first(head.str.floor_char_boundary(farthest + LONGEST_DASH));
    let at = place::dash_at(near.str).filter(|at| *at <= farthest)?;
    let before = head.first(at).trim();
    let end = at + dash(line.behind(at).str);
    if !is_head(before.str) || !may_begin_sentence(&line.str[end..]) {
        return None;
    }
    let place = place::of(before).filter(|place| is_sure(place.str, before.str))?;
    Some(Dateline { span: line.at..line.at + end, place: Some(place.span()), credits: Vec::new() })
}

/// Whether a place needs no credit behind it.
fn is_sure(place: &str, head: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let count = place.split(' ').count();
    let is_plain = || count < MOST_WORDS && !has_given_name(place);
    let is_shown = || count <= MOST_WORDS && (place::is_capitals(place) || place::has_date(head));
    place.split('/').all(is_city) || is_name(place) && (is_plain() || is_shown())
}

/// Whether words may be a place's name: capitals, no domain, nothing that means something else.
fn is_name(place: &str) -> bool {
    let means_more = |word: &str| label::at(word).is_some_and(|label| !label.any(is_of_places));
    let is_inside = |c: char| is_letter(c) || matches!(c, ' ' | '-' | '/' | '\'' | '’');
    place.starts_with(is_upper)
        && place.chars().count() > 2
        && place.chars().all(is_inside)
        && !place.split([' ', '/']).any(means_more)
}

/// Whether names of places contain such words.
fn is_of_places(word: Word) -> bool {
    matches!(word, Word::Place | Word::Particle | Word::From | Word::For)
}
