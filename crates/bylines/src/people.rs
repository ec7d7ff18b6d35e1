//! Names in a row: `list = member *( joint member / addition )`; additions are titles, outlets, places, addresses.

use crate::agency::{self, agency};
use crate::byline::{Byline, Contributor, Kind, Role, Rule};
use crate::given_name::is_given_name;
use crate::label::{self, Kind as Word, Label};
use crate::languages::Languages;
use crate::name::{self, Name, Script};
use crate::outlet;
use crate::piece::Piece;
use crate::signs::{Signs, rises};
use crate::title;
use crate::when;
use copydesk_lexicon::{is_letter, is_lower, is_number, is_upper, words};
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

/// What follows a list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Nothing.
    Line,
    /// A separator, a number, a date, or a word that begins something new.
    Break,
    /// Words that make it a sentence.
    Prose,
}

impl End {
    fn of(rest: Piece<'_>) -> Self {
        let rest = rest.str.trim_start();
        match rest.chars().next() {
            None => Self::Line,
            Some(_) if !rest.contains(char::is_alphanumeric) && !rest.contains(['?', '!', '…']) => {
                Self::Line
            }
            Some('.' | '?' | '!' | '…' | '\'' | '’' | '´' | '"' | '”' | '“') => Self::Prose,
            Some(c) if is_letter(c) && !label::at(rest).is_some_and(|label| label.any(begins_anew)) => {
                Self::Prose
            }
            Some(_) => Self::Break,
        }
    }
}

fn begins_anew(word: Word) -> bool {
    use Word::{Bio, Commenter, Conjunction, Honorific, Organisation, Particle, Place, Suffix};
    !matches!(word, Particle | Honorific | Suffix | Conjunction | Bio | Commenter | Organisation | Place)
}

/// The list of names that a text starts with.
pub(crate) fn list(piece: Piece<'_>, role: Role, trust: Trust) -> Option<People<'_>> {
    let rest = piece.trim_start();
    let label = label::at(rest.str);
    let people = Parser::of(rest, role, trust).read(label)?;
    // A date ends a list of names as a rule, and none of keywords.
    let goes_on = trust == Trust::Label && people.rest.str.starts_with(',');
    let lenient = || Parser { is_lenient: true, ..Parser::of(rest, role, trust) }.read(label);
    goes_on.then(lenient).flatten().filter(People::is_dated).or(Some(people))
}

/// The names that begin a line, for which nothing vouches: a full name and what goes on with it, or one word; `label` is
/// the longest phrase that begins the line.
pub(crate) fn unlabelled(line: Piece<'_>, label: Option<Label>) -> Option<People<'_>> {
    let mut parser = Parser::of(line, Role::Author, Trust::None);
    let is_full = parser.member(label)?;
    Some(if is_full { parser.go_on(line, is_full) } else { parser.end(line, is_full) })
}

struct Parser<'t> {
    rest: Piece<'t>,
    role: Role,
    trust: Trust,
    found: Vec<Contributor<'t>>,
    /// Whether any word may be the next name.
    is_lenient: bool,
}

impl<'t> Parser<'t> {
    fn of(rest: Piece<'t>, role: Role, trust: Trust) -> Self {
        Self { rest, role, trust, found: Vec::new(), is_lenient: false }
    }

    /// Reads names as long as they go on; `label` is the longest phrase of the first.
    fn read(mut self, label: Option<Label>) -> Option<People<'t>> {
        let all = self.rest;
        let is_full = self.member(label)?;
        Some(self.go_on(all, is_full))
    }

    /// Reads what follows the first name, from which on all is text.
    fn go_on(mut self, all: Piece<'t>, is_full: bool) -> People<'t> {
        while self.step(is_full) {}
        self.end(all, is_full)
    }

    fn end(self, all: Piece<'t>, is_full: bool) -> People<'t> {
        let end = all.str.len() - self.rest.str.len();
        People { contributors: self.found, span: all.first(end).trim().span(), rest: self.rest, is_full }
    }

    /// Reads one name, of which `label` is the longest phrase; says whether it is a full one.
    fn member(&mut self, label: Option<Label>) -> Option<bool> {
        let (title, label) = self.leading_title(label);
        let bearer = self.bearer(label)?;
        let name = self.take(bearer.len);
        self.repetition(name.str);
        let contributor = Contributor::new(name.str, name.span(), bearer.kind, self.role);
        self.found.push(Contributor { title, agency: bearer.agency, ..contributor });
        self.suffix();
        Some(bearer.is_full)
    }

    /// The same name once more, from the alternative text of a portrait.
    fn repetition(&mut self, name: &str) {
        let behind = self.rest.trim_start();
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        if behind.str.strip_prefix(name).is_some_and(ends) {
            self.rest = behind.behind(name.len());
        }
    }

    fn take(&mut self, len: usize) -> Piece<'t> {
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

    /// Who bears the name that comes; `label` is the longest phrase there.
    fn bearer(&self, label: Option<Label>) -> Option<Bearer> {
        let body = |len, agency| Bearer { len, kind: Kind::Organisation, is_full: true, agency };
        if let Some(found) = agency::at(self.rest.str) {
            return Some(body(found.len, Some(found.agency.code)));
        }
        if self.trust > Trust::None
            && let Some(len) = before_agency(self.rest)
            && name::at(self.rest.first(len), label).is_some_and(|name| name.len == len)
        {
            return Some(Bearer { len, kind: Kind::Person, is_full: true, agency: None });
        }
        if self.trust > Trust::None
            && let Some(len) = outlet::at(self.rest)
        {
            return Some(body(len, None));
        }
        match name::at(self.rest, label).filter(|name| self.is_name(name)) {
            Some(name) => {
                let is_initials = !name.is_full() && is_initials(&self.rest.str[..name.len]);
                let kind = if is_initials { Kind::Organisation } else { Kind::Person };
                Some(Bearer { len: name.len, kind, is_full: name.is_full(), agency: None })
            }
            None => self.handle(label.is_some()),
        }
    }

    /// Where nothing vouches for it, only capitals make a name; a name that a digit goes on with is a pen name.
    fn is_name(&self, name: &Name) -> bool {
        let text = self.rest.str;
        match self.trust {
            Trust::None => name.script == Script::Cased && text.starts_with(is_upper) || self.has_role(name),
            Trust::Preposition => name.script != Script::Uncased || self.is_alone(name),
            Trust::Label => {
                name.is_full() || !text[name.len..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
            }
        }
    }

    /// Whether a job title follows: `홍길동 기자`.
    fn has_role(&self, name: &Name) -> bool {
        label::of(Word::Role, self.rest.str[name.len..].trim_start()).is_some()
    }

    /// Whether nothing follows, or a separator.
    fn is_alone(&self, name: &Name) -> bool {
        self.rest.str[name.len..]
            .trim_start()
            .chars()
            .next()
            .is_none_or(|c| outlet::is_separator(c) || is_number(c))
    }

    /// Behind a label a single word of any shape is a pen name.
    fn handle(&self, is_known: bool) -> Option<Bearer> {
        let text = self.rest.str;
        let is_account = text.starts_with('@');
        let is_word = self.trust == Trust::Label && text.starts_with(char::is_alphanumeric) && !is_known;
        if !(is_account || is_word) {
            return None;
        }
        let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | ':' | ';' | '/');
        let len = text.find(is_end).unwrap_or(text.len());
        (len > 1).then_some(Bearer { len, kind: Kind::Handle, is_full: false, agency: None })
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

    fn addition(&mut self, behind: Behind<'t>) -> bool {
        self.parenthesis(behind.piece)
            || self.glued_agency()
            || self.employer(behind)
            || self.origin(behind)
            || self.account(behind.piece)
            || self.qualifier(behind)
    }

    /// `(Affiliation)`
    fn parenthesis(&mut self, behind: Piece<'t>) -> bool {
        let Some(inside) = behind.str.strip_prefix(['(', '（']) else { return false };
        let Some(len) = inside.find([')', '）']) else { return false };
        let open = behind.str.len() - inside.len();
        self.qualify(behind.behind(open).first(len).trim());
        self.rest = behind.behind(open + len).behind(inside[len..].chars().next().map_or(0, char::len_utf8));
        true
    }

    /// `Jane DoeReuters`
    fn glued_agency(&mut self) -> bool {
        let is_glued = self.rest.str.starts_with(is_upper);
        let Some(found) = is_glued.then(|| agency::at(self.rest.str)).flatten() else { return false };
        let span = self.take(found.len).span();
        self.add(None, Some(&span), Some(found.agency.code));
        true
    }

    /// `for The Post`
    fn employer(&mut self, behind: Behind<'t>) -> bool {
        let Some(label) = behind.label.filter(|label| label.is(Word::For)) else { return false };
        let outlet = outlet::segment(behind.piece.behind(label.full));
        if outlet.is_empty() || !outlet.str.starts_with(|c: char| !is_lower(c)) {
            return false;
        }
        self.add(None, Some(&outlet.span()), agency(outlet.str).map(|agency| agency.code));
        self.rest = behind.piece.behind(label.full + outlet.str.len());
        true
    }

    /// `in Berlin`
    fn origin(&mut self, behind: Behind<'t>) -> bool {
        let Some(label) = behind.label.filter(|label| label.is(Word::From)) else { return false };
        let place = outlet::segment(behind.piece.behind(label.full));
        let place = place.first(conjunction(place.str).unwrap_or(place.str.len()));
        let is_place = place.str.starts_with(is_upper) && words(place.str).count() <= 4;
        if is_place {
            self.rest = behind.piece.behind(label.full + place.str.len());
        }
        is_place
    }

    /// `@account`, `name@example.org`
    fn account(&mut self, behind: Piece<'t>) -> bool {
        let len = behind
            .str
            .find(|c: char| c.is_whitespace() || matches!(c, ',' | '|'))
            .unwrap_or(behind.str.len());
        let is_account = behind.str[..len].contains('@') && len > 2;
        if is_account {
            self.rest = behind.behind(len);
        }
        is_account
    }

    /// A title, agency or outlet behind a separator, or a title behind a blank.
    fn qualifier(&mut self, behind: Behind<'t>) -> bool {
        let separator = behind.piece.str.chars().next().filter(|c| is_joint(*c));
        let piece = behind.piece.behind(separator.map_or(0, char::len_utf8)).trim_start();
        let is_role = || behind.label.is_some_and(|label| label.is(Word::Role) && !is_heading(&label));
        if piece.is_empty() || separator.is_none() && !is_role() {
            return false;
        }
        let len = self.qualify(piece);
        if len > 0 {
            self.rest = piece.behind(len);
        }
        len > 0
    }

    /// Reads what a text says about the names before it; gives the bytes read.
    fn qualify(&mut self, piece: Piece<'t>) -> usize {
        if let Some(found) =
            agency::at(piece.str).filter(|found| End::of(piece.behind(found.len)) != End::Prose)
        {
            self.add(None, Some(&piece.first(found.len).span()), Some(found.agency.code));
            return found.len;
        }
        if let Some(title) = title::at(piece) {
            let len = title.span.end - piece.at;
            self.add(Some(&title.span), title.affiliation.as_ref(), None);
            return len;
        }
        let Some(len) = outlet::at(piece) else { return 0 };
        self.add(None, Some(&piece.first(len).span()), None);
        len
    }

    /// Adds to all who lack it.
    fn add(
        &mut self,
        title: Option<&Range<usize>>,
        outlet: Option<&Range<usize>>,
        agency: Option<&'static str>,
    ) {
        for one in self.found.iter_mut().filter(|one| one.kind != Kind::Organisation) {
            one.title = one.title.take().or_else(|| title.cloned());
            if one.affiliation.is_none() {
                one.affiliation = outlet.cloned();
                one.agency = agency;
            }
        }
    }
}

/// What stands behind a name, and the longest phrase that it starts with.
#[derive(Clone, Copy)]
struct Behind<'t> {
    piece: Piece<'t>,
    label: Option<Label>,
}

/// Whether a capitalised word is no given name that is known.
fn is_keyword(word: &str) -> bool {
    word.starts_with(is_upper) && !is_given_name(word)
}

/// `SPÖ`
fn is_initials(name: &str) -> bool {
    const LONGEST: usize = 5;
    name.chars().count() <= LONGEST && name.chars().all(is_upper)
}

/// Who a name belongs to.
struct Bearer {
    len: usize,
    kind: Kind,
    is_full: bool,
    agency: Option<&'static str>,
}

/// What stands between two names.
struct Joint {
    len: usize,
    /// Whether it is a word for "and", and no mere separator.
    is_word: bool,
}

impl Joint {
    /// The joint that a text starts with; `before` is the name that a blank separates from it.
    fn at(behind: Behind<'_>, before: Option<&Contributor<'_>>) -> Option<Self> {
        let text = behind.piece.str;
        if let Some(rest) = text.strip_prefix([',', '，', '、', ';', '/', '／']) {
            let next = rest.trim_start();
            let and = conjunction_at(next);
            let len = text.len() - next.len() + and.unwrap_or_default();
            return Some(Self { len, is_word: and.is_some() });
        }
        if let Some(and) = behind.label.filter(|label| is_conjunction(label, behind.piece.languages)) {
            return Some(Self { len: and.len, is_word: true });
        }
        let is_spaceless = |one: &Contributor<'_>| one.name.chars().all(copydesk_lexicon::is_spaceless);
        // Behind a name that was not read to its end.
        let goes_on = || is_given_name(text.split(' ').next().unwrap_or_default());
        before
            .is_some_and(|one| {
                one.kind == Kind::Person && (is_spaceless(one) || text.starts_with(is_upper) && goes_on())
            })
            .then_some(Self { len: 0, is_word: false })
    }
}

/// Bytes before an agency of which the blank before it was lost: `Jane DoeReuters`.
fn before_agency(piece: Piece<'_>) -> Option<usize> {
    const LONGEST: usize = 48;
    let text = Some(piece.str).filter(|_| piece.signs.may_have(Signs::RISE))?;
    rises(text).take_while(|at| *at <= LONGEST).find(|at| agency::at(&text[*at..]).is_some())
}

/// Whether a phrase begins another list: `编辑：陈安然`, where `记者陈安然` goes on with this one.
fn is_heading(label: &Label) -> bool {
    label.joint == label::Joint::Colon
}

/// Whether a word joins names: `in` does in Slovenian alone, and leads to a place elsewhere.
fn is_conjunction(label: &Label, languages: Languages) -> bool {
    let is_own =
        || label.languages(Word::Conjunction).is_some_and(|tags| tags.iter().any(|tag| languages.has(tag)));
    label.is(Word::Conjunction) && (!label.any(|word| matches!(word, Word::From | Word::For)) || is_own())
}

fn conjunction_at(text: &str) -> Option<usize> {
    label::of(Word::Conjunction, text).map(|label| label.len)
}

/// Where the first conjunction of a text starts.
fn conjunction(text: &str) -> Option<usize> {
    words(text).find(|at| conjunction_at(&text[*at..]).is_some())
}

fn is_joint(c: char) -> bool {
    outlet::is_separator(c) && !matches!(c, '(' | '（' | '@') || matches!(c, '-' | '–' | '—' | '―')
}
