//! A label alone on its line, and the names on the next ones.

use crate::byline::{Byline, Rule};
use crate::given_name::has_given_name;
use crate::label::{self, Kind, Label};
use crate::labelled::{self, Opening};
use crate::pen_name::is_pen_name;
use crate::people::{self, End, Trust};
use crate::piece::Piece;
use crate::signs::Signs;
use copydesk_lexicon::is_upper;

/// A label that fills its line, or ends a short one: `Debate By`.
pub(crate) fn open(line: Piece<'_>, label: Option<Label>) -> Option<Opening> {
    let may_end_so = line.signs.may_have(Signs::LABEL);
    let last = || if may_end_so { last_label(line.str) } else { None };
    let label = label.filter(|label| label.full >= line.str.len()).or_else(last)?;
    let (rule, role, trust) = label.kinds().find_map(labelled::meaning)?;
    let rule = if rule == Rule::PhotoCredit { rule } else { Rule::LabelledNextLine };
    Some(Opening { rule, role, trust, len: line.str.len() })
}

/// A preposition in capitals behind one or two words.
fn last_label(line: &str) -> Option<Label> {
    const LONGEST: usize = 40;
    let (words, last) = Some(line).filter(|line| line.len() <= LONGEST)?.rsplit_once(' ')?;
    if !last.starts_with(is_upper) || words.split(' ').count() > 2 {
        return None;
    }
    label::of(Kind::By, last).filter(|label| label.len == last.len())
}

/// The names under a label.
pub(crate) fn value<'t>(label: Piece<'t>, opening: &Opening, line: Piece<'t>) -> Option<Byline<'t>> {
    let is_handle = is_pen_name(line.str) && label::of(Kind::By, label.str).is_some();
    let trust = if is_handle { Trust::Label } else { opening.trust };
    let people = people::list(line, opening.role, trust)?;
    // `Ada Example: "All of it is true"` is a headline.
    let is_said = people.rest.str.trim_start().starts_with([':', '：']);
    let is_clean = people.end() == End::Line || people.end() == End::Break && people.is_full && !is_said;
    let is_named = people.is_full || is_handle || trust == Trust::Label && label.str.ends_with([':', '：']);
    (is_clean && is_named)
        .then(|| Byline { span: label.at..people.span.end, ..people.into_byline(opening.rule) })
}

/// Further names of the list that names under a label began.
pub(crate) fn next_value<'t>(value: &Byline<'t>, line: Piece<'t>) -> Option<Byline<'t>> {
    let role = value.contributors.first().map(|one| one.role)?;
    let people = people::list(line, role, Trust::None)?;
    let is_name = people.is_full
        && people.end() == End::Line
        && people.contributors.iter().all(|one| has_given_name(one.name));
    (is_name && value.rule == Rule::LabelledNextLine).then(|| people.into_byline(value.rule))
}
