//! Staff biographies: "Jane Doe is a reporter for The Post and lives in Elsewhere."

use crate::byline::{Byline, Contributor, Role, Rule};
use crate::label::{self, Kind};
use crate::outlet;
use crate::people::{self, Trust};
use crate::piece::Piece;
use std::ops::Range;

/// The biography that a paragraph starts with: it says who someone is, not that he wrote the page.
pub(crate) fn at(line: Piece<'_>) -> Option<Byline<'_>> {
    if !line.str.starts_with(char::is_uppercase) {
        return None;
    }
    let people = people::list(line, Role::Author, Trust::None).filter(|people| people.has_person() && people.is_full)?;
    let verb = people.rest.trim_start();
    let label = label::of(Kind::Bio, verb.str)?;
    let behind = verb.behind(label.len);
    let (title, affiliation) = job(behind).or_else(|| Some((None, Some(outlet::capitalised(employer(behind)?)?.span()))))?;
    let of = |one| Contributor { title: title.clone(), affiliation: affiliation.clone(), ..one };
    Some(Byline {
        span: people.span,
        contributors: people.contributors.into_iter().map(of).collect(),
        rule: Rule::Biography,
    })
}

type Job = (Option<Range<usize>>, Option<Range<usize>>);

/// `*4word role [ preposition outlet ]`
fn job(piece: Piece<'_>) -> Option<Job> {
    const FARTHEST: usize = 5;
    let (at, role) = outlet::words(piece.str)
        .take(FARTHEST)
        .find_map(|at| Some((at, label::of(Kind::Role, &piece.str[at..])?)))?;
    let title = piece.behind(at).first(role.len);
    let affiliation = employer(piece.behind(at + role.len)).and_then(outlet::capitalised);
    Some((Some(title.span()), affiliation.map(Piece::span)))
}

/// What stands behind `for`.
fn employer(piece: Piece<'_>) -> Option<Piece<'_>> {
    let piece = piece.trim_start();
    label::of(Kind::For, piece.str).map(|label| piece.behind(label.full))
}
