//! Bundles as such: their texts are not looked at.

use crate::input::Input;
use crate::lookup::find_documents;
use crate::names::Names;
use crate::{Error, Observer};
use copydesk_bundle::{Bundle, Dialect, Digest, Document, Issue, IssueKind, pack_document};
use copydesk_tables::{Columns, DocumentRow, Documents, SniffRow, Sniffs, Writer};
use std::io::{self, Write};
use std::path::Path;

/// Writes the documents of all inputs as one canonical bundle: the same names, contents and headers, whatever they are.
pub fn pack(
    inputs: &[impl AsRef<Path>],
    dialect: Option<Dialect>,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut packed = Vec::new();
    let mut names = Names::new(inputs.len());
    for input in inputs {
        let input = Input::open(input.as_ref())?;
        let mut bundle = input.bundle(dialect);
        names.count(&mut bundle);
        check(&input, &bundle, observer);
        for document in &bundle.documents {
            packed.clear();
            pack_document(&mut packed, &document.name, &document.content, &document.headers);
            out.write_all(&packed).map_err(Error::output)?;
        }
    }
    Ok(())
}

/// Writes a table of the documents of all inputs.
pub fn list(
    inputs: &[impl AsRef<Path>],
    dialect: Option<Dialect>,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Documents>::default(), out);
    table.header().map_err(Error::output)?;
    let mut names = Names::new(inputs.len());
    for input in inputs {
        let input = Input::open(input.as_ref())?;
        let mut bundle = input.bundle(dialect);
        names.count(&mut bundle);
        check(&input, &bundle, observer);
        for index in 0..bundle.documents.len() {
            list_document(&input, &bundle, index, &mut table).map_err(Error::output)?;
        }
    }
    table.flush().map_err(Error::output)
}

fn list_document(
    input: &Input,
    bundle: &Bundle<'_>,
    index: usize,
    table: &mut Writer<Documents, &mut dyn Write>,
) -> io::Result<()> {
    let document = &bundle.documents[index];
    let issues = issues(bundle, index, checksum(document));
    let own = issues.iter().map(|issue| issue.kind.code().into());
    let warnings: Vec<_> = input.common_code().into_iter().chain(own).collect();
    table.row(&DocumentRow {
        name: &document.name,
        occurrence: document.occurrence,
        span: document.span.clone(),
        headers: &document.headers,
        warnings: &warnings,
    })
}

/// Writes the contents of the documents of these names, byte for byte and one after the other; of a name that comes
/// several times, all of them.
pub fn cat(
    input: &Path,
    names: &[impl AsRef<str>],
    dialect: Option<Dialect>,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let input = Input::open(input)?;
    let bundle = input.bundle(dialect);
    let mut found = Vec::new();
    for name in names {
        found.extend(find_documents(&bundle, name.as_ref())?);
    }
    for index in found {
        check_document(&input, &bundle, index, observer);
        out.write_all(&bundle.documents[index].content).map_err(Error::output)?;
    }
    Ok(())
}

/// Writes a table of what the inputs are: in which dialect, how sure that is, and what else it might be.
pub fn sniff(
    inputs: &[impl AsRef<Path>],
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Sniffs>::default(), out);
    table.header().map_err(Error::output)?;
    for input in inputs {
        let input = Input::open(input.as_ref())?;
        let bundle = input.bundle(None);
        check_input(&input, &bundle, observer);
        sniff_input(&input, bundle.documents.len(), &mut table).map_err(Error::output)?;
    }
    table.flush().map_err(Error::output)
}

fn sniff_input(
    input: &Input,
    documents: usize,
    table: &mut Writer<Sniffs, &mut dyn Write>,
) -> io::Result<()> {
    let Some(bytes) = input.bytes() else {
        let (dialect, confidence) = (Some("folder"), None);
        return table.row(&SniffRow { input: input.name(), dialect, confidence, documents, rivals: &[] });
    };
    let sniff = copydesk_bundle::sniff(bytes);
    let rivals: Vec<_> = sniff.rivals.iter().map(|rival| (rival.dialect.name(), rival.confidence)).collect();
    table.row(&SniffRow {
        input: input.name(),
        dialect: sniff.dialect().map(Dialect::name),
        confidence: sniff.chosen.map(|chosen| chosen.confidence),
        documents,
        rivals: &rivals,
    })
}

/// The documents of an input, after the observer has heard all that is odd about them, checksums included.
pub(crate) fn checked<'i>(
    input: &'i Input,
    dialect: Option<Dialect>,
    observer: &mut dyn Observer,
) -> Bundle<'i> {
    let bundle = input.bundle(dialect);
    check(input, &bundle, observer);
    bundle
}

/// Tells the observer all that is odd about an input and its documents.
fn check(input: &Input, bundle: &Bundle<'_>, observer: &mut dyn Observer) {
    check_input(input, bundle, observer);
    for index in 0..bundle.documents.len() {
        check_document(input, bundle, index, observer);
    }
}

/// Tells the observer what is odd about an input, its documents apart.
pub(crate) fn check_input(input: &Input, bundle: &Bundle<'_>, observer: &mut dyn Observer) {
    for notice in input.notices() {
        observer.notice(notice);
    }
    for issue in bundle.issues.iter().filter(|issue| issue.document.is_none()) {
        observer.notice(&input.issue_notice(bundle, issue));
    }
}

/// Tells the observer what is odd about a document.
pub(crate) fn check_document(input: &Input, bundle: &Bundle<'_>, index: usize, observer: &mut dyn Observer) {
    for issue in issues(bundle, index, checksum(&bundle.documents[index])) {
        observer.notice(&input.issue_notice(bundle, &issue));
    }
}

/// The checksum of a content, if its marker states one to compare it with.
fn checksum(document: &Document<'_>) -> Option<Digest> {
    document.sha256.map(|_| Digest::of(&document.content))
}

/// What is odd about a document; a wrong checksum too, unless its length alone tells that it is not what was packed.
pub(crate) fn issues(bundle: &Bundle<'_>, index: usize, checksum: Option<Digest>) -> Vec<Issue> {
    let document = &bundle.documents[index];
    let mut issues = bundle.issues_of(index).to_vec();
    if !issues.iter().any(|issue| matches!(issue.kind, IssueKind::Length { .. })) {
        let wrong = checksum.and_then(|checksum| document.compare(checksum));
        issues.extend(wrong.map(|kind| Issue { kind, span: document.span.clone(), document: Some(index) }));
    }
    issues
}
