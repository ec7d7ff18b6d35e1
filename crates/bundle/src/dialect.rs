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
    /// `----- BEGIN FILE NAME -----` and `----- END FILE NAME -----`, and their like.
    Begin,
    /// `File: NAME` between two rules of 16 `=`, as `repomix --style plain` writes it.
    Repomix,
    /// `FILE: NAME` between two rules of `=`, as gitingest writes it.
    Gitingest,
    /// `<file path="NAME">` and `</file>`, as `repomix --style xml` writes it.
    RepomixXml,
    /// `<document index="1">`, `<source>NAME</source>`, `<document_content>`, as `files-to-prompt --cxml` prints it.
    Documents,
    /// A name, `---`, the content, an empty line, `---`, as `files-to-prompt` prints it.
    FilesToPrompt,
    /// Records of type `conversion` in a WARC file.
    Wet,
    /// JSON Lines: an object a line, one of its values the text.
    JsonLines,
    /// `N of M DOCUMENTS`, as `LexisNexis` writes it.
    LexisNexis,
    /// Markers that fit a [pattern](crate::Reader::marker). It has no name to ask for it.
    Custom,
}

impl Dialect {
    /// All dialects that have a name to ask for them. Where a line fits several of them, the first one counts.
    pub const ALL: [Self; 13] = [
        Self::Canonical,
        Self::Tail,
        Self::Txtar,
        Self::Equals,
        Self::Begin,
        Self::Repomix,
        Self::Gitingest,
        Self::RepomixXml,
        Self::Documents,
        Self::FilesToPrompt,
        Self::Wet,
        Self::JsonLines,
        Self::LexisNexis,
    ];

    /// The name that [`Display`](fmt::Display) prints and [`FromStr`] reads.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Canonical => "canonical",
            Self::Tail => "tail",
            Self::Txtar => "txtar",
            Self::Equals => "equals",
            Self::Begin => "begin",
            Self::Repomix => "repomix",
            Self::Gitingest => "gitingest",
            Self::RepomixXml => "repomix-xml",
            Self::Documents => "documents",
            Self::FilesToPrompt => "files-to-prompt",
            Self::Wet => "wet",
            Self::JsonLines => "jsonl",
            Self::LexisNexis => "lexisnexis",
            Self::Custom => "marker",
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
