//! What is odd about the documents of a batch, for people.

use crate::batch::Batch;
use crate::decode::Oddity;
use crate::facts::{Facts, Kind};
use crate::{Notice, Severity};
use copydesk_bundle::{Bundle, Digest, Document, Issue, IssueKind, Loss};
use std::fmt::Display;

/// What is odd about a batch beside its documents.
pub(crate) fn general(batch: &Batch, bundle: &Bundle<'_>) -> Vec<Notice> {
    let general = bundle.issues.iter().filter(|issue| issue.document.is_none());
    general.map(|issue| of_issue(batch, bundle, issue)).collect()
}

/// What is odd about a document; a wrong checksum too, unless its length alone tells that it is not what was packed.
pub(crate) fn issues(bundle: &Bundle<'_>, index: usize, checksum: Option<Digest>) -> Vec<Issue> {
    let document = &bundle.documents[index];
    let mut issues = bundle.issues_of(index).to_vec();
    if !issues.iter().any(|issue| is_incomplete(&issue.kind)) {
        let wrong = checksum.and_then(|checksum| document.compare(checksum));
        issues.extend(wrong.map(|kind| Issue { kind, span: document.span.clone(), document: Some(index) }));
    }
    issues
}

fn is_incomplete(kind: &IssueKind) -> bool {
    matches!(kind, IssueKind::Length { .. } | IssueKind::Truncated { .. })
}

/// The checksum of a content, if its marker states one to compare it with.
pub(crate) fn checksum(document: &Document<'_>) -> Option<Digest> {
    document.sha256.map(|_| Digest::of(&document.content))
}

pub(crate) fn of_issue(batch: &Batch, bundle: &Bundle<'_>, issue: &Issue) -> Notice {
    let document = issue.document.and_then(|index| bundle.documents.get(index));
    // A byte order mark is the one fault of a marker that cannot be seen.
    let shown = document.filter(|_| issue.kind != IssueKind::ByteOrderMark);
    let is_inside = |document: &Document<'_>| {
        document.marker.start <= issue.span.start && issue.span.end <= document.marker.end
    };
    let excerpt = shown
        .filter(|document| is_inside(document) && !issue.span.is_empty())
        .and_then(|_| batch.excerpt(&issue.span));
    let named = document.filter(|_| excerpt.is_none());
    Notice {
        severity: Severity::of(&issue.kind),
        code: issue.kind.code().into(),
        file: file_of(&batch.facts, document),
        offset: issue.span.start,
        message: message(&batch.facts, named, &issue.kind),
        excerpt,
    }
}

pub(crate) fn of_oddity(batch: &Batch, document: &Document<'_>, oddity: &Oddity) -> Notice {
    let Oddity { kind, at } = oddity;
    Notice {
        severity: kind.severity(),
        code: kind.code(),
        file: file_of(&batch.facts, Some(document)),
        offset: document.span.start + at,
        message: message(&batch.facts, Some(document), kind),
        excerpt: None,
    }
}

/// That the marker's `date=` is none.
pub(crate) fn of_date(batch: &Batch, document: &Document<'_>, found: &str) -> Notice {
    let what = format_args!("expected `date=YYYY-MM-DD`, found `{}`", found.escape_debug());
    Notice {
        severity: Severity::Warning,
        code: "malformed_date".into(),
        file: file_of(&batch.facts, Some(document)),
        offset: document.marker.start,
        message: message(&batch.facts, Some(document), &what),
        excerpt: None,
    }
}

/// What a document loses when it is written in another dialect.
pub(crate) fn of_loss(batch: &Batch, document: &Document<'_>, loss: Loss) -> Notice {
    Notice {
        severity: Severity::Warning,
        code: loss.code().into(),
        file: file_of(&batch.facts, Some(document)),
        offset: document.marker.start,
        message: message(&batch.facts, Some(document), &loss),
        excerpt: None,
    }
}

fn file_of(facts: &Facts, document: Option<&Document<'_>>) -> String {
    match document {
        Some(document) if facts.kind == Kind::Folder => format!("{}/{}", facts.name, document.name),
        _ => facts.name.clone(),
    }
}

/// What there is to say, and about which document, where the file does not tell.
fn message(facts: &Facts, document: Option<&Document<'_>>, what: &dyn Display) -> String {
    match document {
        Some(document) if facts.kind == Kind::File && facts.title != document.name => {
            format!("{what}, in document `{}`", short(&document.name))
        }
        _ => what.to_string(),
    }
}

/// What is shown of a name, in bytes: each of a marker's faults names its document.
const LONGEST_NAME: usize = 200;

fn short(name: &str) -> String {
    let shown = &name[..name.floor_char_boundary(LONGEST_NAME)];
    let cut = if shown.len() < name.len() { "…" } else { "" };
    format!("{}{cut}", shown.escape_debug())
}
