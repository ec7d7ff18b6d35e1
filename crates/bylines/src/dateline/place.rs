//! What a dateline starts with: a place, and a date perhaps.

use crate::label::{self, Kind as Word};
use crate::piece::Piece;
use crate::when;
use copydesk_lexicon::{Lexicon, is_letter, is_lower, is_number, is_upper};
use std::sync::LazyLock;

/// Cities that news is written from, folded and sorted by bytes.
static CITIES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::of_lines(include_str!("../../data/cities/names.txt")));

/// Whether a place is one of the cities that news is written from.
pub(super) fn is_city(place: &str) -> bool {
    !CITIES.get(place).is_empty()
}

const MOST_WORDS: usize = 9;

/// Whether a text is a place, with a date perhaps: few words, which are capitals, numbers, those beside a number, or short
/// ones between others.
pub(super) fn is_head(text: &str) -> bool {
    let words: Vec<&str> = words(text).take(MOST_WORDS + 1).collect();
    let is_odd = |c: char| matches!(c, ':' | '?' | '!' | '"' | '“' | '”' | '„' | '«' | '»' | ';' | '@' | '|');
    text.starts_with(may_begin)
        && words.len() <= MOST_WORDS
        && !text.contains(is_odd)
        && text.matches(['(', '[', '（']).count() == text.matches([')', ']', '）']).count()
        && !begins_byline(text)
        && (0..words.len()).all(|at| is_word(&words, at))
}

/// How many bytes at most a head may be long that a text starts with: it ends before or with the first word that it can
/// hold nowhere.
pub(super) fn farthest(text: &str) -> usize {
    let (mut at, mut before, mut last) = (0, "", "");
    if !text.starts_with(is_upper) {
        return if text.starts_with(may_begin) { text.len() } else { at };
    }
    while at < text.len() {
        let word = &text[at..at + word_len(&text[at..])];
        let is_dated = || [before, last].iter().any(|word| word.contains(is_number));
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        if word.starts_with(is_lower) && !is_short(word) && !is_dated() && !is_calendar(word) {
            return at;
        }
        (before, last) = if word.is_empty() { (before, last) } else { (last, word) };
    }
    at
}

/// Bytes before the next gap.
fn word_len(text: &str) -> usize {
    let may_be = |byte: u8| matches!(byte, b' ' | b'/' | b'\t' | 0xC2);
    let places = text.bytes().enumerate().filter(|(_, byte)| may_be(*byte));
    places.map(|(at, _)| at).find(|at| text[*at..].starts_with(is_gap)).unwrap_or(text.len())
}

fn may_begin(c: char) -> bool {
    !is_lower(c) && is_letter(c)
}

/// Whether a text starts with a word that names or pictures follow: `By Ada Example`, `FILE`.
fn begins_byline(text: &str) -> bool {
    use Word::{Additional, Author, By, Editing, Photo, Reporting, Source, Translation, Video, WrittenBy};
    let is_label = |word| {
        matches!(
            word,
            By | WrittenBy | Author | Photo | Video | Source | Reporting | Additional | Editing | Translation
        )
    };
    label::at(text).is_some_and(|label| label.any(is_label) && !label.is(Word::Place))
}

/// Whether a character stands between words.
fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '/' | '\u{A0}' | '\t')
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_gap).filter(|word| !word.is_empty())
}

fn is_word(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let is_inner = at > 0 && at + 1 < words.len();
    let is_dated = || words[at.saturating_sub(2)..at].iter().any(|word| word.contains(is_number));
    !word.starts_with(is_lower) || is_inner && is_short(word) || is_dated() || is_calendar(word)
}

fn is_short(word: &str) -> bool {
    const LONGEST: usize = 4;
    word.chars().nth(LONGEST).is_none()
}

fn is_calendar(word: &str) -> bool {
    label::at(word).is_some_and(|label| label.any(Word::is_calendar))
}

/// Whether a date follows the place behind a comma or stop.
pub(super) fn has_date(text: &str) -> bool {
    let behind = text.split_once([',', '.', '،', '、']).map(|(_, behind)| behind);
    behind.is_some_and(|behind| behind.contains(is_number) && when::at(behind.trim_start()).is_some())
        || text.contains(is_number) && !text.contains(' ')
}

/// The place alone: what stands before the comma, the date and brackets of its own.
pub(super) fn of(head: Piece<'_>) -> Option<Piece<'_>> {
    let is_end = |c: char| matches!(c, ',' | '،' | '、' | '(' | '[' | '（') || is_number(c);
    let place = head.until(is_end);
    let place = place.first(place.str.trim_end_matches(['.', ' ', '-', '–', '—', '/']).len());
    let is_month = || {
        label::at(place.str).is_some_and(|label| label.any(Word::is_calendar) && label.len == place.str.len())
    };
    (place.str.starts_with(is_letter) && !is_month()).then_some(place)
}

/// The place in capitals, before a dash, that follows a credit.
pub(super) fn capitals_behind(line: Piece<'_>, at: usize) -> Option<Piece<'_>> {
    const LONGEST: usize = 60;
    let rest = line.behind(at);
    let head = rest.first(rest.str.floor_char_boundary(LONGEST));
    let before = head.first(dash_at(head.str)?).trim();
    of(before).filter(|place| is_capitals(place.str) && is_head(before.str))
}

/// Whether all letters are capitals, of which there are some.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| is_upper(*c)).count() > 1 && !text.contains(is_lower)
}

/// Where a dash between blanks stands, the first blank included.
pub(super) fn dash_at(text: &str) -> Option<usize> {
    const FIRST_BYTE_OF_LONG_DASH: u8 = 0xE2;
    memchr::memchr2_iter(b'-', FIRST_BYTE_OF_LONG_DASH, text.as_bytes())
        .filter(|at| at.checked_sub(1).is_some_and(|before| text.as_bytes()[before] == b' '))
        .find(|at| ["- ", "-- ", "– ", "— "].iter().any(|dash| text[*at..].starts_with(dash)))
        .map(|at| at - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_lexicon::fold;

    #[test]
    fn cities_are_sorted_and_folded() {
        assert!(CITIES.entries().is_sorted());
        let unfolded = CITIES.entries().iter().find(|(name, _)| fold(name) != **name);
        assert_eq!(unfolded, None);
    }
}
