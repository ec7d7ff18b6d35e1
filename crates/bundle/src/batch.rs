use crate::dialect::Dialect;
use crate::document::{Bundle, Document};
use crate::issue::Issue;
use crate::split::Entry;
use std::borrow::Cow;
use std::ops::Range;

/// Some documents of a bundle, one after the other, with their bytes.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    pub(crate) bytes: Vec<u8>,
    pub(crate) offset: usize,
    pub(crate) first: usize,
    pub(crate) line_feeds: usize,
    pub(crate) dialect: Option<Dialect>,
    pub(crate) preamble: Range<usize>,
    /// Without contents.
    pub(crate) documents: Vec<Document<'static>>,
    pub(crate) issues: Vec<Issue>,
}

impl Batch {
    /// The documents as [`Reader::read`](crate::Reader::read) gives them; joined over the batches, they are the same.
    ///
    /// All spans are offsets in the whole stream: `usize` has 64 bits wherever streams are longer than memory. Documents
    /// of issues count from the first one of the batch. The preamble is that of the stream in the first batch, and empty in
    /// the others. Contents that must be unescaped are so now, on the caller's thread.
    pub fn bundle(&self) -> Bundle<'_> {
        Bundle {
            dialect: self.dialect,
            preamble: self.preamble.clone(),
            documents: self.documents.iter().map(|document| self.document(document)).collect(),
            issues: self.issues.clone(),
        }
    }

    /// The bytes from [`offset`](Self::offset) on, as they were read: markers and contents, without what was skipped.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where the bytes lie in the stream.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// How many documents of the stream come before the first one of the batch.
    pub const fn first(&self) -> usize {
        self.first
    }

    /// How many line feeds of the stream come before the bytes of the batch.
    pub const fn line_feeds_before(&self) -> usize {
        self.line_feeds
    }

    /// Where its last document ends in the stream.
    pub(crate) fn end(&self) -> usize {
        self.documents.last().map_or(self.offset, |document| document.trailer.end)
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.issues.is_empty()
    }

    pub(crate) fn push(&mut self, entry: Entry) {
        let index = self.documents.len();
        let issue = |(kind, span)| Issue { kind, span, document: Some(index) };
        self.issues.extend(entry.faults.into_iter().map(issue));
        self.documents.push(entry.document);
    }

    fn document<'b>(&'b self, document: &'b Document<'static>) -> Document<'b> {
        let span = document.span.start - self.offset..document.span.end - self.offset;
        let header =
            |(key, value): &'b (Cow<'_, str>, Cow<'_, str>)| (Cow::Borrowed(&**key), Cow::Borrowed(&**value));
        Document {
            name: Cow::Borrowed(&document.name),
            occurrence: document.occurrence,
            headers: document.headers.iter().map(header).collect(),
            sha256: document.sha256,
            marker: document.marker.clone(),
            content: Cow::Borrowed(self.bytes.get(span).unwrap_or_default()),
            span: document.span.clone(),
            trailer: document.trailer.clone(),
        }
    }
}
