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

/// The dateline whose credit stands between separators.
pub(super) fn credited<'t>(line: Piece<'t>, head: Piece<'t>) -> Option<Dateline<'t>> {
    const MOST_PARTS: usize = 5;
    parts(head.str).take(MOST_PARTS).find_map(|part| ends_with_credit(line, head, &part))
}

fn ends_with_credit<'t>(line: Piece<'t>, head: Piece<'t>, part: &Part) -> Option<Dateline<'t>> {
    let inside = head.behind(part.start).first(part.end - part.start).trim();
    agency::at(inside.str).filter(|found| !found.is_weak)?;
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

/// Whether a text is a sentence's start and no date beside a name.
fn is_text(text: &str) -> bool {
    const SHORTEST: usize = 20;
    text.len() >= SHORTEST && may_begin_sentence(text) && !when::is_line(text)
}

/// The parts of a text between commas, stops and dashes.
fn parts(text: &str) -> impl Iterator<Item = Part> + '_ {
    let (mut start, mut behind_dash) = (0, false);
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let (at, c) = rest.char_indices().find(|(at, c)| is_separator(rest, *at, *c))?;
        let part = Part { start, end: start + at, behind_dash };
        behind_dash = matches!(c, '-' | '–' | '—');
        start += at + c.len_utf8();
        Some(part)
    })
}

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
pub(super) fn uncredited<'t>(line: Piece<'t>, head: Piece<'t>) -> Option<Dateline<'t>> {
    let at = place::dash_at(head.str)?;
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
