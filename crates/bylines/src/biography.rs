//! Staff biographies: "Jane Doe is a reporter for The Post and lives in Elsewhere."

use crate::byline::{Byline, Contributor, Rule};
use crate::label::{self, Kind};
use crate::outlet;
use crate::people::People;
use crate::piece::Piece;
use copydesk_lexicon::words;
use std::ops::Range;

/// The biography that starts with some names: it says who someone is, not that he wrote the page.
pub(crate) fn of<'t>(people: &People<'t>) -> Option<Byline<'t>> {
    if !(people.is_full && people.has_person()) {
        return None;
    }
    let verb = people.rest.trim_start();
    let label = label::of(Kind::Bio, verb.str)?;
    let behind = verb.behind(label.len);
    let (title, affiliation) =
        job(behind).or_else(|| Some((None, Some(outlet::capitalised(work(behind)?)?.span()))))?;
    let of = |one| Contributor { title: title.clone(), affiliation: affiliation.clone(), ..one };
    Some(Byline {
        span: people.span.clone(),
        contributors: people.contributors.iter().cloned().map(of).collect(),
        rule: Rule::Biography,
    })
}

type Job = (Option<Range<usize>>, Option<Range<usize>>);

/// `*4word role [ preposition outlet ]`
fn job(piece: Piece<'_>) -> Option<Job> {
    const FARTHEST: usize = 5;
    let (at, role) = words(piece.str)
        .take(FARTHEST)
        .find_map(|at| Some((at, label::of(Kind::Role, &piece.str[at..])?)))?;
    let title = piece.behind(at).first(role.len);
    let affiliation = employer(piece.behind(at + role.len)).and_then(outlet::capitalised);
    Some((Some(title.span()), affiliation.map(Piece::span)))
}

/// What stands behind the first `for` of a few words.
fn work(piece: Piece<'_>) -> Option<Piece<'_>> {
    const FARTHEST: usize = 6;
    words(piece.str).take(FARTHEST).find_map(|at| employer(piece.behind(at)))
}

/// What stands behind `for`.
fn employer(piece: Piece<'_>) -> Option<Piece<'_>> {
    let piece = piece.trim_start();
    label::of(Kind::For, piece.str).map(|label| piece.behind(label.full))
}
