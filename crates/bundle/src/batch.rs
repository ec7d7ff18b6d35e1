use crate::dialect::Dialect;
use crate::document::Bundle;
use crate::entry::Entry;
use crate::issue::Issue;
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
    pub(crate) entries: Vec<Entry>,
    /// What concerns no document.
    pub(crate) lost: Vec<Issue>,
    /// What concerns one.
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
            documents: self.entries.iter().map(|entry| entry.document(&self.bytes, self.offset)).collect(),
            issues: [&*self.lost, &*self.issues].concat(),
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

    /// How many documents it has.
    pub const fn documents(&self) -> usize {
        self.entries.len()
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
        self.entries.last().map_or(self.offset, |entry| entry.document.trailer.end)
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.lost.is_empty()
    }

    pub(crate) fn push(&mut self, mut entry: Entry) {
        let index = self.entries.len();
        let issue = |(kind, span)| Issue { kind, span, document: Some(index) };
        self.issues.extend(entry.faults.drain(..).map(issue));
        self.entries.push(entry);
    }
}
