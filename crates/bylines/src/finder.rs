use crate::alone::{Alone, about, alone, titled};
use crate::biography;
use crate::byline::Byline;
use crate::credit;
use crate::label::{self, Kind, Label};
use crate::labelled;
use crate::line::{Class, Line};
use crate::lines::{lines, starts};
use crate::neighbours::{Names, introduced};
use crate::pen_name;
use crate::people::{self, People};
use crate::piece::Piece;
use crate::signs::Signs;
use crate::under_label;
use crate::when;
use copydesk_lexicon::is_upper;
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
        self.statements(line, label);
        if self.found.len() > count { Class::Read } else { self.unlabelled(line, label, people) }
    }

    /// Reads a short line without labelled statements.
    fn unlabelled(&mut self, line: Piece<'t>, label: Option<Label>, people: Option<People<'t>>) -> Class<'t> {
        if let Some(opening) = under_label::open(line, label) {
            return Class::Label(opening);
        }
        if let Some(byline) = self.under_label(line) {
            self.found.push(byline);
            return Class::Value;
        }
        match by_itself(line, label, people) {
            Alone::Class(class) => class,
            Alone::Byline(byline) => {
                self.found.push(byline);
                Class::Read
            }
        }
    }

    /// Reads the labelled statements of a short line, one after the other.
    fn statements(&mut self, line: Piece<'t>, first: Option<Label>) {
        let is_weak = || first.is_some_and(|label| label.is(Kind::ByWeak));
        if !line.signs.may_have(Signs::LABEL) && !is_weak() {
            return;
        }
        let mut end = line.at;
        for (at, start) in starts(line) {
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
    }

    /// Reads the names under a label.
    fn under_label(&self, line: Piece<'t>) -> Option<Byline<'t>> {
        match &self.line {
            Some(Line { class: Class::Label(opening), piece }) => under_label::value(*piece, opening, line),
            Some(Line { class: Class::Value, .. }) => under_label::next_value(self.found.last()?, line),
            _ => None,
        }
    }

    /// Decides about a line of names between its neighbours.
    fn decide(&mut self, next: Option<&Line<'t>>) {
        match &self.line {
            Some(Line { class: Class::Names(people), piece }) => {
                let names = Names { line: *piece, people, before: self.before.as_ref(), next };
                self.found.extend(names.byline());
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

/// What a line makes that stands under no label and holds no labelled statement with blanks around it.
fn by_itself<'t>(line: Piece<'t>, label: Option<Label>, people: Option<People<'t>>) -> Alone<'t> {
    let unseen = labelled::between(line).or_else(|| labelled::amid(line)).or_else(|| titled(line, label));
    if let Some(byline) = unseen {
        return Alone::Byline(byline);
    }
    if let Some(people) = about(line, label) {
        return Alone::Class(Class::Awaiting(Box::new(people)));
    }
    pen_name::behind_label(line, label).unwrap_or_else(|| alone(line, label, people))
}
