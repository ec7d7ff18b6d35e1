use crate::Error;
use std::fs::{self, File, Permissions};
use std::io::{self, StdoutLock, Write};
use std::iter::successors;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Where results go: a file appears when all is written, and not at all if that fails.
#[derive(Debug)]
pub struct Output(Target);

#[derive(Debug)]
enum Target {
    Stdout(StdoutLock<'static>),
    /// Written beside the path, then moved there.
    File {
        draft: NamedTempFile,
        path: PathBuf,
    },
    /// A device or pipe cannot be replaced.
    Device {
        file: File,
        path: PathBuf,
    },
}

impl Output {
    /// Standard output, unless a path is given. What is at the path stays until [`commit`](Self::commit).
    pub fn open(path: Option<&Path>) -> Result<Self, Error> {
        match path {
            None => Ok(Self(Target::Stdout(io::stdout().lock()))),
            Some(path) => open(path).map(Self).map_err(|error| Error::write(path, error)),
        }
    }

    /// Writes all there is, and makes it appear.
    pub fn print(mut self, bytes: &[u8]) -> Result<(), Error> {
        self.write_all(bytes).map_err(Error::output)?;
        self.commit()
    }

    /// Makes what was written appear.
    pub fn commit(mut self) -> Result<(), Error> {
        self.flush().map_err(Error::output)?;
        match self.0 {
            Target::File { draft, path } => publish(draft, &path).map_err(|error| Error::write(&path, error)),
            Target::Stdout(_) | Target::Device { .. } => Ok(()),
        }
    }

    fn sink(&mut self) -> &mut dyn Write {
        match &mut self.0 {
            Target::Stdout(stdout) => stdout,
            // The draft would name itself in its errors, and nobody has heard of it.
            Target::File { draft, .. } => draft.as_file_mut(),
            Target::Device { file, .. } => file,
        }
    }

    /// The error, and which file it befell: whoever writes knows no more than that this is some output.
    fn named(&self, error: io::Error) -> io::Error {
        match &self.0 {
            Target::Stdout(_) => error,
            Target::File { path, .. } | Target::Device { path, .. } => {
                io::Error::new(error.kind(), Error::write(path, error))
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sink().write(bytes).map_err(|error| self.named(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink().flush().map_err(|error| self.named(error))
    }
}

fn open(path: &Path) -> io::Result<Target> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => draft(fs::canonicalize(path)?, Some(found.permissions())),
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => Ok(Target::Device { file: File::options().write(true).open(path)?, path: path.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => draft(end_of_links(path), None),
        Err(error) => Err(error),
    }
}

/// Where a file goes that is to replace the one at a path, and with which permissions.
pub(crate) fn site_of(path: &Path) -> io::Result<(PathBuf, Option<Permissions>)> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok((fs::canonicalize(path)?, Some(found.permissions()))),
        Ok(_) => Err(io::Error::new(io::ErrorKind::InvalidInput, "expected a file, found something else")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((end_of_links(path), None)),
        Err(error) => Err(error),
    }
}

/// The path that a path leads to where nothing is yet. Links in a circle lead to an error, and so not here.
fn end_of_links(path: &Path) -> PathBuf {
    let next = |path: &PathBuf| Some(folder_of(path).join(fs::read_link(path).ok()?));
    successors(Some(path.to_owned()), next).take(MOST_LINKS).last().unwrap_or_default()
}

/// As many as Linux follows.
const MOST_LINKS: usize = 40;

/// A new file in the folder of the one it is to replace, whose permissions it takes over: only there is the move sure to
/// be one.
fn draft(path: PathBuf, permissions: Option<Permissions>) -> io::Result<Target> {
    let folder = folder_of(&path);
    // Says better than the builder what is wrong with the folder.
    fs::metadata(folder)?;
    let mode = if permissions.is_some() { 0o600 } else { 0o666 };
    let draft = draft_builder(mode).tempfile_in(folder).map_err(|error| without_path(&error))?;
    permissions.map_or(Ok(()), |permissions| draft.as_file().set_permissions(permissions))?;
    Ok(Target::File { draft, path })
}

fn publish(draft: NamedTempFile, path: &Path) -> io::Result<()> {
    draft.as_file().sync_all()?;
    draft.persist(path)?;
    Ok(())
}

/// What makes drafts: files and folders of hidden names, for those to read whom this mode and the user allow.
pub(crate) fn draft_builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".copydesk-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

/// The error without the path of the draft that could not be made.
pub(crate) fn without_path(error: &io::Error) -> io::Error {
    error.kind().into()
}

/// The folder that a path lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
