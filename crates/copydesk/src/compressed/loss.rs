use super::Format;
use super::format::ZSTD_WINDOW;
use std::fmt;
use std::io;

/// Something of a compressed input that cannot be read.
#[derive(Debug)]
pub(crate) struct Loss {
    pub(crate) kind: LossKind,
    pub(crate) format: Format,
    /// Byte of the compressed input at which it was noticed.
    pub(crate) at: u64,
    /// Byte of the compressed input at which reading goes on, if it does.
    pub(crate) next: Option<u64>,
}

#[derive(Debug)]
pub(crate) enum LossKind {
    /// A member that contradicts itself.
    Corrupt(io::Error),
    /// A frame of zstd that wishes more to be held in memory than is.
    Window,
    /// A member without its end.
    CutOff,
    /// Bytes that are no member, behind one.
    Trailing,
    /// More text than is believed of so few bytes.
    Bomb { most: u64 },
}

impl LossKind {
    /// Short name, as for [`Notice::code`](crate::Notice::code).
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Corrupt(_) => "corrupt_compression",
            Self::Window => "zstd_window",
            Self::CutOff => "cut_off_compression",
            Self::Trailing => "trailing_bytes",
            Self::Bomb { .. } => "max_ratio",
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = self.format;
        match &self.kind {
            LossKind::Corrupt(error) => write!(f, "expected {format} data, found: {error}; ")?,
            LossKind::Window => write!(
                f,
                "expected a zstd frame with a window of at most {} MiB, found a larger one (`zstd -dc --long=31 FILE | \
                 copydesk extract -` reads it); ",
                1 << (ZSTD_WINDOW - 20)
            )?,
            LossKind::CutOff => write!(f, "expected the rest of a {format} member, found the end; ")?,
            LossKind::Trailing => write!(f, "expected a {format} member, found other bytes; ")?,
            LossKind::Bomb { most } => {
                return write!(
                    f,
                    "expected at most {most} bytes of text for each of {format}, found more; the rest is not read \
                     (`--max-ratio`)"
                );
            }
        }
        match self.next {
            Some(next) => write!(f, "goes on at byte {next} of the compressed file"),
            None => f.write_str("nothing can be read behind it"),
        }
    }
}
