use crate::{Articles, Cell};
use std::fmt;

/// A kind of table: what its rows are made from, and its columns.
pub trait Table: Sized + 'static {
    /// What one row is made from.
    type Row<'r>;

    /// All columns, in the order in which they are printed. New ones are appended only.
    const COLUMNS: &'static [Column<Self>];
}

/// A column of a table.
pub struct Column<T: Table> {
    /// Its name in the header row.
    pub name: &'static str,
    /// What stands in it, in a few words.
    pub about: &'static str,
    pub(crate) cell: for<'r> fn(&'r T::Row<'r>) -> Cell<'r>,
    is_extra: bool,
}

impl<T: Table> Column<T> {
    pub(crate) const fn new(
        name: &'static str,
        about: &'static str,
        cell: for<'r> fn(&'r T::Row<'r>) -> Cell<'r>,
    ) -> Self {
        Self { name, about, cell, is_extra: false }
    }

    /// A bulky column, printed only if asked for.
    pub(crate) const fn extra(
        name: &'static str,
        about: &'static str,
        cell: for<'r> fn(&'r T::Row<'r>) -> Cell<'r>,
    ) -> Self {
        Self { name, about, cell, is_extra: true }
    }
}

/// Which columns of a table are printed, and in which order; by default all but the bulky ones.
pub struct Columns<T: Table>(Vec<&'static Column<T>>);

impl<T: Table> Columns<T> {
    /// The columns of a list of names: `name,headline`.
    pub fn parse(list: &str) -> Result<Self, UnknownColumn> {
        list.split(',').map(|name| column(name.trim())).collect::<Result<_, _>>().map(Self)
    }

    /// Whether a column is printed.
    pub fn contains(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// The names, in the order in which they are printed.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|column| column.name)
    }

    pub(crate) fn cells<'r>(&self, row: &'r T::Row<'r>) -> impl Iterator<Item = Cell<'r>> {
        self.0.iter().map(move |column| (column.cell)(row))
    }
}

impl Columns<Articles> {
    /// These columns and the body, at the end unless it is among them.
    #[must_use]
    pub fn with_body(mut self) -> Self {
        let body = Articles::COLUMNS.iter().find(|column| column.name == "body");
        self.0.extend(body.filter(|body| !self.contains(body.name)));
        self
    }
}

impl<T: Table> Clone for Columns<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Table> Default for Columns<T> {
    fn default() -> Self {
        Self(T::COLUMNS.iter().filter(|column| !column.is_extra).collect())
    }
}

impl<T: Table> fmt::Debug for Columns<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}

/// A name that no column of the table has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownColumn {
    found: String,
    known: Vec<&'static str>,
}

impl std::error::Error for UnknownColumn {}

impl fmt::Display for UnknownColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected one of {}, found `{}`", self.known.join(", "), self.found.escape_debug())
    }
}

fn column<T: Table>(name: &str) -> Result<&'static Column<T>, UnknownColumn> {
    T::COLUMNS.iter().find(|column| column.name == name).ok_or_else(|| UnknownColumn {
        found: name.to_owned(),
        known: T::COLUMNS.iter().map(|column| column.name).collect(),
    })
}
