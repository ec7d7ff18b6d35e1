use crate::dialect::Dialect;
use crate::digest::Digest;
use std::fmt;
use std::ops::Range;

/// Something odd about a bundle. Reading goes on all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What is odd; it prints as `expected X, found Y`.
    pub kind: IssueKind,
    /// Where: bytes of the bundle.
    pub span: Range<usize>,
    /// Index of the document it concerns, if it concerns one.
    pub document: Option<usize>,
}

/// What can be odd about a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IssueKind {
    /// The input has no bytes at all.
    Empty,
    /// No line is a marker: the whole input became one document without a name.
    NoMarker,
    /// Text stands before the first marker: it belongs to no document.
    Preamble {
        /// Bytes before the marker.
        bytes: usize,
    },
    /// The content is a bundle itself. [`read`](crate::read()) does not look into contents: who takes a whole file for a
    /// document may ask [`sniff`](crate::sniff()).
    Nested {
        /// How the markers in the content are written.
        dialect: Dialect,
        /// How many there are.
        markers: usize,
    },
    /// An earlier document has the same name.
    DuplicateName {
        /// How many documents have had the name, this one included.
        occurrence: usize,
    },
    /// The name or a header is not UTF-8: replacement characters stand in for what is not.
    NotUtf8,
    /// A byte order mark precedes the marker.
    ByteOrderMark,
    /// The marker line ends in CR LF.
    CarriageReturn,
    /// Blanks stand between the marker and the line end.
    TrailingBlanks,
    /// A word of the marker is not of the form `key=value`.
    Attribute {
        /// The word, shortened.
        found: String,
    },
    /// `bytes=` has a value that is no number.
    Count {
        /// The value, shortened.
        found: String,
    },
    /// `sha256=` has a value that is no checksum.
    Sha256 {
        /// The value, shortened.
        found: String,
    },
    /// The content is not as long as its marker says: cut off, or edited. It was taken up to the next marker.
    Length {
        /// Bytes that the marker announces.
        expected: usize,
        /// Bytes of the content as taken.
        found: usize,
    },
    /// The content is longer than the limit: its start is the document, the rest was skipped.
    Truncated {
        /// Bytes of it that the document has.
        kept: usize,
        /// Bytes of the content as found.
        found: usize,
    },
    /// So many different names came before this one that it and later new ones were not remembered: a document of such a
    /// name counts as the first one of it.
    ManyNames {
        /// How many are remembered.
        most: usize,
    },
    /// The marker that closes the document is missing: it ends with the next one, or with the bundle.
    Unclosed,
    /// Text stands between two documents: it belongs to none.
    Stray {
        /// Bytes from the end of the one to the next marker.
        bytes: usize,
    },
    /// The documents are numbered, and the number is not the next one.
    Number {
        /// The number that should follow.
        expected: usize,
        /// The number that does.
        found: usize,
    },
    /// A line of JSON Lines is no JSON object: it belongs to no document.
    Json {
        /// What is wrong with it.
        found: String,
    },
    /// An object of JSON Lines has no text under any of the usual keys: it is no document.
    JsonWithoutText,
    /// A line of JSON Lines is longer than the limit: it is no document.
    LongLine {
        /// The limit in bytes.
        most: usize,
    },
    /// The head of a record of WET breaks off: it belongs to no document.
    CutHead,
    /// So many lines were left out that later ones are not told one by one.
    ManyLosses {
        /// How many are.
        most: usize,
    },
    /// The line feed is missing that follows counted content.
    MissingLineFeed,
    /// The content is not the one that was packed. Only [`verify`](crate::Bundle::verify) finds this.
    Checksum {
        /// Checksum that the marker states.
        expected: Digest,
        /// Checksum of the content.
        found: Digest,
    },
}

impl IssueKind {
    /// A stable name for tables: `duplicate_name`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_input",
            Self::NoMarker => "no_marker",
            Self::Preamble { .. } => "preamble",
            Self::Nested { .. } => "bundle_in_folder",
            Self::DuplicateName { .. } => "duplicate_name",
            Self::NotUtf8 => "marker_not_utf8",
            Self::ByteOrderMark => "marker_byte_order_mark",
            Self::CarriageReturn => "marker_carriage_return",
            Self::TrailingBlanks => "marker_trailing_blanks",
            Self::Attribute { .. } => "malformed_attribute",
            Self::Count { .. } => "malformed_bytes",
            Self::Sha256 { .. } => "malformed_sha256",
            Self::Length { .. } => "wrong_length",
            Self::Truncated { .. } => "truncated_document",
            Self::ManyNames { .. } => "many_names",
            Self::Unclosed => "unclosed_document",
            Self::Stray { .. } => "text_between_documents",
            Self::Number { .. } => "number_gap",
            Self::Json { .. } => "malformed_json",
            Self::JsonWithoutText => "json_without_text",
            Self::LongLine { .. } => "long_line",
            Self::CutHead => "cut_off_head",
            Self::ManyLosses { .. } => "many_losses",
            Self::MissingLineFeed => "missing_line_feed",
            Self::Checksum { .. } => "wrong_checksum",
        }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl fmt::Display for IssueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected a bundle, found no bytes"),
            Self::NoMarker => f.write_str("expected a marker line before each document, found none"),
            Self::Preamble { bytes } => {
                write!(f, "expected a marker line, found {bytes} bytes before the first; left out")
            }
            Self::Nested { dialect, markers } => {
                write!(
                    f,
                    "expected one page, found {markers} markers of the dialect {dialect}; read as one, name the file itself to have it split"
                )
            }
            Self::DuplicateName { occurrence } => {
                write!(f, "expected a new name, found occurrence {occurrence} of this one")
            }
            Self::NotUtf8 => f.write_str("expected a marker in UTF-8, found other bytes"),
            Self::ByteOrderMark => f.write_str("expected the marker at column 0, found a byte order mark"),
            Self::CarriageReturn => f.write_str("expected LF after the marker, found CR LF"),
            Self::TrailingBlanks => f.write_str("expected LF after the marker, found blanks"),
            Self::Attribute { found } => write!(f, "expected `key=value`, found `{found}`"),
            Self::Count { found } => write!(f, "expected a number of bytes, found `{found}`"),
            Self::Sha256 { found } => write!(f, "expected 64 hexadecimal digits, found `{found}`"),
            Self::Length { expected, found } => {
                write!(f, "expected {expected} bytes of content, found {found}")
            }
            Self::Truncated { kept, found } => {
                write!(f, "expected at most {kept} bytes of content, found {found}; the rest is left out")
            }
            Self::ManyNames { most } => {
                write!(
                    f,
                    "expected at most {most} different names, found more; those to come are not compared"
                )
            }
            Self::Unclosed => f.write_str("expected a marker that closes the document, found none"),
            Self::Stray { bytes } => {
                write!(f, "expected a marker, found {bytes} bytes before the next; left out")
            }
            Self::Number { expected, found } => write!(f, "expected document {expected}, found {found}"),
            Self::Json { found } => write!(f, "expected a JSON object on the line, found {found}; left out"),
            Self::JsonWithoutText => {
                f.write_str("expected a text under one of the usual keys, found none; left out")
            }
            Self::LongLine { most } => {
                write!(f, "expected a line of at most {most} bytes, found a longer one; left out")
            }
            Self::CutHead => f.write_str(
                "expected a blank line at the end of a record's head, found none; the record is lost",
            ),
            Self::ManyLosses { most } => {
                write!(
                    f,
                    "expected at most {most} lines that must be left out, found more; those to come are not told"
                )
            }
            Self::MissingLineFeed => f.write_str("expected LF after the content, found none"),
            Self::Checksum { expected, found } => {
                write!(f, "expected content with SHA-256 {expected}, found {found}")
            }
        }
    }
}

/// The start of some bytes as text, short enough for a message.
pub(crate) fn excerpt(bytes: &[u8]) -> String {
    const ROOM: usize = 40;
    let text = String::from_utf8_lossy(bytes.get(..4 * ROOM).unwrap_or(bytes));
    match text.char_indices().nth(ROOM) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
