use crate::guard::is_formula;
use crate::{Cell, Columns, Guard, Table};
use serde::{Serialize, Serializer};
use std::fmt;
use std::io::{self, Write};

/// Writes rows of a table as CSV by RFC 4180, in UTF-8, with LF at the ends of lines.
///
/// Empty cells are empty. Texts are quoted if they hold a delimiter, a quote or a line end, and if they hold a blank:
/// then no reader trims them, and none takes the `;` of lists for the delimiter.
pub struct Writer<T: Table, W: Write> {
    columns: Columns<T>,
    csv: csv::Writer<W>,
    guard: Guard,
    formulas: Count,
}

/// Counts while others look on.
type Count = std::cell::Cell<u64>;

impl<T: Table, W: Write> Writer<T, W> {
    /// A writer of rows with these columns.
    pub fn new(columns: Columns<T>, out: W) -> Self {
        // The csv crate quotes what holds the comment character, wherever it stands.
        let csv = csv::WriterBuilder::new().has_headers(false).comment(Some(b' ')).from_writer(out);
        Self { columns, csv, guard: Guard::Off, formulas: Count::default() }
    }

    /// The same with a guard against formulas.
    #[must_use]
    pub fn guard(self, guard: Guard) -> Self {
        Self { guard, ..self }
    }

    /// How many texts were written so far that spreadsheets take for formulas, but for a guard.
    pub fn formulas(&self) -> u64 {
        self.formulas.get()
    }

    /// Writes the row of names.
    pub fn header(&mut self) -> io::Result<()> {
        self.csv.write_record(self.columns.names()).map_err(io_error)
    }

    /// Writes a row.
    pub fn row<'r>(&mut self, row: &'r T::Row<'r>) -> io::Result<()> {
        let Self { columns, csv, guard, formulas } = self;
        csv.serialize(Cells { columns, row, guard: *guard, formulas }).map_err(io_error)
    }

    /// Hands on what was written so far.
    pub fn flush(&mut self) -> io::Result<()> {
        self.csv.flush()
    }

    /// Hands back what was written to, flushed.
    pub fn finish(self) -> io::Result<W> {
        self.csv.into_inner().map_err(|error| io::Error::from(error.error().kind()))
    }
}

impl<T: Table, W: Write> fmt::Debug for Writer<T, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("columns", &self.columns).finish_non_exhaustive()
    }
}

/// A row as serde sees it: the sequence of its cells.
struct Cells<'r, 'c, T: Table> {
    columns: &'c Columns<T>,
    row: &'r T::Row<'r>,
    guard: Guard,
    formulas: &'c Count,
}

impl<T: Table> Serialize for Cells<'_, '_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.columns.cells(self.row).map(|cell| self.guarded(checked(cell))))
    }
}

impl<T: Table> Cells<'_, '_, T> {
    fn guarded<'v>(&self, cell: Cell<'v>) -> Cell<'v> {
        if let Cell::Text(text) = &cell
            && is_formula(text)
        {
            self.formulas.set(self.formulas.get() + 1);
        }
        self.guard.apply(cell)
    }
}

/// An empty text would be a second way to say that nothing is known.
fn checked(cell: Cell<'_>) -> Cell<'_> {
    match cell {
        Cell::Text(text) if text.is_empty() => Cell::Null,
        cell => cell,
    }
}

/// What the output said, of its own kind: who writes to a pipe must see that it is closed.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}
