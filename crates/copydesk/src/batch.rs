use crate::excerpt::Excerpt;
use crate::facts::Facts;
use crate::folder::File;
use crate::lines::Lines;
use copydesk_bundle::{Bundle, Issue, IssueKind};
use crossbeam_channel::Sender;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Some documents of an input, one after the other, with their bytes.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) facts: Arc<Facts>,
    pub(crate) content: Content,
    lines: Lines,
    /// For documents whose names came in inputs before: their index, and how often.
    pub(crate) earlier: Vec<(usize, usize)>,
    /// Bytes of the input, as it is stored, that were read for it.
    pub(crate) read: u64,
}

#[derive(Debug)]
pub(crate) enum Content {
    /// Of a bundle, and where it goes when it is of no more use.
    Bundle { batch: copydesk_bundle::Batch, spent: Sender<copydesk_bundle::Batch> },
    /// Each file of a folder is a document.
    Files(Vec<File>),
}

impl Batch {
    pub(crate) fn new(facts: Arc<Facts>, content: Content, read: u64) -> Self {
        Self { facts, content, lines: Lines::default(), earlier: Vec::new(), read }
    }

    /// The documents, and what is odd about them. A file without a marker is one document, named like the file.
    pub(crate) fn bundle(&self) -> Bundle<'_> {
        let mut bundle = match &self.content {
            Content::Bundle { batch, .. } => titled(batch.bundle(), &self.facts.title),
            Content::Files(files) => of_files(files),
        };
        self.renumber(&mut bundle);
        bundle
    }

    /// About how many bytes it holds, what is known of each document among them.
    pub(crate) fn size(&self) -> usize {
        const DOCUMENT: usize = 512;
        match &self.content {
            Content::Bundle { batch, .. } => batch.bytes().len() + batch.documents() * DOCUMENT,
            Content::Files(files) => files.iter().map(|file| file.bytes.len() + DOCUMENT).sum(),
        }
    }

    /// The line of a bundle that the span stands on, if it is a short one in UTF-8.
    pub(crate) fn excerpt(&self, span: &Range<usize>) -> Option<Excerpt> {
        let Content::Bundle { batch, .. } = &self.content else { return None };
        let start = span.start.checked_sub(batch.offset())?;
        let span = start..span.end.checked_sub(batch.offset())?;
        Some(Excerpt::of_bytes(batch.bytes(), &self.lines, &span)?.after(batch.line_feeds_before()))
    }

    /// Counts the documents of a name on from those in the inputs before, and reports each.
    fn renumber(&self, bundle: &mut Bundle<'_>) {
        for (index, before) in &self.earlier {
            let Some(document) = bundle.documents.get_mut(*index) else { continue };
            if document.occurrence == 1 {
                let kind = IssueKind::DuplicateName { occurrence: 1 };
                bundle.issues.push(Issue { kind, span: document.marker.clone(), document: Some(*index) });
            }
            document.occurrence += before;
        }
        if self.earlier.is_empty() {
            return;
        }
        bundle.issues.sort_by_key(|issue| issue.document);
        for issue in &mut bundle.issues {
            let document = issue.document.and_then(|index| bundle.documents.get(index));
            if let (IssueKind::DuplicateName { occurrence }, Some(document)) = (&mut issue.kind, document) {
                *occurrence = document.occurrence;
            }
        }
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        if let Content::Bundle { batch, spent } = &mut self.content {
            // Who has no more use for it has read all.
            let _ = spent.send(std::mem::take(batch));
        }
    }
}

fn titled<'b>(mut bundle: Bundle<'b>, title: &'b str) -> Bundle<'b> {
    if bundle.issues.iter().any(|issue| issue.kind == IssueKind::NoMarker)
        && let [document] = &mut *bundle.documents
    {
        document.name = Cow::Borrowed(title);
    }
    bundle
}

fn of_files(files: &[File]) -> Bundle<'_> {
    Bundle {
        dialect: None,
        preamble: 0..0,
        documents: files.iter().map(File::document).collect(),
        issues: files.iter().enumerate().flat_map(|(index, file)| file.issues(index)).collect(),
    }
}
