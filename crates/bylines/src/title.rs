//! Job titles: `title = *word role [ preposition outlet ]`, as in "Harbour News Reporter", "Redakteurin bei der Post".

use crate::agency::agency;
use crate::label::{self, Kind};
use crate::outlet;
use crate::piece::Piece;
use copydesk_lexicon::{is_lower, is_upper, words};
use std::ops::Range;

/// A job title at the start of a text, up to the next separator.
pub(crate) struct Title {
    pub(crate) span: Range<usize>,
    /// The outlet that it names.
    pub(crate) affiliation: Option<Range<usize>>,
}

const MOST_WORDS: usize = 9;

/// The title that a text starts with.
pub(crate) fn at(piece: Piece<'_>) -> Option<Title> {
    let segment = outlet::segment(piece);
    if words(segment.str).nth(MOST_WORDS).is_some() {
        return None;
    }
    let (at, len) = role(segment.str)?;
    let affiliation = match segment.behind(at + len).trim() {
        rest if rest.is_empty() => before(segment.first(at).trim()),
        rest if at == 0 => Some(behind(rest)?),
        _ => return None,
    };
    Some(Title {
        span: segment.span(),
        affiliation: affiliation.map(Piece::span).filter(|span| !span.is_empty()),
    })
}

/// Whether the last words of a text are those for the job of a writer: `It was told to Harbourpost-Autorin`.
pub fn ends_with_job(text: &str) -> bool {
    const LONGEST: usize = 40;
    let tail = &text[text.floor_char_boundary(text.len().saturating_sub(LONGEST))..];
    words(tail).any(|at| label::of(Kind::Role, &tail[at..]).is_some_and(|role| at + role.len == tail.len()))
}

/// Where the words for the job stand.
fn role(segment: &str) -> Option<(usize, usize)> {
    words(segment).find_map(|at| label::of(Kind::Role, &segment[at..]).map(|role| (at, role.len)))
}

/// What stands before the job, if it is an outlet and not a field of work.
fn before(piece: Piece<'_>) -> Option<Piece<'_>> {
    let is_outlet = agency(piece.str).is_some()
        || outlet::at(piece) == Some(piece.str.len())
        || has_inner_capital(piece.str);
    is_outlet.then_some(piece)
}

/// What stands behind the job, without the preposition; none if it names nothing, as where a sentence goes on.
fn behind(piece: Piece<'_>) -> Option<Piece<'_>> {
    const FARTHEST: usize = 3;
    let label = label::at(piece.str);
    let preposition = label.filter(|label| label.is(Kind::For)).map_or(0, |label| label.len);
    let names = |at: usize| piece.str[at..].starts_with(|c: char| !is_lower(c));
    let is_joined = label.is_some_and(|label| label.is(Kind::Conjunction) || label.is(Kind::From));
    let is_name = is_joined || preposition > 0 || words(piece.str).take(FARTHEST).any(names);
    is_name.then(|| piece.behind(preposition).trim())
}

/// `NewsHarbour`, `eHarbour`
fn has_inner_capital(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| is_upper(c) && is_lower(std::mem::replace(&mut before, c)))
}
