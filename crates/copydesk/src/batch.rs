use crate::excerpt::Excerpt;
use crate::facts::Facts;
use crate::folder::File;
use crate::lines::Lines;
use copydesk_bundle::{Bundle, IssueKind};
use crossbeam_channel::Sender;
use std::ops::Range;
use std::sync::Arc;

/// Some documents of an input, one after the other, with their bytes.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) facts: Arc<Facts>,
    pub(crate) content: Content,
    lines: Lines,
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
        Self { facts, content, lines: Lines::default(), read }
    }

    /// The documents, and what is odd about them.
    pub(crate) fn bundle(&self) -> Bundle<'_> {
        let mut bundle = match &self.content {
            Content::Bundle { batch, .. } => batch.bundle(),
            Content::Files(files) => of_files(files),
        };
        if self.facts.is_page {
            bundle.issues.retain(|issue| issue.kind != IssueKind::NoMarker);
        }
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
}

impl Drop for Batch {
    fn drop(&mut self) {
        if let Content::Bundle { batch, spent } = &mut self.content {
            // Who has no more use for it has read all.
            let _ = spent.send(std::mem::take(batch));
        }
    }
}

fn of_files(files: &[File]) -> Bundle<'_> {
    Bundle {
        dialect: None,
        preamble: 0..0,
        documents: files.iter().map(File::document).collect(),
        issues: files.iter().enumerate().flat_map(|(index, file)| file.issues(index)).collect(),
    }
}
