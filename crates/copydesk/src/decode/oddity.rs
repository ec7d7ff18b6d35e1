//! What is odd about the bytes of a content.

use super::LONGEST_DOCUMENT;
use crate::Severity;
use encoding_rs::Encoding;
use std::borrow::Cow;
use std::fmt;

/// Something odd about a content, and at which of its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Oddity {
    pub(crate) kind: Kind,
    pub(crate) at: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// More bytes than are looked at.
    TooLong { bytes: usize },
    /// A UTF-8 byte order mark; it is no part of the text.
    ByteOrderMark,
    /// Another encoding than UTF-8, by its byte order mark or by a guess.
    Decoded { encoding: &'static Encoding },
    /// Bytes that mean nothing in the encoding; replacement characters stand in for them.
    Undecodable { encoding: &'static Encoding },
    /// NUL bytes; they stay.
    Nul { count: usize },
}

impl Kind {
    pub(crate) fn code(&self) -> Cow<'static, str> {
        match self {
            Self::TooLong { .. } => "too_long".into(),
            Self::ByteOrderMark => "byte_order_mark".into(),
            Self::Decoded { encoding } => format!("decoded_{}", encoding.name().to_ascii_lowercase()).into(),
            Self::Undecodable { .. } => "undecodable".into(),
            Self::Nul { .. } => "nul_bytes".into(),
        }
    }

    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::TooLong { .. } | Self::Undecodable { .. } => Severity::Problem,
            Self::ByteOrderMark | Self::Decoded { .. } | Self::Nul { .. } => Severity::Warning,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => {
                write!(
                    f,
                    "expected a page of at most {LONGEST_DOCUMENT} bytes, found {bytes}; no field is looked for in the rest"
                )
            }
            Self::ByteOrderMark => f.write_str("expected text, found a byte order mark"),
            Self::Decoded { encoding } => {
                write!(f, "expected UTF-8, found what looks like {}; read as such", encoding.name())
            }
            Self::Undecodable { encoding } => {
                write!(
                    f,
                    "expected {}, found bytes that mean nothing in it; replaced by U+FFFD",
                    encoding.name()
                )
            }
            Self::Nul { count } => write!(f, "expected text, found {count} NUL bytes; kept"),
        }
    }
}
