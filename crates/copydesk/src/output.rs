use crate::Error;
use std::fs::{self, File};
use std::io::{self, StdoutLock, Write};
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
        self.write_all(bytes).map_err(|error| self.error(error))?;
        self.commit()
    }

    /// Makes what was written appear.
    pub fn commit(mut self) -> Result<(), Error> {
        self.flush().map_err(|error| self.error(error))?;
        match self.0 {
            Target::File { draft, path } => publish(draft, &path).map_err(|error| Error::write(&path, error)),
            Target::Stdout(_) | Target::Device { .. } => Ok(()),
        }
    }

    fn error(&self, error: io::Error) -> Error {
        match &self.0 {
            Target::Stdout(_) => Error::output(error),
            Target::File { path, .. } | Target::Device { path, .. } => Error::write(path, error),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Target::Stdout(stdout) => stdout.write(bytes),
            Target::File { draft, .. } => draft.write(bytes),
            Target::Device { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Target::Stdout(stdout) => stdout.flush(),
            Target::File { draft, .. } => draft.flush(),
            Target::Device { file, .. } => file.flush(),
        }
    }
}

fn open(path: &Path) -> io::Result<Target> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => draft(&fs::canonicalize(path)?),
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => Ok(Target::Device { file: File::options().write(true).open(path)?, path: path.to_owned() }),
        Err(_) => draft(path),
    }
}

/// A new file in the folder of the one it is to replace: only there is the move sure to be one.
fn draft(path: &Path) -> io::Result<Target> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Says better than the builder what is wrong with the folder.
    fs::metadata(folder)?;
    let mut builder = Builder::new();
    builder.prefix(".copydesk-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    Ok(Target::File { draft: builder.tempfile_in(folder)?, path: path.to_owned() })
}

fn publish(draft: NamedTempFile, path: &Path) -> io::Result<()> {
    draft.as_file().sync_all()?;
    draft.persist(path)?;
    Ok(())
}
