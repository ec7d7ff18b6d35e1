use crate::Notice;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a run came to nothing.
#[derive(Debug)]
pub struct Error(Box<Kind>);

#[derive(Debug)]
enum Kind {
    Read { path: PathBuf, source: io::Error },
    NoText { path: PathBuf, others: usize },
    Write { path: Option<PathBuf>, source: io::Error },
    WriteDocument { place: String, path: PathBuf, source: io::Error },
    Strict { place: String },
    Unpack { input: String, source: copydesk_bundle::Error },
    Occupied { folder: PathBuf, found: &'static str },
    Dialect(copydesk_bundle::Error),
    Passing { path: PathBuf },
    Stopped { documents: usize, place: Option<(String, usize)> },
    Unknown { what: &'static str, found: String, known: Vec<String> },
}

impl Error {
    pub(crate) fn read(path: &Path, source: io::Error) -> Self {
        Self::from_kind(Kind::Read { path: path.to_owned(), source })
    }

    pub(crate) fn no_text(path: &Path, others: usize) -> Self {
        Self::from_kind(Kind::NoText { path: path.to_owned(), others })
    }

    pub(crate) fn write(path: &Path, source: io::Error) -> Self {
        Self::from_kind(Kind::Write { path: Some(path.to_owned()), source })
    }

    /// To whatever the caller gave; an [`Output`](crate::Output) has said already which file that is.
    pub(crate) fn output(source: io::Error) -> Self {
        source.downcast().unwrap_or_else(|source| Self::from_kind(Kind::Write { path: None, source }))
    }

    /// A document that stands at this offset of the input, to a file of its own.
    pub(crate) fn write_document(input: &str, offset: usize, path: &Path, source: io::Error) -> Self {
        let place = format!("{input}:{offset}");
        Self::from_kind(Kind::WriteDocument { place, path: path.to_owned(), source })
    }

    pub(crate) fn strict(notice: &Notice) -> Self {
        Self::from_kind(Kind::Strict { place: notice.place() })
    }

    pub(crate) fn unpack(input: &str, source: copydesk_bundle::Error) -> Self {
        Self::from_kind(Kind::Unpack { input: input.to_owned(), source })
    }

    pub(crate) fn occupied(folder: &Path, found: &'static str) -> Self {
        Self::from_kind(Kind::Occupied { folder: folder.to_owned(), found })
    }

    /// A dialect that cannot be written.
    pub(crate) fn dialect(source: copydesk_bundle::Error) -> Self {
        Self::from_kind(Kind::Dialect(source))
    }

    /// An input that a later run would not find again.
    pub(crate) fn passing(path: &Path) -> Self {
        Self::from_kind(Kind::Passing { path: path.to_owned() })
    }

    /// Somebody wished so.
    pub(crate) fn stopped() -> Self {
        Self::stopped_at(0, None)
    }

    /// Somebody wished so, when so many documents were read, the last of them up to this byte of this file.
    pub(crate) fn stopped_at(documents: usize, place: Option<(String, usize)>) -> Self {
        Self::from_kind(Kind::Stopped { documents, place })
    }

    /// `known` are those to choose from, or the few that look like the one found.
    pub(crate) fn unknown(what: &'static str, found: &str, known: Vec<String>) -> Self {
        Self::from_kind(Kind::Unknown { what, found: found.to_owned(), known })
    }

    fn from_kind(kind: Kind) -> Self {
        Self(Box::new(kind))
    }

    /// What the command exits with: 1 for bad documents, 2 for wrong use, 3 for what cannot be read or written,
    /// 130 for an interruption.
    pub fn exit_code(&self) -> u8 {
        match &*self.0 {
            Kind::Stopped { .. } => 130,
            Kind::Strict { .. } | Kind::Unpack { .. } => 1,
            Kind::Dialect(_) | Kind::Passing { .. } | Kind::Occupied { .. } | Kind::Unknown { .. } => 2,
            Kind::Read { .. } | Kind::NoText { .. } | Kind::Write { .. } | Kind::WriteDocument { .. } => 3,
        }
    }

    /// Whether somebody wished to stop.
    pub(crate) fn is_stopped(&self) -> bool {
        matches!(&*self.0, Kind::Stopped { .. })
    }

    /// Whether the reader of the output went away, as `head` does: no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(&*self.0, Kind::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Kind::Read { source, .. } | Kind::Write { source, .. } | Kind::WriteDocument { source, .. } => {
                Some(source)
            }
            Kind::Unpack { source, .. } | Kind::Dialect(source) => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Read { path, source } => write!(f, "{}: cannot be read: {source}", path.display()),
            Kind::NoText { path, others: 0 } => {
                write!(f, "{}: expected a folder with text files, found no file", path.display())
            }
            Kind::NoText { path, others } => {
                write!(
                    f,
                    "{}: expected a folder with text files, found {others} without text",
                    path.display()
                )
            }
            Kind::Write { path: Some(path), source } => {
                write!(f, "{}: cannot be written: {source}", path.display())
            }
            Kind::Write { path: None, source } => write!(f, "the output cannot be written: {source}"),
            Kind::WriteDocument { place, path, source } => {
                write!(f, "{place}: {}: cannot be written: {source}; nothing was written", path.display())
            }
            Kind::Strict { place } => write!(f, "{place}: not accepted with `--strict`; nothing was written"),
            Kind::Unpack { input, source } => write!(f, "{input}: {source}; nothing was written"),
            Kind::Dialect(source) => source.fmt(f),
            Kind::Passing { path } => {
                write!(f, "{}: expected a file, which `--resume` finds again, found none", path.display())
            }
            Kind::Stopped { documents, place } => {
                write!(f, "interrupted after {documents} documents")?;
                place.iter().try_for_each(|(file, offset)| write!(f, ", at {file}:{offset}"))
            }
            Kind::Occupied { folder, found } => {
                write!(f, "{}: expected a new or empty folder, found {found}", folder.display())
            }
            Kind::Unknown { what, found, known } => {
                write!(f, "expected a {what}, found `{}`", found.escape_debug())?;
                write_known(f, known)
            }
        }
    }
}

fn write_known(f: &mut fmt::Formatter<'_>, known: &[String]) -> fmt::Result {
    if known.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = known.iter().map(|name| format!("`{}`", name.escape_debug())).collect();
    write!(f, "; there is {}", names.join(", "))
}
