use crate::{Cell, Column, Table};
use copydesk_languages::Guess;

/// Languages of lines of text: one row a line.
#[derive(Debug)]
pub enum Languages {}

/// What a row of the languages is made from.
#[derive(Clone, Debug)]
pub struct LanguageRow {
    /// Number of the line, from 1.
    pub line: u64,
    /// Its language.
    pub guess: Guess,
}

impl Table for Languages {
    type Row<'r> = LanguageRow;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("line", "number of the line, from 1", |row| Cell::Number(row.line)),
        Column::new("language", "BCP 47 tag, `und` if unknown", |row| Cell::text(row.guess.tag)),
        Column::new("confidence", "how sure that is, 0 to 1", |row| Cell::confidence(row.guess.confidence)),
    ];
}
