use super::bearer::Bearer;
use super::joint::{Behind, Joint};
use super::{People, Trust};
use crate::byline::{Contributor, Kind, Role};
use crate::given_name::is_given_name;
use crate::label::{self, Kind as Word, Label};
use crate::name;
use crate::piece::Piece;
use crate::signs::Signs;
use copydesk_lexicon::is_upper;
use std::ops::Range;

/// Reads a list of names from the text that is left.
pub(super) struct Parser<'t> {
    pub(super) rest: Piece<'t>,
    role: Role,
    pub(super) trust: Trust,
    pub(super) found: Vec<Contributor<'t>>,
    /// Whether any word may be the next name.
    is_lenient: bool,
}

impl<'t> Parser<'t> {
    pub(super) fn of(rest: Piece<'t>, role: Role, trust: Trust) -> Self {
        Self { rest, role, trust, found: Vec::new(), is_lenient: false }
    }

    pub(super) fn lenient(self) -> Self {
        Self { is_lenient: true, ..self }
    }

    /// Reads names as long as they go on; `label` is the longest phrase of the first.
    pub(super) fn read(mut self, label: Option<Label>) -> Option<People<'t>> {
        let all = self.rest;
        let is_full = self.member(label)?;
        Some(self.go_on(all, is_full))
    }

    /// Reads what follows the first name, from which on all is text.
    pub(super) fn go_on(mut self, all: Piece<'t>, is_full: bool) -> People<'t> {
        while self.step(is_full) {}
        self.end(all, is_full)
    }

    pub(super) fn end(self, all: Piece<'t>, is_full: bool) -> People<'t> {
        let end = all.str.len() - self.rest.str.len();
        People { contributors: self.found, span: all.first(end).trim().span(), rest: self.rest, is_full }
    }

    /// Reads one name, of which `label` is the longest phrase; says whether it is a full one.
    pub(super) fn member(&mut self, label: Option<Label>) -> Option<bool> {
        let (title, label) = self.leading_title(label);
        let bearer = self.bearer(label)?;
        self.push(title, &bearer);
        Some(bearer.is_full)
    }

    /// The same, unless it is one word of a person's name and more words follow.
    pub(super) fn only_member(&mut self, label: Option<Label>) -> Option<bool> {
        let (title, label) = self.leading_title(label);
        if name::begins_sentence(self.rest.str) && !self.rest.signs.may_have(Signs::AGENCY) {
            return None;
        }
        let bearer = self.bearer(label)?;
        let goes_on = || self.rest.str[bearer.len..].contains(char::is_alphanumeric);
        if !bearer.is_full && bearer.kind == Kind::Person && goes_on() {
            return None;
        }
        self.push(title, &bearer);
        Some(bearer.is_full)
    }

    fn push(&mut self, title: Option<Range<usize>>, bearer: &Bearer) {
        let name = self.take(bearer.len);
        self.repetition(name.str);
        let contributor = Contributor::new(name.str, name.span(), bearer.kind, self.role);
        self.found.push(Contributor { title, agency: bearer.agency, ..contributor });
        self.suffix();
    }

    /// The same name once more, from the alternative text of a portrait.
    fn repetition(&mut self, name: &str) {
        let behind = self.rest.trim_start();
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        if behind.str.strip_prefix(name).is_some_and(ends) {
            self.rest = behind.behind(name.len());
        }
    }

    pub(super) fn take(&mut self, len: usize) -> Piece<'t> {
        let taken = self.rest.first(len);
        self.rest = self.rest.behind(len);
        taken
    }

    /// A job or an honorific before the name: "Rechtsanwalt Jane Doe", "Prof. Dr. Jane Doe"; and the phrase behind it.
    fn leading_title(&mut self, mut found: Option<Label>) -> (Option<Range<usize>>, Option<Label>) {
        let mut title = None;
        let trust = self.trust;
        let is_leading = |word| word == Word::Honorific || word == Word::Role && trust > Trust::None;
        loop {
            let len = self.rest.str.len();
            let leads =
                |label: &Label| label.any(is_leading) && (self.found.is_empty() || !is_heading(label));
            let Some(label) = found.filter(|label| leads(label) && label.full < len) else {
                return (title, found);
            };
            let span = self.take(label.len).span();
            title = if label.is(Word::Role) { Some(span) } else { title };
            self.rest = self.rest.behind(label.full - label.len);
            found = label::at(self.rest.str);
        }
    }

    /// `", PhD"`
    fn suffix(&mut self) {
        let behind = self.rest.trim_start();
        if let Some(rest) = behind.str.strip_prefix(',').map(str::trim_start)
            && let Some(suffix) = label::of(Word::Suffix, rest)
        {
            self.take(self.rest.str.len() - rest.len() + suffix.len);
        }
    }

    /// Reads the next name, or what is said of those before.
    fn step(&mut self, is_full: bool) -> bool {
        let behind = self.rest.trim_start();
        if behind.is_empty() {
            return false;
        }
        let behind = Behind { piece: behind, label: label::at(behind.str) };
        self.next_member(is_full, behind) || self.addition(behind)
    }

    fn next_member(&mut self, is_full: bool, behind: Behind<'t>) -> bool {
        let (rest, found) = (self.rest, self.found.len());
        let is_apart = behind.piece.at > rest.at;
        let Some(joint) = Joint::at(behind, self.found.last().filter(|_| is_apart)) else { return false };
        self.rest = behind.piece.behind(joint.len).trim_start();
        let is_member = self.member(label::at(self.rest.str)).is_some_and(|is_full_too| {
            let one = self.found.last();
            let is_body = one.is_some_and(|one| one.kind == Kind::Organisation);
            let after_person = self.found[..found].iter().any(|one| one.kind == Kind::Person);
            // A category or keyword, not the next given name alone.
            let is_odd = || {
                !self.is_lenient && one.is_some_and(|one| one.kind == Kind::Person && is_keyword(one.name))
            };
            joint.is_word && (is_full_too || self.trust == Trust::Label)
                || (is_full_too || !is_full && self.trust == Trust::Label && !is_odd())
                    && !(is_body && after_person)
        });
        if !is_member {
            self.rest = rest;
            self.found.truncate(found);
        }
        is_member
    }
}

/// Whether a capitalised word is no given name that is known.
fn is_keyword(word: &str) -> bool {
    word.starts_with(is_upper) && !is_given_name(word)
}

/// Whether a phrase begins another list: `编辑：陈安然`, where `记者陈安然` goes on with this one.
pub(super) fn is_heading(label: &Label) -> bool {
    label.joint == label::Joint::Colon
}
