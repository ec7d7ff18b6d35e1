use crate::dialect::Dialect;
use crate::digest::Digest;
use crate::issue::{Issue, IssueKind};
use std::borrow::Cow;
use std::ops::Range;

/// A bundle that has been read: its documents, in order, and what is odd about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle<'b> {
    /// How its markers are written; `None` if it has none.
    pub dialect: Option<Dialect>,
    /// Bytes before the first marker.
    pub preamble: Range<usize>,
    /// The documents as they come, empty ones and those of one name included.
    pub documents: Vec<Document<'b>>,
    /// What is odd, in the order of the documents.
    pub issues: Vec<Issue>,
}

/// One document of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document<'b> {
    /// The name that the marker states. It is data: only [`unpack_plan`](crate::unpack_plan) makes paths of names.
    pub name: Cow<'b, str>,
    /// 1 for the first document of that name, 2 for the next one…
    pub occurrence: usize,
    /// Attributes of a canonical marker in the order written, without `bytes` and `sha256`.
    pub headers: Vec<(Cow<'b, str>, Cow<'b, str>)>,
    /// Checksum that a canonical marker states; whether it is right, [`verify`](Self::verify) knows.
    pub sha256: Option<Digest>,
    /// The marker line in the bundle, line end included.
    pub marker: Range<usize>,
    /// The content, byte for byte; if it is written otherwise in the bundle, as it is meant.
    pub content: Cow<'b, [u8]>,
    /// The content in the bundle, as it is written there.
    pub span: Range<usize>,
    /// What follows the content and belongs to the bundle, not to it: often one LF, often nothing; and what was left out of
    /// a content that is too long.
    pub trailer: Range<usize>,
}

/// A part of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Bytes of the bundle; may be empty.
    pub span: Range<usize>,
}

/// What a part of a bundle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// What stands before the first marker.
    Preamble,
    /// A marker line.
    Marker,
    /// A document's content.
    Content,
    /// Framing after a content.
    Trailer,
}

impl Bundle<'_> {
    /// The parts of the bundle in order: joined, they are the bundle, byte for byte.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> {
        let preamble = Piece { kind: PieceKind::Preamble, span: self.preamble.clone() };
        std::iter::once(preamble).chain(self.documents.iter().flat_map(Document::pieces))
    }

    /// The issues that concern one document, given its index.
    pub fn issues_of(&self, document: usize) -> &[Issue] {
        let from = self.issues.partition_point(|issue| issue.document < Some(document));
        let len = self.issues[from..].partition_point(|issue| issue.document == Some(document));
        &self.issues[from..from + len]
    }

    /// Hashes the contents, one by one as the iterator goes, and compares them with the checksums of their markers.
    pub fn verify(&self) -> impl Iterator<Item = Issue> {
        self.documents.iter().enumerate().filter_map(|(index, document)| {
            let kind = document.verify()?;
            Some(Issue { kind, span: document.span.clone(), document: Some(index) })
        })
    }
}

impl Document<'_> {
    /// Hashes the content if the marker states a checksum, and compares the two.
    pub fn verify(&self) -> Option<IssueKind> {
        self.sha256.and_then(|_| self.compare(Digest::of(&self.content)))
    }

    /// Compares the checksum of the marker with the one of the content, for callers that hash anyway.
    pub fn compare(&self, found: Digest) -> Option<IssueKind> {
        let expected = self.sha256.filter(|expected| *expected != found)?;
        Some(IssueKind::Checksum { expected, found })
    }

    fn pieces(&self) -> [Piece; 3] {
        [
            Piece { kind: PieceKind::Marker, span: self.marker.clone() },
            Piece { kind: PieceKind::Content, span: self.span.clone() },
            Piece { kind: PieceKind::Trailer, span: self.trailer.clone() },
        ]
    }
}
