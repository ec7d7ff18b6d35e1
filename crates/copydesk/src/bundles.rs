//! Bundles as such: their texts are not looked at.

use crate::batch::Batch;
use crate::facts::Kind;
use crate::faults::{self, checksum, general, issues};
use crate::intake::Intake;
use crate::lookup::Lookup;
use crate::origin::{Origin, Passes};
use crate::pages::each_batch;
use crate::reading::Inputs;
use crate::{Error, Observer, text};
use copydesk_bundle::{Bundle, Dialect, pack_document};
use copydesk_tables::{Columns, DocumentRow, Documents, SniffRow, Sniffs, Writer};
use std::io::{self, Seek, Write};
use std::path::Path;
use tempfile::SpooledTempFile;

/// Writes the documents of all inputs as one canonical bundle: the same names, contents and headers, whatever they are.
pub fn pack(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut packed = Vec::new();
    let inputs = Inputs::new(inputs, intake, Passes::One);
    observer.start(inputs.size());
    each_batch(&inputs, observer, |batch, bundle, observer| {
        check(batch, bundle, observer);
        for document in &bundle.documents {
            packed.clear();
            pack_document(&mut packed, &document.name, &document.content, &document.headers);
            out.write_all(&packed).map_err(Error::output)?;
        }
        Ok(())
    })
}

/// Writes a table of the documents of all inputs.
pub fn list(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Documents>::default(), out);
    table.header().map_err(Error::output)?;
    let inputs = Inputs::new(inputs, intake, Passes::One);
    observer.start(inputs.size());
    each_batch(&inputs, observer, |batch, bundle, observer| {
        for notice in general(batch, bundle) {
            observer.notice(&notice);
        }
        let mut indices = 0..bundle.documents.len();
        indices
            .try_for_each(|index| list_document(batch, bundle, index, &mut table, observer))
            .map_err(Error::output)
    })?;
    table.flush().map_err(Error::output)
}

fn list_document(
    batch: &Batch,
    bundle: &Bundle<'_>,
    index: usize,
    table: &mut Writer<Documents, &mut dyn Write>,
    observer: &mut dyn Observer,
) -> io::Result<()> {
    let document = &bundle.documents[index];
    let issues = issues(bundle, index, checksum(document));
    for issue in &issues {
        observer.notice(&faults::of_issue(batch, bundle, issue));
    }
    let own = issues.iter().map(|issue| issue.kind.code().into());
    let warnings: Vec<_> = batch.facts.common_code.clone().into_iter().chain(own).collect();
    table.row(&DocumentRow {
        name: &document.name,
        occurrence: document.occurrence,
        span: document.span.clone(),
        headers: &document.headers,
        warnings: &warnings,
    })
}

/// What is printed of a name is held in memory up to so many bytes, the rest in a file without a name.
const HELD_IN_MEMORY: usize = 1 << 20;

/// Writes the contents of the documents of these names, byte for byte and one name after the other; of a name that comes
/// several times, all of them. Nothing is written if a name is not found.
pub fn cat(
    input: &Path,
    names: &[impl AsRef<str>],
    intake: &Intake,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let wanted = names.iter().map(|name| (Lookup::of(name.as_ref()), SpooledTempFile::new(HELD_IN_MEMORY)));
    let mut wanted: Vec<_> = wanted.collect();
    let inputs = Inputs::new(&[input], intake, Passes::One);
    each_batch(&inputs, observer, |batch, bundle, observer| {
        for (index, document) in bundle.documents.iter().enumerate() {
            for (lookup, held) in &mut wanted {
                if lookup.finds(&document.name) {
                    check_document(batch, bundle, index, observer);
                    held.write_all(&document.content).map_err(Error::output)?;
                }
            }
        }
        Ok(())
    })?;
    let mut contents = Vec::new();
    for (lookup, held) in wanted {
        lookup.result()?;
        contents.push(held);
    }
    for mut held in contents {
        held.rewind().and_then(|()| io::copy(&mut held, out)).map_err(Error::output)?;
    }
    Ok(())
}

/// Writes a table of what the inputs are: in which dialect, how sure that is, and what else it might be.
pub fn sniff(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Sniffs>::default(), out);
    table.header().map_err(Error::output)?;
    for path in inputs {
        let input = Inputs::new(&[path], intake, Passes::Two);
        let documents = count(&input, observer)?;
        for origin in input.origins() {
            sniff_origin(origin, intake, documents, &mut table)?;
        }
    }
    table.flush().map_err(Error::output)
}

/// How many documents there are; the observer hears what is odd about the inputs.
fn count(inputs: &Inputs, observer: &mut dyn Observer) -> Result<usize, Error> {
    let mut documents = 0;
    each_batch(inputs, observer, |batch, bundle, observer| {
        for notice in general(batch, bundle) {
            observer.notice(&notice);
        }
        documents += bundle.documents.len();
        Ok(())
    })?;
    Ok(documents)
}

fn sniff_origin(
    origin: &Origin,
    intake: &Intake,
    documents: usize,
    table: &mut Writer<Sniffs, &mut dyn Write>,
) -> Result<(), Error> {
    let facts = origin.facts();
    if facts.kind == Kind::Folder {
        let (dialect, confidence) = (Some("folder"), None);
        let row = SniffRow { input: &facts.name, dialect, confidence, documents, rivals: &[] };
        return table.row(&row).map_err(Error::output);
    }
    let head = text::head(origin, intake).map_err(|error| Error::read(Path::new(&facts.name), error))?;
    let sniff = copydesk_bundle::sniff(&head);
    let rivals: Vec<_> = sniff.rivals.iter().map(|rival| (rival.dialect.name(), rival.confidence)).collect();
    let row = SniffRow {
        input: &facts.name,
        dialect: sniff.dialect().map(Dialect::name),
        confidence: sniff.chosen.map(|chosen| chosen.confidence),
        documents,
        rivals: &rivals,
    };
    table.row(&row).map_err(Error::output)
}

/// Tells the observer all that is odd about a batch and its documents.
pub(crate) fn check(batch: &Batch, bundle: &Bundle<'_>, observer: &mut dyn Observer) {
    for notice in general(batch, bundle) {
        observer.notice(&notice);
    }
    for index in 0..bundle.documents.len() {
        check_document(batch, bundle, index, observer);
    }
}

/// Tells the observer what is odd about a document.
fn check_document(batch: &Batch, bundle: &Bundle<'_>, index: usize, observer: &mut dyn Observer) {
    for issue in issues(bundle, index, checksum(&bundle.documents[index])) {
        observer.notice(&faults::of_issue(batch, bundle, &issue));
    }
}
