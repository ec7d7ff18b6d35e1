use crate::Cell;
use std::borrow::Cow;

/// What is done about texts that spreadsheets take for formulas: those that begin with `=`, `+`, `-`, `@`, a tab or CR.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guard {
    /// They stay as they are.
    #[default]
    Off,
    /// An apostrophe goes before them, and before those that begin with one: who takes one apostrophe off each text that
    /// begins with one has the texts again.
    Apostrophe,
}

const APOSTROPHE: char = '\'';

impl Guard {
    pub(crate) fn apply(self, cell: Cell<'_>) -> Cell<'_> {
        match cell {
            Cell::Text(text)
                if self == Self::Apostrophe && (is_formula(&text) || text.starts_with(APOSTROPHE)) =>
            {
                Cell::Text(Cow::Owned(format!("{APOSTROPHE}{text}")))
            }
            cell => cell,
        }
    }
}

/// Whether spreadsheets take a text for a formula, as OWASP lists them.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
