//! Names of writers that have not the shape of names: `harbourfan77`.

use crate::alone::Alone;
use crate::byline::{Byline, Contributor, Kind, Role, Rule};
use crate::given_name::is_given_name;
use crate::label::{self, Label};
use crate::line::Class;
use crate::piece::Piece;
use crate::when;
use copydesk_lexicon::{is_letter, is_number, is_upper, is_word};

/// `von harbourfan77`; a date must stand behind it, or on the next line.
pub(crate) fn behind_label(line: Piece<'_>, label: Option<Label>) -> Option<Alone<'_>> {
    let label = label.filter(|label| label.is(label::Kind::By) && label.full > label.len)?;
    let word = line.behind(label.full).until(char::is_whitespace);
    let looks_so = word.str.starts_with(is_upper) || word.str.contains(is_number);
    if !(looks_so && is_pen_name(word.str)) || label::at(word.str).is_some() {
        return None;
    }
    let kind = if is_given_name(word.str) { Kind::Person } else { Kind::Handle };
    let byline = Byline {
        span: line.at..word.span().end,
        contributors: vec![Contributor::new(word.str, word.span(), kind, Role::Author)],
        rule: Rule::Labelled,
    };
    let rest = &line.str[word.span().end - line.at..];
    if rest.trim().is_empty() {
        return Some(Alone::Class(Class::PenName(byline)));
    }
    when::at(rest).map(|_| Alone::Byline(byline))
}

/// Whether a line is one word of letters and digits.
pub(crate) fn is_pen_name(line: &str) -> bool {
    const LONGEST: usize = 30;
    line.len() <= LONGEST
        && line.starts_with(is_letter)
        && line.chars().all(|c| is_word(c) || matches!(c, '.' | '-'))
}
