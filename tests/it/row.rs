//! A row of the table.

use std::fmt;

/// The cells of a document, each with its column, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row(Vec<(String, String)>);

/// What says where a page stood, not what it says; and the text itself, which is too long to be read.
const LEFT_OUT: [&str; 4] = ["sha256", "byte_start", "byte_end", "body"];

/// The rows of a table in CSV.
pub(crate) fn parse(table: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table);
    let columns = reader.headers().expect("a row of names").clone();
    let row = |record: csv::StringRecord| {
        let pairs = columns.iter().zip(&record);
        Row(pairs.map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect())
    };
    reader.records().map(|record| row(record.expect("a row as long as the others"))).collect()
}

impl Row {
    /// What stands under a column; empty if nothing is known.
    #[track_caller]
    pub(crate) fn get(&self, column: &str) -> &str {
        let found = self.0.iter().find(|(name, _)| name == column);
        &found.unwrap_or_else(|| panic!("the table has no column `{column}`")).1
    }

    /// The same row with an empty cell under a column.
    pub(crate) fn without(mut self, column: &str) -> Self {
        self.0.iter_mut().filter(|(name, _)| name == column).for_each(|(_, cell)| cell.clear());
        self
    }

    /// Why a cell is empty, where the table tells.
    fn reason(&self, column: &str) -> Option<&str> {
        match column {
            "date_published" => Some(self.get("date_status")),
            "authors" => Some(self.get("authors_status")),
            _ => None,
        }
    }
}

/// One line a cell, but for those that are left out: `date_published: – (only_body_dates)`.
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (column, cell) in self.0.iter().filter(|(column, _)| !LEFT_OUT.contains(&column.as_str())) {
            match self.reason(column) {
                _ if !cell.is_empty() => writeln!(f, "{column}: {cell}")?,
                Some(reason) => writeln!(f, "{column}: – ({reason})")?,
                None => writeln!(f, "{column}: –")?,
            }
        }
        Ok(())
    }
}
