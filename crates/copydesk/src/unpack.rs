use crate::bundles::checked;
use crate::input::Input;
use crate::{Error, Observer};
use copydesk_bundle::{Dialect, unpack_plan};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, TempDir};

/// Writes each document to a file of its name below a folder that is new or empty. All of them appear, or none.
///
/// Nothing is written where a name is not safe; see [`unpack_plan`].
pub fn unpack(
    input: &Path,
    folder: &Path,
    dialect: Option<Dialect>,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let input = Input::open(input)?;
    let bundle = checked(&input, dialect, observer);
    let plan = unpack_plan(&bundle).map_err(|error| Error::unpack(input.name(), error))?;
    let is_there = is_there(folder)?;
    let write = |error| Error::write(folder, error);
    let draft = draft(folder).map_err(write)?;
    for (document, path) in bundle.documents.iter().zip(&plan) {
        let path = draft.path().join(path.components().iter().collect::<std::path::PathBuf>());
        create(&path, document.content).map_err(|error| Error::write(&path, error))?;
    }
    publish(draft, folder, is_there).map_err(write)
}

/// Whether the folder exists; an error if it is not empty, or no folder: a link to one leads elsewhere.
fn is_there(folder: &Path) -> Result<bool, Error> {
    match fs::symlink_metadata(folder) {
        Ok(found) if found.is_symlink() => Err(Error::occupied(folder, "a link")),
        Ok(found) if !found.is_dir() => Err(Error::occupied(folder, "a file")),
        Ok(_) => match fs::read_dir(folder).map_err(|error| Error::read(folder, error))?.next() {
            Some(_) => Err(Error::occupied(folder, "files in it")),
            None => Ok(true),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Error::read(folder, error)),
    }
}

/// A folder beside the one that it is to become.
fn draft(folder: &Path) -> io::Result<TempDir> {
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let mut builder = Builder::new();
    builder.prefix(".copydesk-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(parent)
}

fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    File::create_new(path)?.write_all(content)
}

fn publish(draft: TempDir, folder: &Path, is_there: bool) -> io::Result<()> {
    if is_there {
        fs::remove_dir(folder)?;
    }
    fs::rename(draft.keep(), folder)
}
