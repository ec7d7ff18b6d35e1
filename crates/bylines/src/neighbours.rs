//! Names alone on a line, judged by the lines above and below.

use crate::agency::{self, Medium};
use crate::byline::{Byline, Contributor, Kind, Rule};
use crate::introduction;
use crate::line::{Class, Line};
use crate::people::People;
use crate::piece::Piece;
use crate::same::same_name;
use crate::title;
use crate::when;
use copydesk_lexicon::is_word;

/// A line of names, and the lines above and below.
pub(crate) struct Names<'l, 't> {
    pub(crate) line: Piece<'t>,
    pub(crate) people: &'l People<'t>,
    pub(crate) before: Option<&'l Line<'t>>,
    pub(crate) next: Option<&'l Line<'t>>,
}

impl<'t> Names<'_, 't> {
    /// The byline that the names make, judged by their neighbours.
    pub(crate) fn byline(&self) -> Option<Byline<'t>> {
        introduced(self.people, self.next).or_else(|| self.titled()).or_else(|| {
            let people = self.people;
            let rule = if self.is_above_agency() { Rule::NameWithRole } else { self.rule()? };
            Some(Byline { span: people.span.clone(), contributors: people.contributors.clone(), rule })
        })
    }

    /// With the title that fills the next line.
    fn titled(&self) -> Option<Byline<'t>> {
        let next =
            self.next.filter(|next| !matches!(next.class, Class::Read | Class::Value | Class::Names(_)))?;
        let title = title::at(next.piece).filter(|title| title.span == next.piece.span())?;
        let mut contributors = self.people.contributors.clone();
        for one in contributors.iter_mut().filter(|one| one.kind == Kind::Person) {
            one.title = Some(title.span.clone());
            one.affiliation.clone_from(&title.affiliation);
        }
        Some(Byline { span: self.people.span.start..title.span.end, contributors, rule: Rule::NameWithRole })
    }

    fn is_above_agency(&self) -> bool {
        let read = self.next.filter(|next| matches!(next.class, Class::Read));
        let agency = read.and_then(|next| agency::agency(next.piece.str));
        agency.is_some_and(|agency| agency.medium == Medium::Text)
    }

    /// What makes the names alone a byline, which they are not between other names.
    fn rule(&self) -> Option<Rule> {
        let neighbours = || [self.before, self.next].into_iter().flatten();
        if neighbours().any(|other| self.is_repeated(other)) {
            return Some(Rule::RepeatedName);
        }
        if neighbours().filter(|other| matches!(other.class, Class::Names(_))).count() == 2 {
            return None;
        }
        if neighbours().any(|other| when::is_line(other.piece.str)) {
            return Some(Rule::NameNearDate);
        }
        let is_twice = |one: &Contributor<'_>| self.line.str.matches(one.name).nth(1).is_some();
        let is_repeated = self.people.contributors.iter().any(is_twice);
        Some(if is_repeated { Rule::RepeatedName } else { Rule::BareName })
    }

    /// Whether a neighbour prints the names again, or describes a portrait.
    fn is_repeated(&self, other: &Line<'_>) -> bool {
        is_same(other.piece.str, self.line.str) || captions(other, self.people.contributors[0].name)
    }
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
