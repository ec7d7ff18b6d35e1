//! The shape of an outlet's or another body's name.

use crate::label::{self, Kind};
use crate::piece::Piece;
use copydesk_lexicon::{is_lower, is_number, is_upper, is_word, words};

/// Bytes of an outlet's name at the start of a text: a domain, or words one of which says so (`Online-Redaktion`).
pub(crate) fn at(piece: Piece<'_>) -> Option<usize> {
    domain(piece.str).or_else(|| phrase(piece))
}

/// `domain = word *( "." word ) "." 2*4letter`
fn domain(text: &str) -> Option<usize> {
    let len = text.find(|c| !(is_word(c) || matches!(c, '.' | '-'))).unwrap_or(text.len());
    let word = text[..len].trim_end_matches(['.', '-']);
    let (stem, end) = word.rsplit_once('.')?;
    let one_case = end.chars().all(is_lower) || end.chars().all(is_upper);
    let looks_so = (2..=4).contains(&end.chars().count()) && one_case && end.is_ascii();
    (looks_so && stem.chars().filter(|c| is_word(*c)).count() > 2).then_some(word.len())
}

const MOST_WORDS: usize = 6;

fn phrase(piece: Piece<'_>) -> Option<usize> {
    let segment = segment(piece);
    for at in words(segment.str).take(MOST_WORDS) {
        match label::at(&segment.str[at..]) {
            Some(label) if label.is(Kind::Organisation) => return Some(segment.str.len()),
            Some(label)
                if label.any(|kind| matches!(kind, Kind::For | Kind::Role | Kind::By | Kind::Tail)) =>
            {
                break;
            }
            _ => {}
        }
    }
    None
}

/// The text up to the next separator or number.
pub(crate) fn segment(piece: Piece<'_>) -> Piece<'_> {
    let is_end = |(at, c): &(usize, char)| {
        is_separator(*c) || is_number(*c) || *c == ' ' && is_dash(&piece.str[at + 1..])
    };
    let end = piece.str.char_indices().find(is_end).map_or(piece.str.len(), |(at, _)| at);
    piece.first(end).trim()
}

/// Whether a dash or a second blank stands behind a blank.
fn is_dash(behind: &str) -> bool {
    behind.starts_with(' ') || ["- ", "– ", "— "].iter().any(|dash| behind.starts_with(dash))
}

/// The capitalised words that a text starts with, an article before them included.
pub(crate) fn capitalised(piece: Piece<'_>) -> Option<Piece<'_>> {
    let mut end = 0;
    for word in piece.str.split_inclusive(' ').take(MOST_WORDS) {
        if !word.starts_with(|c: char| is_upper(c) || is_number(c)) {
            break;
        }
        end += word.len();
        if word.trim_end().ends_with(|c: char| !is_word(c)) {
            break;
        }
    }
    let words = piece.first(end);
    let words = words.first(words.str.trim_end_matches(|c: char| !is_word(c)).len());
    (!words.is_empty()).then_some(words)
}

/// Whether a character stands between the statements of a line.
pub(crate) fn is_separator(c: char) -> bool {
    matches!(
        c,
        '|' | '｜'
            | '•'
            | '·'
            | ','
            | '，'
            | ';'
            | '；'
            | '/'
            | '／'
            | '('
            | ')'
            | '（'
            | '）'
            | '['
            | ']'
            | '【'
            | '】'
            | '~'
            | '‖'
            | '\t'
            | '@'
            | ':'
            | '：'
            | '"'
            | '“'
            | '»'
            | '›'
            | '>'
            | '<'
    )
}
