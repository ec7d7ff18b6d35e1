//! Datelines without brackets: `place [ "," date ] separator agency end`, `agency dash`, `place dash`.

use super::place::{self, is_head};
use super::{Dateline, dash, may_begin_sentence};
use crate::label::{self, Kind as Word};
use crate::piece::Piece;
use crate::slug::{self, is_for_text};
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
    if !is_end || !may_begin_sentence(&line.str[end..]) {
        return None;
    }
    let credits = slug::credits(inside).filter(|credits| is_for_text(credits))?;
    let place = place::of(before).map(Piece::span);
    Some(Dateline { span: line.at..line.at + end, place, credits })
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

/// `place dash`: capitals, a date, or one word that is no label.
pub(super) fn uncredited<'t>(line: Piece<'t>, head: Piece<'t>) -> Option<Dateline<'t>> {
    const MOST_WORDS: usize = 3;
    let at = place::dash_at(head.str)?;
    let before = head.first(at).trim();
    let end = at + dash(line.behind(at).str);
    if !is_head(before.str) || !may_begin_sentence(&line.str[end..]) {
        return None;
    }
    let place = place::of(before)?;
    let count = place.str.split(' ').count();
    let is_short = count == 1
        || count <= MOST_WORDS
            && (place::is_capitals(place.str) || place::has_date(before.str) || is_known(place.str));
    (is_short && is_name(place.str)).then(|| Dateline {
        span: line.at..line.at + end,
        place: Some(place.span()),
        credits: Vec::new(),
    })
}

fn is_known(place: &str) -> bool {
    label::of(Word::Place, place).is_some_and(|label| label.len == place.len())
}

/// Whether a word may be a place's name: a capital, no domain, no word that means something else.
fn is_name(place: &str) -> bool {
    let is_word = || label::at(place).is_some_and(|label| label.len == place.len() && !label.is(Word::Place));
    place.starts_with(is_upper)
        && place.chars().all(|c| is_letter(c) || " -'’./".contains(c))
        && !place.trim_end_matches('.').contains('.')
        && !is_word()
}
