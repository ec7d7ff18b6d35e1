use crate::walk::name_in;
use copydesk_bundle::Bundle;
use std::borrow::Cow;
use std::path::Path;

/// What is known of an input beside its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// What messages call it.
    pub(crate) name: String,
    /// What to call its one document where it has no marker.
    pub(crate) title: String,
    /// The folder that it is or lies in.
    folder: Option<String>,
    pub(crate) kind: Kind,
    /// Whether nobody expects a marker in it.
    pub(crate) is_page: bool,
    /// What is odd about each of its documents.
    pub(crate) common_code: Option<Cow<'static, str>>,
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file or a stream.
    File,
    /// A folder, whose files are the documents.
    Folder,
}

/// What standard input is called.
const STDIN: &str = "<stdin>";

impl Facts {
    pub(crate) fn of_stdin() -> Self {
        let name = STDIN.to_owned();
        Self { title: name.clone(), name, folder: None, kind: Kind::File, is_page: false, common_code: None }
    }

    pub(crate) fn of_file(path: &Path) -> Self {
        let name = path.display().to_string();
        let title = path.file_name().map_or_else(|| name.clone(), |file| file.to_string_lossy().into_owned());
        Self {
            name,
            title,
            folder: path.parent().map(last_name),
            kind: Kind::File,
            is_page: false,
            common_code: None,
        }
    }

    pub(crate) fn of_folder(path: &Path) -> Self {
        Self { folder: Some(last_name(path)), kind: Kind::Folder, ..Self::of_file(path) }
    }

    /// Of a file in this folder.
    pub(crate) fn of_file_in(&self, folder: &Path, path: &Path) -> Self {
        let title = name_in(folder, path);
        Self { title, folder: self.folder.clone(), is_page: true, ..Self::of_file(path) }
    }

    /// The folder that its documents come from, if it tells: that of a bundle says nothing of them.
    pub(crate) fn home(&self, bundle: &Bundle<'_>) -> Option<&str> {
        self.folder.as_deref().filter(|_| bundle.dialect.is_none())
    }
}

/// The last name of a path; of one that has none, such as that of the working folder, a dot.
fn last_name(path: &Path) -> String {
    path.file_name().map_or_else(|| ".".into(), |name| name.to_string_lossy().into_owned())
}
