//! A line without labelled names: names alone on it, beside a date, before a title, or a signature.

use crate::agency::{self, Medium};
use crate::byline::{Byline, Role, Rule};
use crate::credit;
use crate::given_name::{has_given_name, is_given_name};
use crate::label::{self, Kind, Label};
use crate::line::Class;
use crate::lines::{Start, starts};
use crate::outlet;
use crate::people::{self, End, People, Trust};
use crate::piece::Piece;
use crate::signs::Signs;
use crate::slug;
use crate::when;
use copydesk_lexicon::{is_number, is_upper};

/// What a line alone makes.
pub(crate) enum Alone<'t> {
    Byline(Byline<'t>),
    Class(Class<'t>),
}

/// Reads a line without labelled names; `people` are those that it starts with.
pub(crate) fn alone<'t>(line: Piece<'t>, label: Option<Label>, people: Option<People<'t>>) -> Alone<'t> {
    let Some(people) = people else {
        let byline = dated_name(line).or_else(|| signed_or_dated(line, label));
        return byline.map_or(Alone::Class(Class::Other), Alone::Byline);
    };
    if let Some(byline) = credit::unlabelled_picture(line, &people) {
        return Alone::Byline(byline);
    }
    let is_person = people.has_person() && people.is_full;
    let rule = match people.end() {
        End::Line if !people.has_person() => agency_line(&people).filter(|_| !line.str.contains('|')),
        End::Line if !is_person && is_given_name(line.str) => {
            return Alone::Class(Class::Awaiting(Box::new(people)));
        }
        End::Line if !is_person => None,
        End::Line if people.has_title() || people.has_agency() => Some(Rule::NameBeforeLabel),
        End::Line => return Alone::Class(Class::Names(Box::new(people))),
        End::Break if is_person && is_beside_date(people.rest.str) => Some(Rule::NameBesideDate),
        End::Break
            if !people.has_person() && (is_beside_date(people.rest.str) || is_outlet(people.rest.str)) =>
        {
            agency_line(&people)
        }
        _ => None,
    };
    let byline = rule.map_or_else(|| signed_or_dated(line, label), |rule| Some(people.into_byline(rule)));
    byline.map_or(Alone::Class(Class::Other), Alone::Byline)
}

/// Whether a date follows a name, at once or behind a separator; the line of a table and a quoted post do not count.
fn is_beside_date(rest: &str) -> bool {
    rest.len() <= LONGEST_REST
        && !rest.contains(['\t', '@'])
        && std::iter::once(rest).chain(rest.split(outlet::is_separator)).any(|part| when::at(part).is_some())
}

/// `/The Post`: the article tells the outlet from a photographer.
fn is_outlet(rest: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let outlet =
        rest.strip_prefix(['/', '／']).map(str::trim_start).filter(|name| name.starts_with(is_upper));
    outlet.is_some_and(|name| {
        let article = label::of(Kind::Stop, name);
        article.is_some_and(|article| article.full < name.len()) && name.split(' ').count() <= MOST_WORDS
    })
}

/// `Redakteurin Ada Example`, alone on its line.
pub(crate) fn titled(line: Piece<'_>, label: Option<Label>) -> Option<Byline<'_>> {
    let label = label.filter(|label| label.is(Kind::Role) && label.full < line.str.len())?;
    let people = people::list(line, Role::Author, Trust::Preposition)?;
    let is_name = people.is_full && people.has_person() && people.has_title();
    let is_apart = label.full > label.len;
    (is_name && is_apart && people.end() == End::Line).then(|| people.into_byline(Rule::NameBeforeLabel))
}

/// `About Ada`, with a count of her articles behind it at most.
pub(crate) fn about(line: Piece<'_>, label: Option<Label>) -> Option<People<'_>> {
    let label = label.filter(|label| label.is(Kind::About) && label.full > label.len)?;
    let people = people::list(line.behind(label.full), Role::Author, Trust::None)?;
    (people.has_person() && people.end() != End::Prose).then_some(people)
}

fn agency_line(people: &People<'_>) -> Option<Rule> {
    let found = agency::find(people.contributors.first()?.name).filter(|found| !found.is_weak)?;
    Some(if found.agency.medium == Medium::Photo { Rule::PhotoCredit } else { Rule::OutletLine })
}

fn signed_or_dated(line: Piece<'_>, label: Option<Label>) -> Option<Byline<'_>> {
    slug::line(line, label).or_else(|| name_behind_date(line))
}

/// `outlet date name`, where a date stands amid a short line and a name ends it.
fn name_behind_date(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 100;
    let line = Some(line).filter(|line| line.str.len() <= LONGEST && line.signs.may_have(Signs::NUMBER))?;
    let start = line.str.find(is_number).filter(|at| *at > 0)?;
    let date = when::at(&line.str[start..])?;
    let people = people::list(line.behind(start + date), Role::Author, Trust::None)?;
    let is_name = people.is_full && people.has_person() && people.end() == End::Line;
    let is_known = || people.contributors.iter().all(|one| has_given_name(one.name));
    (is_name && is_known()).then(|| people.into_byline(Rule::NameBesideDate))
}

/// `date separator name`
fn dated_name(line: Piece<'_>) -> Option<Byline<'_>> {
    let line = Some(line).filter(|line| line.signs.may_have(Signs::NUMBER))?;
    let (at, _) = starts(line).find(|(_, start)| *start == Start::Date)?;
    let people = people::list(line.behind(at), Role::Author, Trust::None)?;
    let is_name = people.is_full && people.has_person() && people.end() != End::Prose && !people.has_agency();
    let is_short = people.rest.str.len() <= LONGEST_REST && !line.str.contains('\t');
    (is_name && is_short).then(|| people.into_byline(Rule::NameBesideDate))
}

/// The longest text that may follow a name on the line of a date, in bytes.
const LONGEST_REST: usize = 70;
