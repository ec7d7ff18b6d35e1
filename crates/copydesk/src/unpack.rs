use crate::bundles::check;
use crate::intake::Intake;
use crate::observer::Stop;
use crate::origin::Passes;
use crate::output::{draft_builder, folder_of, without_path};
use crate::pages::each_batch;
use crate::reading::Inputs;
use crate::{Error, Observer};
use copydesk_bundle::{Bundle, Document, unpack_plan};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Writes each document to a file of its name below a folder that is new or empty. All of them appear, or none.
///
/// Nothing is written where a name is not safe; see [`unpack_plan`].
pub fn unpack(
    input: &Path,
    folder: &Path,
    intake: &Intake,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let input = Inputs::new(&[input], intake, Passes::Two);
    let (name, documents) = names(&input, observer)?;
    let named = Bundle { documents, ..Bundle::default() };
    let plan = unpack_plan(&named).map_err(|error| Error::unpack(&name, error))?;
    // Without `.` at its end, whose folder would be the folder itself.
    let folder: &PathBuf = &folder.components().collect();
    let site = site(folder)?;
    let write = |error| Error::write(folder, error);
    let draft = draft(folder, site).map_err(write)?;
    let mut paths = plan.iter();
    each_batch(&input, &mut Heeding(observer.stop()), |_, bundle, _| {
        for (document, path) in bundle.documents.iter().zip(&mut paths) {
            let path: PathBuf = path.components().iter().collect();
            create(&draft.path().join(&path), &document.content).map_err(|error| {
                Error::write_document(&name, document.marker.start, &folder.join(path), error)
            })?;
        }
        Ok(())
    })?;
    publish(draft, folder, site).map_err(write)
}

/// Hears nothing, but that the run is to end.
struct Heeding(Stop);

impl Observer for Heeding {
    fn stop(&self) -> Stop {
        self.0.clone()
    }
}

/// The documents without their contents, and what the input is called. The observer hears all that is odd about them.
fn names(input: &Inputs, observer: &mut dyn Observer) -> Result<(String, Vec<Document<'static>>), Error> {
    let (mut name, mut documents) = (String::new(), Vec::new());
    each_batch(input, observer, |batch, bundle, observer| {
        check(batch, bundle, observer);
        name.clone_from(&batch.facts.name);
        documents.extend(bundle.documents.iter().map(without_content));
        Ok(())
    })?;
    Ok((name, documents))
}

fn without_content(document: &Document<'_>) -> Document<'static> {
    Document {
        name: document.name.to_string().into(),
        occurrence: document.occurrence,
        headers: Vec::new(),
        sha256: None,
        marker: document.marker.clone(),
        content: Vec::new().into(),
        span: document.span.clone(),
        trailer: document.trailer.clone(),
    }
}

/// What is where the documents are to go.
#[derive(Clone, Copy)]
enum Site {
    Nothing,
    EmptyFolder,
}

/// An error if there is a folder with something in it, or no folder: a link to one leads elsewhere.
fn site(folder: &Path) -> Result<Site, Error> {
    let is_name = folder.file_name().is_some();
    match fs::symlink_metadata(folder) {
        Ok(found) if found.is_symlink() => Err(Error::occupied(folder, "a link")),
        Ok(found) if !found.is_dir() => Err(Error::occupied(folder, "a file")),
        Ok(_) => match fs::read_dir(folder).map_err(|error| Error::read(folder, error))?.next() {
            Some(_) => Err(Error::occupied(folder, "files in it")),
            None => Ok(Site::EmptyFolder),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_name => Ok(Site::Nothing),
        Err(error) => Err(Error::read(folder, error)),
    }
}

/// A folder beside the one that it is to become, or in the one that its files are to fill: on the disk of either.
fn draft(folder: &Path, site: Site) -> io::Result<TempDir> {
    let parent = match site {
        Site::Nothing => folder_of(folder),
        Site::EmptyFolder => folder,
    };
    fs::create_dir_all(parent)?;
    draft_builder(0o777).tempdir_in(parent).map_err(|error| without_path(&error))
}

fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    File::create_new(path)?.write_all(content)
}

/// A folder that was there stays the same one, with its owner and permissions.
fn publish(draft: TempDir, folder: &Path, site: Site) -> io::Result<()> {
    match site {
        Site::EmptyFolder => move_all(draft.path(), folder),
        Site::Nothing => {
            fs::rename(draft.path(), folder)?;
            // Nothing is left to remove.
            let _ = draft.keep();
            Ok(())
        }
    }
}

/// Moves what is in a folder to another one; if that fails, all of it goes back.
fn move_all(from: &Path, to: &Path) -> io::Result<()> {
    let names = entries(from)?;
    for (done, name) in names.iter().enumerate() {
        if let Err(error) = fs::rename(from.join(name), to.join(name)) {
            // What cannot go back stays: there is nothing better to do.
            names[..done].iter().for_each(|name| drop(fs::rename(to.join(name), from.join(name))));
            return Err(error);
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> io::Result<Vec<OsString>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

#[cfg(test)]
mod tests {
    use super::unpack;
    use crate::observer::Stop;
    use crate::{Intake, Observer};
    use std::cell::Cell;
    use std::fs;

    /// Wishes to stop when the documents are read for the second time.
    struct Late(Cell<bool>);

    impl Observer for Late {
        fn stop(&self) -> Stop {
            let stop = Stop::default();
            if self.0.replace(true) {
                stop.wish();
            }
            stop
        }
    }

    #[test]
    fn who_wishes_to_stop_while_files_are_written_gets_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let bundle = folder.path().join("pages.bundle");
        fs::write(&bundle, "==> a.txt <==\nA page\n").expect("written");
        let target = folder.path().join("pages");
        let error =
            unpack(&bundle, &target, &Intake::default(), &mut Late(Cell::default())).expect_err("stopped");
        assert_eq!((error.exit_code(), fs::read_dir(folder.path()).expect("a folder").count()), (130, 1));
    }
}
