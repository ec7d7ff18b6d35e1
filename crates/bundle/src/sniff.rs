//! Which dialect a bundle is written in.

use crate::dialect::Dialect;
use crate::grammar::{Boundary, Grammar, Search, Signs};
use crate::opening::Opening;
use crate::window::Window;

/// Bytes at the start of a bundle that its dialect is judged by: 1 MiB.
pub(crate) const HEAD: usize = 1 << 20;

/// Judges which dialect the bundle is written in, from all whole lines of its first MiB that look like markers.
///
/// The dialect whose first marker comes first encloses the others: their lines stand in its contents.
pub fn sniff(bytes: &[u8]) -> Sniff {
    let head = &bytes[..bytes.len().min(HEAD)];
    let window = Window::new(head, 0, head.len() < HEAD);
    let mut rivals: Vec<_> =
        Dialect::ALL.into_iter().filter_map(|dialect| evidence(dialect, &window)).collect();
    rivals.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let plausible = rivals.iter().enumerate().filter(|(_, evidence)| evidence.confidence >= 0.5);
    let best = plausible.min_by_key(|(_, evidence)| evidence.first).map(|(index, _)| index);
    Sniff { chosen: best.map(|index| rivals.remove(index)), rivals }
}

/// What speaks for each dialect.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sniff {
    /// The dialect to read the bundle in; `None` if it is no bundle, but one document.
    pub chosen: Option<Evidence>,
    /// The other dialects of which there are markers, most confident first.
    pub rivals: Vec<Evidence>,
}

/// What speaks for one dialect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// The dialect.
    pub dialect: Dialect,
    /// From 0 to 1; a dialect below 0.5 is never chosen.
    pub confidence: f32,
    /// How many lines of the first MiB are markers of the dialect, if one takes them all for markers.
    pub markers: usize,
    /// Byte offset of the first of them.
    pub first: usize,
}

impl Sniff {
    /// The dialect to read the bundle in; `None` if it is no bundle, but one document.
    pub fn dialect(&self) -> Option<Dialect> {
        self.chosen.map(|evidence| evidence.dialect)
    }
}

fn evidence(dialect: Dialect, window: &Window<'_>) -> Option<Evidence> {
    let mut markers = Markers {
        grammar: Grammar::sniffed(dialect),
        window,
        from: 0,
        open: None,
        is_closed: false,
        signs: Signs::default(),
    };
    let tally = Tally::of(dialect, &mut markers).map(|tally| tally.evidence(window));
    // Records of other types, and no document in what is in view.
    let records = Evidence { dialect, confidence: f32::from(points::RECORDS) / 10.0, markers: 0, first: 0 };
    tally.or_else(|| markers.is_closed.then_some(records))
}

/// The markers of a dialect in what is in view, contents that are counted not skipped.
struct Markers<'w> {
    grammar: Grammar,
    window: &'w Window<'w>,
    from: usize,
    /// A document whose end must be found before there can be another.
    open: Option<Opening>,
    /// Whether the input begins with something that closes, before any document.
    is_closed: bool,
    signs: Signs,
}

impl Iterator for Markers<'_> {
    type Item = Opening;

    fn next(&mut self) -> Option<Opening> {
        loop {
            match self.grammar.find(self.window, self.from, self.open.as_ref(), &mut self.signs) {
                Search::Found(Boundary::Opening(opening)) => {
                    self.from = opening.span.end;
                    self.open = self.grammar.closes().then(|| opening.clone());
                    return Some(opening);
                }
                Search::Found(Boundary::Record { opening, end, .. }) => {
                    self.from = end;
                    return Some(opening);
                }
                Search::Found(Boundary::Closing { span, skipped }) => {
                    self.is_closed |= span.start == 0;
                    self.from = span.end.saturating_add(skipped);
                    self.open = None;
                }
                // A line that is no JSON is not where lines of JSON begin.
                Search::Found(Boundary::Lost { .. })
                    if self.from == 0 && self.grammar.dialect() == Dialect::JsonLines =>
                {
                    return None;
                }
                Search::Found(Boundary::Lost { span, .. }) => self.from = span.end,
                Search::NoneBefore(_) => return None,
            }
        }
    }
}

/// Tenths of confidence. Below five a dialect is refused: a lone line in the middle of a page is no marker, nor
/// are several that might be headings, unless the form itself is one that nobody uses for headings.
mod points {
    /// Nothing but blank lines precedes the first marker.
    pub(super) const LEADING: u8 = 4;
    /// There are several markers, and most differ from the one before.
    pub(super) const VARIED: u8 = 3;
    /// Most names look like file names.
    pub(super) const FILES: u8 = 2;
    /// Both at once are more than either alone: captions repeat, headings have no extension.
    pub(super) const VARIED_FILES: u8 = 2;
    /// There are records from the first byte on, and none is a document.
    pub(super) const RECORDS: u8 = 9;
    /// The first marker counts the bytes of its content.
    pub(super) const COUNTED: u8 = 3;
}

/// Tenths of confidence for how rare the signs of a dialect are in prose.
const fn rarity(dialect: Dialect) -> u8 {
    match dialect {
        Dialect::Canonical | Dialect::Tail => 2,
        Dialect::RepomixXml => 3,
        Dialect::Begin | Dialect::Repomix | Dialect::Gitingest | Dialect::Documents => 4,
        Dialect::JsonLines | Dialect::LexisNexis => 4,
        Dialect::Wet => 5,
        Dialect::Txtar | Dialect::Equals | Dialect::FilesToPrompt | Dialect::Custom => 0,
    }
}

/// The markers of one dialect, counted.
struct Tally {
    dialect: Dialect,
    first: Opening,
    markers: usize,
    changes: usize,
    files: usize,
}

impl Tally {
    fn of(dialect: Dialect, mut openings: impl Iterator<Item = Opening>) -> Option<Self> {
        let first = openings.next()?;
        let mut before = first.name.clone();
        let mut tally = Self {
            files: usize::from(names_a_file(dialect, &before)),
            dialect,
            first,
            markers: 1,
            changes: 0,
        };
        for Opening { name, .. } in openings {
            tally.markers += 1;
            tally.changes += usize::from(name != before);
            tally.files += usize::from(names_a_file(dialect, &name));
            before = name;
        }
        Some(tally)
    }

    fn evidence(&self, window: &Window<'_>) -> Evidence {
        Evidence {
            dialect: self.dialect,
            confidence: f32::from(self.points(window).min(10)) / 10.0,
            markers: self.markers,
            first: self.first.span.start,
        }
    }

    fn points(&self, window: &Window<'_>) -> u8 {
        let is_leading = window.slice(0..self.first.span.start).trim_ascii().is_empty();
        let is_varied = self.markers > 1 && self.changes * 2 >= self.markers;
        let are_files = self.files * 2 >= self.markers;
        let weighed = [
            (is_leading, points::LEADING),
            (is_varied, points::VARIED),
            (are_files, points::FILES),
            (is_varied && are_files, points::VARIED_FILES),
            (self.first.count.is_some(), points::COUNTED),
        ];
        let points: u8 = weighed.into_iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
        let may_be = match self.dialect {
            Dialect::FilesToPrompt => are_files,
            Dialect::JsonLines => is_leading,
            _ => true,
        };
        if may_be { points + rarity(self.dialect) } else { 0 }
    }
}

fn names_a_file(dialect: Dialect, name: &str) -> bool {
    match dialect {
        // The marker says so.
        Dialect::Canonical | Dialect::RepomixXml | Dialect::Repomix | Dialect::Gitingest => true,
        _ => is_file_name(name.as_bytes()),
    }
}

/// `a.txt`, `My page.html`, `pages/17`; not `1/2`, `12.05.2017`, `J. Smith`, `Kommentare`.
fn is_file_name(name: &[u8]) -> bool {
    let has_letter = name.iter().any(|byte| !byte.is_ascii_digit() && !byte.is_ascii_punctuation());
    let is_path = name.contains(&b'/') && !name.contains(&b' ');
    has_letter && (is_path || has_extension(name))
}

/// ```abnf
/// file-name = 1*any "." ALPHA *9( ALPHA / DIGIT )
/// ```
pub(crate) fn has_extension(name: &[u8]) -> bool {
    let Some(dot) = name.iter().rposition(|byte| *byte == b'.') else { return false };
    let extension = &name[dot + 1..];
    dot > 0
        && (1..=10).contains(&extension.len())
        && extension[0].is_ascii_alphabetic()
        && extension.iter().all(u8::is_ascii_alphanumeric)
}
