use crate::dialect::Dialect;
use crate::issue::excerpt;
use crate::plan::Hazard;
use crate::writer::Writer;
use std::fmt;

/// Why a bundle cannot be unpacked, a dialect not be written, or a name or a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Kind>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Dialect { found: String },
    Unwritable { dialect: Dialect },
    Pattern { found: String, reason: String },
    Unsafe { document: usize, name: String, offset: usize, hazard: Hazard },
}

impl Error {
    pub(crate) fn dialect(found: &str) -> Self {
        Self(Box::new(Kind::Dialect { found: excerpt(found.as_bytes()) }))
    }

    pub(crate) fn unwritable(dialect: Dialect) -> Self {
        Self(Box::new(Kind::Unwritable { dialect }))
    }

    pub(crate) fn pattern(found: &str, reason: &str) -> Self {
        Self(Box::new(Kind::Pattern { found: found.to_owned(), reason: reason.to_owned() }))
    }

    pub(crate) fn hazard(document: usize, name: &str, offset: usize, hazard: Hazard) -> Self {
        Self(Box::new(Kind::Unsafe { document, name: name.to_owned(), offset, hazard }))
    }

    /// Index of the document whose name is at fault.
    pub fn document(&self) -> Option<usize> {
        match &*self.0 {
            Kind::Dialect { .. } | Kind::Unwritable { .. } | Kind::Pattern { .. } => None,
            Kind::Unsafe { document, .. } => Some(*document),
        }
    }

    /// The name at fault.
    pub fn name(&self) -> &str {
        match &*self.0 {
            Kind::Unwritable { dialect } => dialect.name(),
            Kind::Dialect { found } | Kind::Pattern { found, .. } => found,
            Kind::Unsafe { name, .. } => name,
        }
    }

    /// Byte offset of the marker of the document at fault.
    pub fn offset(&self) -> Option<usize> {
        match &*self.0 {
            Kind::Dialect { .. } | Kind::Unwritable { .. } | Kind::Pattern { .. } => None,
            Kind::Unsafe { offset, .. } => Some(*offset),
        }
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Dialect { found } => {
                write!(f, "expected one of {}, found `{found}`", list(&Dialect::ALL))
            }
            Kind::Unwritable { dialect } => {
                let known = list(&Writer::DIALECTS);
                write!(f, "expected a dialect that can be written, one of {known}, found `{dialect}`")
            }
            Kind::Pattern { found, reason } => {
                write!(f, "expected a regular expression, found `{found}`: {reason}")
            }
            Kind::Unsafe { name, offset, hazard, .. } => {
                write!(f, "{hazard}, at byte {offset} in document `{}`", name.escape_debug())
            }
        }
    }
}

fn list(dialects: &[Dialect]) -> String {
    dialects.iter().map(|dialect| format!("`{dialect}`")).collect::<Vec<_>>().join(", ")
}
