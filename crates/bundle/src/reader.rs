use crate::dialect::Dialect;
use crate::document::{Bundle, Document};
use crate::issue::{Issue, IssueKind};
use crate::scan::{self, BYTE_ORDER_MARK};
use crate::sniff;
use crate::split::split;
use std::borrow::Cow;

/// Reads a bundle of any dialect; the same as `Reader::new().read(bytes)`.
pub fn read(bytes: &[u8]) -> Bundle<'_> {
    Reader::new().read(bytes)
}

/// Reads bundles, by default in the dialect that [`sniff`](crate::sniff()) finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    dialect: Option<Dialect>,
}

impl Reader {
    /// A reader that sniffs.
    pub const fn new() -> Self {
        Self { dialect: None }
    }

    /// Reads markers of this dialect only, however few there are.
    #[must_use]
    pub const fn dialect(self, dialect: Dialect) -> Self {
        Self { dialect: Some(dialect) }
    }

    /// Splits the bundle. Any bytes are a bundle: without a marker they are one document with an empty name.
    ///
    /// Costs one pass; no content is copied or hashed.
    pub fn read<'b>(&self, bytes: &'b [u8]) -> Bundle<'b> {
        let mut lines: Vec<_> = scan::lines(bytes, self.dialect).collect();
        let dialect = self.dialect.or_else(|| sniff::weigh(bytes, &lines).dialect());
        lines.retain(|line| Some(line.dialect) == dialect);
        match (dialect, lines.first()) {
            (Some(dialect), Some(first)) => {
                let preamble = 0..first.span.start;
                let (documents, mut issues) = split(bytes, &lines);
                issues.splice(..0, lost_text(&bytes[preamble.clone()]));
                Bundle { dialect: Some(dialect), preamble, documents, issues }
            }
            _ => without_markers(bytes),
        }
    }
}

/// That something stands before the first marker, blanks apart.
fn lost_text(preamble: &[u8]) -> Option<Issue> {
    let text = preamble.strip_prefix(BYTE_ORDER_MARK).unwrap_or(preamble).trim_ascii();
    let (kind, span) = (IssueKind::Preamble { bytes: preamble.len() }, 0..preamble.len());
    (!text.is_empty()).then_some(Issue { kind, span, document: None })
}

fn without_markers(bytes: &[u8]) -> Bundle<'_> {
    let mut bundle = Bundle { dialect: None, preamble: 0..0, documents: Vec::new(), issues: Vec::new() };
    if bytes.is_empty() {
        bundle.issues.push(Issue { kind: IssueKind::Empty, span: 0..0, document: None });
        return bundle;
    }
    bundle.documents.push(Document {
        name: Cow::Borrowed(""),
        occurrence: 1,
        headers: Vec::new(),
        sha256: None,
        marker: 0..0,
        content: bytes,
        span: 0..bytes.len(),
        trailer: bytes.len()..bytes.len(),
    });
    bundle.issues.push(Issue { kind: IssueKind::NoMarker, span: 0..0, document: Some(0) });
    bundle
}
