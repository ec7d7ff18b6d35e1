use crate::{Cell, Column, Table};
use std::borrow::Cow;
use std::ops::Range;

/// The contents of bundles: one row a document.
#[derive(Debug)]
pub enum Documents {}

/// What a row of the documents is made from.
#[derive(Clone, Debug)]
pub struct DocumentRow<'r> {
    /// The document's name.
    pub name: &'r str,
    /// How many documents have had this name, this one included.
    pub occurrence: usize,
    /// Its content in the input, in bytes.
    pub span: Range<usize>,
    /// Attributes of its marker.
    pub headers: &'r [(Cow<'r, str>, Cow<'r, str>)],
    /// Short codes of what is odd about it.
    pub warnings: &'r [Cow<'static, str>],
}

impl Table for Documents {
    type Row<'r> = DocumentRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("name", "name of the document", |row| Cell::text(row.name)),
        Column::new("occurrence", "1 for the first of that name, 2 for the next", |row| {
            Cell::Number(row.occurrence as u64)
        }),
        Column::new("bytes", "length of the content", |row| Cell::Number(row.span.len() as u64)),
        Column::new("byte_start", "where the content starts in the input", |row| {
            Cell::Number(row.span.start as u64)
        }),
        Column::new("byte_end", "where it ends", |row| Cell::Number(row.span.end as u64)),
        Column::new("headers", "further attributes of the marker", |row| {
            Cell::list(row.headers.iter().map(|(key, value)| format!("{key}={value}")))
        }),
        Column::new("warnings", "codes of what is odd about the document", |row| Cell::list(row.warnings)),
    ];
}

/// What inputs were taken for: one row an input.
#[derive(Debug)]
pub enum Sniffs {}

/// What a row of the sniffs is made from.
#[derive(Clone, Debug)]
pub struct SniffRow<'r> {
    /// The input's name.
    pub input: &'r str,
    /// The dialect, if the input is a bundle.
    pub dialect: Option<&'r str>,
    /// How sure that is, 0 to 1.
    pub confidence: Option<f32>,
    /// Documents in it.
    pub documents: usize,
    /// The other dialects in question, with their confidence.
    pub rivals: &'r [(&'r str, f32)],
}

impl Table for Sniffs {
    type Row<'r> = SniffRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("input", "the input as given", |row| Cell::text(row.input)),
        Column::new("dialect", "how its markers are written; empty if it is no bundle", |row| {
            Cell::text(row.dialect)
        }),
        Column::new("confidence", "how sure that is, 0 to 1", |row| {
            row.confidence.map_or(Cell::Null, Cell::confidence)
        }),
        Column::new("documents", "number of documents", |row| Cell::Number(row.documents as u64)),
        Column::new("rivals", "other dialects in question, with their confidence", |row| {
            Cell::list(row.rivals.iter().map(|(dialect, confidence)| format!("{dialect} {confidence:.2}")))
        }),
    ];
}
