use crate::agency::{self, Medium};
use crate::biography;
use crate::byline::{Byline, Contributor, Kind, Role, Rule};
use crate::credit;
use crate::given_name::{has_given_name, is_given_name};
use crate::label::{self, Label};
use crate::labelled::{self, Opening};
use crate::lines::{Start, lines, starts};
use crate::neighbours::{introduced, names};
use crate::outlet;
use crate::people::{self, End, People, Trust};
use crate::piece::Piece;
use crate::signs::Signs;
use crate::slug;
use crate::when;
use copydesk_lexicon::{is_letter, is_number, is_upper, is_word};
use std::cmp::Reverse;
use std::ops::Range;

/// All bylines and credits of a text, in its order; their spans are disjoint.
///
/// ```
/// let found = copydesk_bylines::find("Flood in the valley\nBy Ada Example and Karl Muster\n");
/// let names: Vec<&str> = found[0].contributors.iter().map(|one| one.name).collect();
/// assert_eq!(names, ["Ada Example", "Karl Muster"]);
/// ```
pub fn find(text: &str) -> Vec<Byline<'_>> {
    find_in(text, 0..text.len())
}

/// The bylines and credits of the lines that start within a range of bytes.
pub fn find_in(text: &str, range: Range<usize>) -> Vec<Byline<'_>> {
    let mut finder = Finder { found: Vec::new(), before: None, line: None };
    for line in lines(text, range) {
        finder.push(line);
    }
    finder.decide(None);
    disjoint(finder.found)
}

/// In the order of the text; of two that overlap, the first and longer.
fn disjoint(mut found: Vec<Byline<'_>>) -> Vec<Byline<'_>> {
    found.sort_by_key(|byline| (byline.span.start, Reverse(byline.span.end)));
    let mut end = 0;
    found.retain(|byline| {
        let is_free = byline.span.start >= end;
        end = if is_free { byline.span.end } else { end };
        is_free
    });
    found
}

/// The longest line that is read as a whole, in bytes.
const LONGEST: usize = 320;
/// A line of whole sentences that is as long as this is prose, unless a label begins it.
const SENTENCE: usize = 120;

/// Whether a line is prose, of which only head and tail are read.
fn is_prose(line: &str, label: Option<Label>) -> bool {
    const ENDS: [char; 12] = ['.', '!', '?', '。', '！', '？', '”', '"', '»', '।', '۔', '؟'];
    let is_labelled =
        || label.is_some_and(|label| label.kinds().any(|kind| labelled::meaning(kind).is_some()));
    line.len() > LONGEST || line.len() >= SENTENCE && line.ends_with(ENDS) && !is_labelled()
}

/// Reads line after line, and decides about a line when it knows its neighbours.
struct Finder<'t> {
    found: Vec<Byline<'t>>,
    before: Option<Line<'t>>,
    line: Option<Line<'t>>,
}

pub(crate) struct Line<'t> {
    pub(crate) piece: Piece<'t>,
    pub(crate) class: Class<'t>,
}

/// What a line is for its neighbours.
pub(crate) enum Class<'t> {
    /// Bylines were found on it.
    Read,
    /// Names under a label.
    Value,
    /// A label without names.
    Label(Opening),
    /// Names and nothing else.
    Names(People<'t>),
    /// Names that make a byline if the next line introduces the first of them: a given name alone, `About Ada`.
    Awaiting(People<'t>),
    /// A preposition and a pen name, of which a date below makes a byline.
    PenName(Byline<'t>),
    Other,
}

impl<'t> Finder<'t> {
    fn push(&mut self, piece: Piece<'t>) {
        let class = self.read(piece);
        let next = Line { piece, class };
        self.decide(Some(&next));
        self.before = self.line.replace(next);
    }

    /// Reads a line by itself.
    fn read(&mut self, line: Piece<'t>) -> Class<'t> {
        let count = self.found.len();
        credit::of_paragraph(line, &mut self.found);
        let head = line.first(line.str.floor_char_boundary(LONGEST));
        let label = label::at(head.str);
        let (is_prose, may_be_biography) = (is_prose(line.str, label), head.str.starts_with(is_upper));
        // Of prose nothing is a list of names but the start of a biography.
        let may_be_names = may_be_biography || !is_prose;
        let people = if may_be_names { people::unlabelled(head, label) } else { None };
        if may_be_biography {
            self.found.extend(people.as_ref().and_then(biography::of));
        }
        if is_prose {
            self.found.extend(credit::of_caption(line));
            return Class::Other;
        }
        let date = self.statements(line, label);
        if self.found.len() > count {
            return Class::Read;
        }
        if let Some(opening) = open_label(line.str, label) {
            return Class::Label(opening);
        }
        if let Some(byline) = self.under_label(line) {
            self.found.push(byline);
            return Class::Value;
        }
        let unseen = labelled::between(line).or_else(|| labelled::amid(line)).or_else(|| titled(line, label));
        if let Some(byline) = unseen {
            self.found.push(byline);
            return Class::Read;
        }
        if let Some(people) = about(line, label) {
            return Class::Awaiting(people);
        }
        match pen_name(line, label).unwrap_or_else(|| alone(line, label, people, date)) {
            Alone::Class(class) => class,
            Alone::Byline(byline) => {
                self.found.push(byline);
                Class::Read
            }
        }
    }

    /// Reads the labelled statements of a short line, one after the other; gives the end of its first date.
    fn statements(&mut self, line: Piece<'t>, first: Option<Label>) -> Option<usize> {
        let (mut end, mut date) = (line.at, None);
        for (at, start) in starts(line) {
            date = date.or((start == Start::Date).then_some(at));
            if line.at + at < end {
                continue;
            }
            let piece = line.behind(at);
            let statement =
                if at == 0 { labelled::behind(piece, first, start) } else { labelled::at(piece, start) };
            if let Some((byline, rest)) = statement {
                self.found.push(byline);
                end = rest.at;
            }
        }
        date
    }

    /// Reads the names under a label.
    fn under_label(&self, line: Piece<'t>) -> Option<Byline<'t>> {
        match &self.line {
            Some(Line { class: Class::Label(opening), piece }) => value(*piece, opening, line),
            Some(Line { class: Class::Value, .. }) => next_value(self.found.last()?, line),
            _ => None,
        }
    }

    /// Decides about a line of names between its neighbours.
    fn decide(&mut self, next: Option<&Line<'t>>) {
        match &self.line {
            Some(Line { class: Class::Names(people), piece }) => {
                self.found.extend(names(*piece, people, self.before.as_ref(), next));
            }
            Some(Line { class: Class::PenName(byline), .. }) => {
                let is_dated = next.is_some_and(|next| when::is_line(next.piece.str));
                self.found.extend(is_dated.then(|| byline.clone()));
            }
            Some(Line { class: Class::Awaiting(people), .. }) => {
                self.found.extend(introduced(people, next));
            }
            _ => {}
        }
    }
}

enum Alone<'t> {
    Byline(Byline<'t>),
    Class(Class<'t>),
}

/// Reads a line without labelled names; `people` are those that it starts with, `date` is what stands behind a date.
fn alone<'t>(line: Piece<'t>, label: Option<Label>, people: Option<People<'t>>, date: Option<usize>) -> Alone<'t> {
    let Some(people) = people else {
        let dated = date.and_then(|at| dated_name(line, at));
        let byline = dated.or_else(|| signed_or_dated(line, label));
        return byline.map_or(Alone::Class(Class::Other), Alone::Byline);
    };
    if let Some(byline) = credit::unlabelled_picture(line, &people) {
        return Alone::Byline(byline);
    }
    let is_person = people.has_person() && people.is_full;
    let rule = match people.end() {
        End::Line if !people.has_person() => agency_line(&people).filter(|_| !line.str.contains('|')),
        End::Line if !is_person && is_given_name(line.str) => return Alone::Class(Class::Awaiting(people)),
        End::Line if !is_person => None,
        End::Line if people.has_title() || people.has_agency() => Some(Rule::NameBeforeLabel),
        End::Line => return Alone::Class(Class::Names(people)),
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
        let article = label::of(label::Kind::Stop, name);
        article.is_some_and(|article| article.full < name.len()) && name.split(' ').count() <= MOST_WORDS
    })
}

/// `von harbourfan77`; a date must stand behind it, or on the next line.
fn pen_name(line: Piece<'_>, label: Option<Label>) -> Option<Alone<'_>> {
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

/// `About Ada`, with a count of her articles behind it at most.
fn about(line: Piece<'_>, label: Option<Label>) -> Option<People<'_>> {
    let label = label.filter(|label| label.is(label::Kind::About) && label.full > label.len)?;
    let people = people::list(line.behind(label.full), Role::Author, Trust::None)?;
    (people.has_person() && people.end() != End::Prose).then_some(people)
}

/// A label that fills its line, or ends a short one: `Debate By`.
fn open_label(line: &str, label: Option<Label>) -> Option<Opening> {
    let label = label.filter(|label| label.full >= line.len()).or_else(|| last_label(line))?;
    let (rule, role, trust) = label.kinds().find_map(labelled::meaning)?;
    let rule = if rule == Rule::PhotoCredit { rule } else { Rule::LabelledNextLine };
    Some(Opening { rule, role, trust, len: line.len() })
}

/// A preposition in capitals behind one or two words.
fn last_label(line: &str) -> Option<Label> {
    const LONGEST: usize = 40;
    let (words, last) = Some(line).filter(|line| line.len() <= LONGEST)?.rsplit_once(' ')?;
    if !last.starts_with(is_upper) || words.split(' ').count() > 2 {
        return None;
    }
    label::of(label::Kind::By, last).filter(|label| label.len == last.len())
}

/// `Redakteurin Ada Example`, alone on its line.
fn titled(line: Piece<'_>, label: Option<Label>) -> Option<Byline<'_>> {
    let label = label.filter(|label| label.is(label::Kind::Role) && label.full < line.str.len())?;
    let people = people::list(line, Role::Author, Trust::Preposition)?;
    let is_name = people.is_full && people.has_person() && people.has_title();
    let is_apart = label.full > label.len;
    (is_name && is_apart && people.end() == End::Line).then(|| people.into_byline(Rule::NameBeforeLabel))
}

fn agency_line(people: &People<'_>) -> Option<Rule> {
    let found = agency::at(people.contributors.first()?.name).filter(|found| !found.is_weak)?;
    Some(if found.agency.medium == Medium::Photo { Rule::PhotoCredit } else { Rule::OutletLine })
}

fn signed_or_dated<'t>(line: Piece<'t>, label: Option<Label>) -> Option<Byline<'t>> {
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
fn dated_name(line: Piece<'_>, at: usize) -> Option<Byline<'_>> {
    let people = people::list(line.behind(at), Role::Author, Trust::None)?;
    let is_name = people.is_full && people.has_person() && people.end() != End::Prose && !people.has_agency();
    let is_short = people.rest.str.len() <= LONGEST_REST && !line.str.contains('\t');
    (is_name && is_short).then(|| people.into_byline(Rule::NameBesideDate))
}

/// The longest text that may follow a name on the line of a date, in bytes.
const LONGEST_REST: usize = 70;

/// The names under a label.
fn value<'t>(label: Piece<'t>, opening: &Opening, line: Piece<'t>) -> Option<Byline<'t>> {
    let is_handle = is_pen_name(line.str) && label::of(label::Kind::By, label.str).is_some();
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
fn next_value<'t>(value: &Byline<'t>, line: Piece<'t>) -> Option<Byline<'t>> {
    let role = value.contributors.first().map(|one| one.role)?;
    let people = people::list(line, role, Trust::None)?;
    let is_name = people.is_full
        && people.end() == End::Line
        && people.contributors.iter().all(|one| has_given_name(one.name));
    (is_name && value.rule == Rule::LabelledNextLine).then(|| people.into_byline(value.rule))
}

/// Whether a line is one word of letters and digits.
fn is_pen_name(line: &str) -> bool {
    const LONGEST: usize = 30;
    line.len() <= LONGEST
        && line.starts_with(is_letter)
        && line.chars().all(|c| is_word(c) || matches!(c, '.' | '-'))
}
