//! Names alone on a line, judged by the lines above and below.

use crate::agency::{self, Medium};
use crate::byline::{Byline, Kind, Rule};
use crate::introduction;
use crate::line::{Class, Line};
use crate::people::People;
use crate::piece::Piece;
use crate::same::same_name;
use crate::title;
use crate::when;
use copydesk_lexicon::is_word;

/// A line of names, judged by its neighbours.
pub(crate) fn names<'t>(
    line: Piece<'t>,
    people: &People<'t>,
    before: Option<&Line<'t>>,
    next: Option<&Line<'t>>,
) -> Option<Byline<'t>> {
    let mut contributors = people.contributors.clone();
    let is_same = |other: Option<&Line<'_>>| other.is_some_and(|other| is_same(other.piece.str, line.str));
    let is_captioned =
        |other: Option<&Line<'_>>| other.is_some_and(|other| captions(other, people.contributors[0].name));
    let is_repeated = || is_same(before) || is_same(next) || is_captioned(before) || is_captioned(next);
    let are_names =
        |other: Option<&Line<'_>>| other.is_some_and(|other| matches!(other.class, Class::Names(_)));
    let mut span = people.span.clone();
    let title = next
        .filter(|next| !matches!(next.class, Class::Read | Class::Value | Class::Names(_)))
        .and_then(|next| whole_title(next.piece));
    let agency =
        next.filter(|next| matches!(next.class, Class::Read)).and_then(|next| agency::agency(next.piece.str));
    let rule = if introduced(people, next).is_some() {
        Rule::Introduced
    } else if let Some(title) = title {
        span.end = title.span.end;
        for one in contributors.iter_mut().filter(|one| one.kind == Kind::Person) {
            one.title = Some(title.span.clone());
            one.affiliation.clone_from(&title.affiliation);
        }
        Rule::NameWithRole
    } else if agency.is_some_and(|agency| agency.medium == Medium::Text) {
        Rule::NameWithRole
    } else if is_repeated() {
        Rule::RepeatedName
    } else if are_names(before) && are_names(next) {
        return None;
    } else if [before, next].into_iter().flatten().any(|other| when::is_line(other.piece.str)) {
        Rule::NameNearDate
    } else if contributors.iter().any(|one| line.str.matches(one.name).nth(1).is_some()) {
        Rule::RepeatedName
    } else {
        Rule::BareName
    };
    Some(Byline { span, contributors, rule })
}

/// The names of a line, if the next one introduces the first of them.
pub(crate) fn introduced<'t>(people: &People<'t>, next: Option<&Line<'t>>) -> Option<Byline<'t>> {
    let name = people.contributors.first()?.name;
    let is_introduced = next.is_some_and(|next| introduction::of(name, next.piece.str));
    is_introduced.then(|| Byline {
        span: people.span.clone(),
        contributors: people.contributors.clone(),
        rule: Rule::Introduced,
    })
}

/// Whether a line beside some names prints one of them, with few words around it: the description of a portrait.
fn captions(other: &Line<'_>, name: &str) -> bool {
    const MORE: usize = 24;
    match &other.class {
        Class::Names(people) => people.contributors.iter().any(|one| same_name(one.name, name)),
        Class::Other => other.piece.str.len() <= name.len() + MORE && holds(other.piece.str, name),
        _ => false,
    }
}

/// Whether a line holds a name between its words.
fn holds(line: &str, name: &str) -> bool {
    let is_end = |c: Option<char>| c.is_none_or(|c| !is_word(c));
    line.find(name).is_some_and(|at| {
        is_end(line[..at].chars().next_back()) && is_end(line[at + name.len()..].chars().next())
    })
}

/// Whether two lines print the same name, and little else.
fn is_same(a: &str, b: &str) -> bool {
    a.len() <= 2 * b.len() && b.len() <= 2 * a.len() && same_name(a, b)
}

/// A title that fills its line.
fn whole_title(line: Piece<'_>) -> Option<title::Title> {
    title::at(line).filter(|title| title.span == line.span())
}
