//! Names behind a label: "By Jane Doe", "Autor: Jane Doe", "Foto: Jane Doe / AP".

use crate::byline::{Byline, Role, Rule};
use crate::label::{self, Joint, Kind, Label};
use crate::lines::Start;
use crate::people::{self, End, People, Trust};
use crate::piece::Piece;
use crate::signs::{Signs, rises};
use copydesk_lexicon::{is_upper, words};

/// What a label says of the names behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) rule: Rule,
    pub(crate) role: Role,
    pub(crate) trust: Trust,
    /// Bytes up to the names.
    pub(crate) len: usize,
}

/// A byline whose label the text starts with, and what stands behind it.
pub(crate) fn at(piece: Piece<'_>, start: Start) -> Option<(Byline<'_>, Piece<'_>)> {
    let may_open = start.is_free() || label::may_open_credit(piece.str);
    may_open.then(|| behind(piece, label::at(piece.str), start))?
}

/// The same, where the longest phrase that the text starts with is known.
pub(crate) fn behind(
    piece: Piece<'_>,
    label: Option<Label>,
    start: Start,
) -> Option<(Byline<'_>, Piece<'_>)> {
    let mut opening = opening(piece, label, start).filter(|opening| opening.may_start(start))?;
    if start == Start::Date {
        opening.trust = Trust::Label;
    }
    let people = people::list(piece.behind(opening.len), opening.role, opening.trust)?;
    if !is_convincing(&opening, &people, start) {
        return None;
    }
    let byline =
        Byline { span: piece.at..people.span.end, contributors: people.contributors, rule: opening.rule };
    Some((byline, people.rest))
}

impl Opening {
    /// Whether a label of this kind is one at such a place: prepositions stand everywhere in prose.
    fn may_start(&self, start: Start) -> bool {
        match start {
            Start::Line => true,
            Start::Separator | Start::Date => self.rule != Rule::Preposition,
            Start::Comma => {
                self.trust == Trust::Label && self.role != Role::Author || self.rule == Rule::PhotoCredit
            }
            Start::Colon => self.rule == Rule::PhotoCredit || self.role == Role::Source,
        }
    }
}

/// The label that a text starts with, if it can open a byline.
fn opening(piece: Piece<'_>, label: Option<Label>, start: Start) -> Option<Opening> {
    let opening = label.and_then(|label| label.kinds().find_map(|kind| open(kind, &label, piece.str)));
    opening.or_else(|| if start.is_free() { glued(piece) } else { None })
}

/// What a label of one kind opens: nouns need a colon or a preposition, phrases that end with one do not.
fn open(kind: Kind, label: &Label, text: &str) -> Option<Opening> {
    let (rule, role, trust) = meaning(kind)?;
    let by = label::of(Kind::By, &text[label.full..]);
    let is_joined = label.joint != Joint::None || by.is_some() || text.starts_with('©');
    let trust = if label.joint == Joint::Dash { Trust::Preposition } else { trust };
    let len = label.full + by.map_or(0, |by| by.full);
    (is_joined || is_phrase(kind, &text[..label.len])).then_some(Opening { rule, role, trust, len })
}

/// Whether a label leads over to names without a colon.
fn is_phrase(kind: Kind, label: &str) -> bool {
    let last = label.rsplit(' ').next().filter(|last| last.len() < label.len());
    match kind {
        Kind::By | Kind::ByWeak | Kind::WrittenBy => true,
        Kind::Reporting | Kind::Additional | Kind::Editing | Kind::Translation => last.is_some(),
        _ => last.is_some_and(|last| label::of(Kind::By, last).is_some_and(|by| by.len == last.len())),
    }
}

/// What a label is a label of.
pub(crate) fn meaning(kind: Kind) -> Option<(Rule, Role, Trust)> {
    Some(match kind {
        Kind::By => (Rule::Labelled, Role::Author, Trust::Preposition),
        Kind::ByWeak => (Rule::Preposition, Role::Author, Trust::Preposition),
        Kind::WrittenBy | Kind::Author => (Rule::Labelled, Role::Author, Trust::Label),
        Kind::Reporting => (Rule::Labelled, Role::Reporter, Trust::Label),
        Kind::Additional => (Rule::Labelled, Role::Contributor, Trust::Label),
        Kind::Editing => (Rule::Labelled, Role::Editor, Trust::Label),
        Kind::Translation => (Rule::Labelled, Role::Translator, Trust::Label),
        Kind::Photo => (Rule::PhotoCredit, Role::Photographer, Trust::Label),
        Kind::Video => (Rule::PhotoCredit, Role::Videographer, Trust::Label),
        Kind::Illustration => (Rule::PhotoCredit, Role::Illustrator, Trust::Label),
        Kind::Source => (Rule::Labelled, Role::Source, Trust::Label),
        _ => return None,
    })
}

/// `ByJane Doe`: a label whose blank was lost, seen by the capital inside a word.
fn glued(piece: Piece<'_>) -> Option<Opening> {
    const LONGEST: usize = 80;
    let piece = Some(piece).filter(|piece| piece.signs.may_have(Signs::RISE))?;
    let text = &piece.str[..piece.str.floor_char_boundary(LONGEST)];
    let at = rises(text).next()?;
    let label = label::at(&text[..at]).filter(|label| label.len == at)?;
    let opening = label.kinds().find_map(|kind| open(kind, &label, &text[..at]))?;
    (opening.rule == Rule::Labelled).then_some(opening)
}

/// `Ada ExampleByAda Example`, `2017AuthorAda Example`: a label whose blanks were lost on both sides.
pub(crate) fn between(line: Piece<'_>) -> Option<Byline<'_>> {
    let line = Some(line).filter(|line| line.signs.may_have(Signs::RISE))?;
    let mut before = None;
    rises(line.str).find_map(|at| labelled_between(line, before.replace(at)?, at))
}

/// `portrait.jpg Von Jane Doe 3. Mai 2017`: a preposition in capitals amid a line, before a name and a date.
pub(crate) fn amid(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 120;
    let may_be = |line: &Piece<'_>| line.signs.may_have(Signs::NUMBER) && line.signs.may_have(Signs::LABEL);
    let line = Some(line).filter(|line| line.str.len() <= LONGEST && may_be(line))?;
    words(line.str).filter(|at| line.str[*at..].starts_with(is_upper)).find_map(|at| {
        let label = label::of(Kind::By, &line.str[at..]).filter(|label| label.full > label.len)?;
        let people = people::list(line.behind(at + label.full), Role::Author, Trust::Preposition)?;
        let is_name = people.is_full && people.has_person() && people.is_dated();
        is_name.then(|| Byline {
            span: line.at + at..people.span.end,
            contributors: people.contributors,
            rule: Rule::Labelled,
        })
    })
}

fn labelled_between(line: Piece<'_>, start: usize, end: usize) -> Option<Byline<'_>> {
    let word = line.str.get(start..end)?;
    let label = label::at(word).filter(|label| label.len == word.len())?;
    let (rule, role, _) = label
        .kinds()
        .find_map(meaning)
        .filter(|(rule, role, _)| (*rule, *role) == (Rule::Labelled, Role::Author))?;
    let people = people::list(line.behind(end), role, Trust::Preposition)?;
    let is_name = people.is_full && people.has_person() && people.end() != End::Prose;
    is_name.then(|| Byline {
        span: line.at + start..people.span.end,
        contributors: people.contributors,
        rule,
    })
}

fn is_convincing(opening: &Opening, people: &People<'_>, start: Start) -> bool {
    let end = people.end();
    match (opening.rule, opening.trust) {
        (Rule::Preposition, _) => people.is_full && end == End::Line,
        (_, Trust::Preposition) => {
            let is_dated = start == Start::Date || people.is_dated();
            end != End::Prose && (people.is_full || is_dated) && !is_sentence(people.rest.str)
        }
        _ => end != End::Prose || people.is_full,
    }
}

/// Whether what follows a name is the rest of a sentence.
fn is_sentence(rest: &str) -> bool {
    const LONGEST: usize = 60;
    rest.len() > LONGEST && rest.ends_with(['.', '!', '?', '"', '”', '“', '。'])
}
