//! A document that still lacks its content.

use crate::document::Document;
use crate::grammar::unescape;
use crate::issue::IssueKind;
use std::borrow::Cow;
use std::ops::Range;

/// What is known of a document without its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Without content.
    pub(crate) document: Document<'static>,
    /// Whether the content stands between the quotes of a JSON string.
    pub(crate) is_escaped: bool,
    /// What is odd about it, and where.
    pub(crate) faults: Vec<(IssueKind, Range<usize>)>,
}

impl Entry {
    pub(crate) fn fault(&mut self, kind: IssueKind) {
        self.faults.push((kind, self.document.span.clone()));
    }

    /// The document, given the bytes of the bundle from an offset on.
    pub(crate) fn document<'b>(&'b self, bytes: &'b [u8], offset: usize) -> Document<'b> {
        let Document { name, headers, .. } = &self.document;
        let header =
            |(key, value): &'b (Cow<'_, str>, Cow<'_, str>)| (Cow::Borrowed(&**key), Cow::Borrowed(&**value));
        Document {
            name: Cow::Borrowed(name),
            occurrence: self.document.occurrence,
            headers: headers.iter().map(header).collect(),
            sha256: self.document.sha256,
            marker: self.document.marker.clone(),
            content: self.content(bytes, offset),
            span: self.document.span.clone(),
            trailer: self.document.trailer.clone(),
        }
    }

    /// The same where nobody else needs the entry.
    pub(crate) fn into_document(self, bytes: &[u8]) -> Document<'_> {
        let content = self.content(bytes, 0);
        Document { content, ..self.document }
    }

    fn content<'b>(&self, bytes: &'b [u8], offset: usize) -> Cow<'b, [u8]> {
        let span = &self.document.span;
        let written = bytes.get(span.start - offset..span.end - offset).unwrap_or_default();
        if self.is_escaped { unescape(written) } else { Cow::Borrowed(written) }
    }
}
