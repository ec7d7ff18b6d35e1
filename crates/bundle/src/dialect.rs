use crate::error::Error;
use std::fmt;
use std::str::FromStr;

/// A way of writing the marker line that introduces a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// `=== FILE: NAME bytes=N sha256=HEX ===`, as [`pack_document`](crate::pack_document) writes it.
    Canonical,
    /// `==> NAME <==`, as `tail -n +1 FILE...` and `head FILE...` print it.
    Tail,
    /// `-- NAME --`, the txtar archives of the Go project.
    Txtar,
    /// `=== NAME ===`, the commonest form of hand-written bundles.
    Equals,
}

impl Dialect {
    /// All dialects. Where a line fits several of them, the first one counts.
    pub const ALL: [Self; 4] = [Self::Canonical, Self::Tail, Self::Txtar, Self::Equals];

    /// The name that [`Display`](fmt::Display) prints and [`FromStr`] reads.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Canonical => "canonical",
            Self::Tail => "tail",
            Self::Txtar => "txtar",
            Self::Equals => "equals",
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Dialect {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name).ok_or_else(|| Error::dialect(name))
    }
}
