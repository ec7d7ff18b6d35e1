//! Names in a row: `list = member *( joint member / addition )`; additions are titles, outlets, places, addresses.

mod addition;
mod bearer;
mod end;
mod joint;
mod parser;

pub(crate) use end::End;

use crate::byline::{Byline, Contributor, Kind, Role, Rule};
use crate::label::{self, Label};
use crate::piece::Piece;
use crate::signs::Signs;
use crate::when;
use parser::Parser;
use std::ops::Range;

/// How far the words before a list vouch for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Trust {
    /// Nothing says that names follow.
    None,
    /// A preposition: names follow, or anything else.
    Preposition,
    /// A label: whatever follows is a name.
    Label,
}

/// A list of contributors.
pub(crate) struct People<'t> {
    /// Never empty.
    pub(crate) contributors: Vec<Contributor<'t>>,
    /// From the first name to the last addition.
    pub(crate) span: Range<usize>,
    /// What stands behind it.
    pub(crate) rest: Piece<'t>,
    /// Whether the first name is more than one word, or an agency's or outlet's.
    pub(crate) is_full: bool,
}

impl<'t> People<'t> {
    pub(crate) fn into_byline(self, rule: Rule) -> Byline<'t> {
        Byline { span: self.span, contributors: self.contributors, rule }
    }

    pub(crate) fn end(&self) -> End {
        End::of(self.rest)
    }

    /// Whether a date stands behind it.
    pub(crate) fn is_dated(&self) -> bool {
        when::at(self.rest.str).is_some()
    }

    pub(crate) fn has_title(&self) -> bool {
        self.contributors.iter().any(|one| one.title.is_some())
    }

    pub(crate) fn has_agency(&self) -> bool {
        self.contributors.iter().any(|one| one.agency.is_some())
    }

    pub(crate) fn has_person(&self) -> bool {
        self.contributors.iter().any(|one| one.kind == Kind::Person)
    }
}

/// The list of names that a text starts with.
pub(crate) fn list(piece: Piece<'_>, role: Role, trust: Trust) -> Option<People<'_>> {
    let rest = piece.trim_start();
    let label = label::at(rest.str);
    let people = Parser::of(rest, role, trust).read(label)?;
    // A date ends a list of names as a rule, and none of keywords.
    let goes_on = trust == Trust::Label && people.rest.str.starts_with(',');
    let lenient = || Parser::of(rest, role, trust).lenient().read(label);
    goes_on.then(lenient).flatten().filter(People::is_dated).or(Some(people))
}

/// The names that begin a line, for which nothing vouches: a full name and what goes on with it, or one word; `label` is
/// the longest phrase that begins the line.
pub(crate) fn unlabelled(line: Piece<'_>, label: Option<Label>) -> Option<People<'_>> {
    if label.is_some_and(|label| is_other(line, &label)) {
        return None;
    }
    let mut parser = Parser::of(line, Role::Author, Trust::None);
    let is_full = parser.only_member(label)?;
    Some(if is_full { parser.go_on(line, is_full) } else { parser.end(line, is_full) })
}

/// Whether a line begins with words that no name holds.
fn is_other(line: Piece<'_>, label: &Label) -> bool {
    let ends = matches!(line.str.as_bytes().get(label.len), None | Some(b' '));
    let is_initial = || label.len == 1 || line.str[..label.len].contains('.');
    ends && !is_initial()
        && label.ends_name(line.languages)
        && !label.is(label::Kind::Honorific)
        && !line.signs.may_have(Signs::AGENCY)
}
