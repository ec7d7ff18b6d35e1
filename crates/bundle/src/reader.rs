use crate::dialect::Dialect;
use crate::document::Bundle;
use crate::entry::Entry;
use crate::error::Error;
use crate::grammar::{Grammar, Pattern};
use crate::issue::Issue;
use crate::names::Names;
use crate::sniff::sniff;
use crate::split::{Splitter, Step};
use crate::window::Window;

/// Reads a bundle of any dialect; the same as `Reader::new().read(bytes)`.
pub fn read(bytes: &[u8]) -> Bundle<'_> {
    Reader::new().read(bytes)
}

/// How to read bundles: by default in the dialect that [`sniff`](crate::sniff()) finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    dialect: Option<Dialect>,
    pattern: Option<Pattern>,
    max_document: usize,
    title: String,
}

impl Reader {
    /// A reader that sniffs.
    pub const fn new() -> Self {
        Self { dialect: None, pattern: None, max_document: 64 << 20, title: String::new() }
    }

    /// Reads markers of this dialect only, however few there are.
    #[must_use]
    pub fn dialect(self, dialect: Dialect) -> Self {
        Self { dialect: Some(dialect), ..self }
    }

    /// Reads lines as markers that the regular expression fits from their first byte on. Its group `name`, or else its first
    /// one, or else the whole match is the name.
    ///
    /// The expression is one of the crate `regex`; it sees one line at a time, without the blanks at its end.
    pub fn marker(self, pattern: &str) -> Result<Self, Error> {
        Ok(Self { pattern: Some(Pattern::new(pattern)?), ..self })
    }

    /// The longest content in bytes, by default 64 MiB: of a longer one the document is the start.
    ///
    /// A count above it is not believed, so that nobody must look ahead farther.
    #[must_use]
    pub fn max_document(self, bytes: usize) -> Self {
        Self { max_document: bytes, ..self }
    }

    /// What the one document of an input without markers is called, by default nothing.
    #[must_use]
    pub fn title(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }

    /// Splits a bundle in memory; [`Stream`](crate::Stream) does the same for one that comes bit by bit.
    ///
    /// Any bytes are a bundle: without a marker they are one document with an empty name. Costs one pass; no content is
    /// hashed, nor copied unless it must be unescaped.
    pub fn read<'b>(&self, bytes: &'b [u8]) -> Bundle<'b> {
        let window = Window::whole(bytes);
        let mut splitter = self.splitter(bytes, Names::default());
        let (mut bundle, mut lost) = (Bundle::default(), Vec::new());
        loop {
            match splitter.step(&window) {
                Step::Start { dialect, preamble, issue } => {
                    lost.extend(issue);
                    (bundle.dialect, bundle.preamble) = (dialect, preamble);
                }
                Step::Lost(issue) => lost.push(issue),
                Step::Document(entry) => bundle.push(entry, bytes),
                // A window on the whole input has no more to show.
                Step::More(_) | Step::End => break,
            }
        }
        bundle.issues.splice(..0, lost);
        bundle
    }

    /// A splitter for the bundle that begins with these bytes, which goes on counting names.
    pub(crate) fn splitter(&self, head: &[u8], names: Names) -> Splitter {
        let grammar = match (&self.pattern, self.dialect) {
            (Some(pattern), _) => Some(Grammar::of_pattern(pattern.clone())),
            (None, Some(dialect)) => Some(Grammar::forced(dialect)),
            (None, None) => sniff(head).dialect().map(Grammar::sniffed),
        };
        let grammar = grammar.map(|grammar| grammar.longest_line(self.max_document));
        Splitter::new(grammar, self.max_document, self.title.clone(), names)
    }

    /// Whether the start of the bundle must be known to read it.
    pub(crate) const fn sniffs(&self) -> bool {
        self.dialect.is_none() && self.pattern.is_none()
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl<'b> Bundle<'b> {
    fn push(&mut self, mut entry: Entry, bytes: &'b [u8]) {
        let index = self.documents.len();
        let issue = |(kind, span)| Issue { kind, span, document: Some(index) };
        self.issues.extend(entry.faults.drain(..).map(issue));
        self.documents.push(entry.into_document(bytes));
    }
}
