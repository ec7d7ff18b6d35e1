use crate::copy::Copy;
use crate::facts::Facts;
use std::fs::{self, File};
use std::io::{self, Read, stdin};
use std::path::{Path, PathBuf};

/// Where the documents of an input come from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    Folder(PathBuf),
    File(PathBuf),
    /// Standard input, or a pipe by its path, which runs by once.
    Stream {
        path: PathBuf,
        copy: Option<Copy>,
    },
}

/// How often inputs are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passes {
    One,
    Two,
}

impl Passes {
    pub(crate) const fn count(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

/// The bytes of an input as they are stored.
pub(crate) type Bytes = Box<dyn Read + Send>;

/// Stands for standard input.
const DASH: &str = "-";

impl Origin {
    /// What is at a path; what cannot be found is said when it is opened.
    pub(crate) fn of(path: &Path, passes: Passes) -> Self {
        let found = fs::metadata(path).ok().filter(|_| !is_stdin(path));
        let path = path.to_owned();
        match found {
            Some(found) if found.is_dir() => Self::Folder(path),
            None if !is_stdin(&path) => Self::File(path),
            Some(found) if found.is_file() => Self::File(path),
            _ => Self::Stream { path, copy: (passes == Passes::Two).then(Copy::default) },
        }
    }

    fn path(&self) -> &Path {
        match self {
            Self::Folder(path) | Self::File(path) | Self::Stream { path, .. } => path,
        }
    }

    /// What is known before it is opened.
    pub(crate) fn facts(&self) -> Facts {
        match self {
            Self::Folder(path) => Facts::of_folder(path),
            Self::Stream { path, .. } if is_stdin(path) => Facts::of_stdin(),
            Self::Stream { path, .. } | Self::File(path) => Facts::of_file(path),
        }
    }

    /// How many bytes there are, where that is known before they are read.
    pub(crate) fn size(&self) -> Option<u64> {
        match self {
            Self::File(path) => fs::metadata(path).ok().map(|found| found.len()),
            Self::Folder(_) | Self::Stream { .. } => None,
        }
    }

    /// The bytes of a file or stream.
    pub(crate) fn open(&self) -> io::Result<Bytes> {
        let path = self.path();
        match self {
            Self::Stream { copy: Some(copy), .. } => {
                Ok(if copy.is_made() { Box::new(copy.read()?) } else { Box::new(copy.of(open(path)?)) })
            }
            _ => open(path),
        }
    }
}

/// Whether a path stands for standard input, whatever lies there.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path == Path::new(DASH)
}

fn open(path: &Path) -> io::Result<Bytes> {
    Ok(if is_stdin(path) { Box::new(stdin()) } else { Box::new(File::open(path)?) })
}
