//! The way through a folder: one folder at a time is held, however many lie below it.

use crate::{Notice, Severity};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is found in a folder and in those below it, sorted by name. Names that start with a dot are passed over.
pub(crate) struct Walk {
    /// The folders on the way, each with what is left of it, the first at the end.
    left: Vec<Vec<PathBuf>>,
}

/// What is found on the way.
pub(crate) enum Found {
    File(PathBuf),
    /// Something that is no file.
    Odd(Notice),
    Unreadable(PathBuf, io::Error),
}

impl Walk {
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        Ok(Self { left: vec![entries(folder)?] })
    }

    /// What is at a path, unless that is a folder, which is what comes next.
    fn visit(&mut self, path: PathBuf) -> Option<Found> {
        let is_link = fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink());
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() && is_link => Some(Found::Odd(link(&path, "one to a folder"))),
            Ok(found) if found.is_dir() => match entries(&path) {
                Ok(entries) => {
                    self.left.push(entries);
                    None
                }
                Err(error) => Some(Found::Unreadable(path, error)),
            },
            Ok(found) if found.is_file() => Some(Found::File(path)),
            Ok(_) => Some(Found::Odd(not_text(&path))),
            Err(_) if is_link && !is_txt(&path) => Some(Found::Odd(link(&path, "one that leads nowhere"))),
            Err(error) => Some(Found::Unreadable(path, error)),
        }
    }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        while let Some(folder) = self.left.last_mut() {
            match folder.pop() {
                Some(path) => {
                    if let Some(found) = self.visit(path) {
                        return Some(found);
                    }
                }
                None => drop(self.left.pop()),
            }
        }
        None
    }
}

/// What paths are sorted by. A folder sorts as what lies in it does, so that all paths together are sorted.
pub(crate) fn key(path: &OsStr, is_folder: bool) -> String {
    path.to_string_lossy().into_owned() + if is_folder { "/" } else { "" }
}

/// What is in a folder, the last first.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        entries.push((key(&name, is_folder), entry.path()));
    }
    entries.sort_unstable_by(|a, b| b.cmp(a));
    Ok(entries.into_iter().map(|(_, path)| path).collect())
}

/// Whether a file is called `*.txt`, `*.txt.gz` or `*.txt.zst`.
pub(crate) fn is_txt(path: &Path) -> bool {
    let is = |path: &Path, wanted| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(wanted));
    is(path, "txt") || (is(path, "gz") || is(path, "zst")) && is(&path.with_extension(""), "txt")
}

/// A path in a folder, with `/` between the names.
pub(crate) fn name_in(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let names: Vec<_> = inside.iter().map(OsStr::to_string_lossy).collect();
    names.join("/")
}

pub(crate) fn not_text(path: &Path) -> Notice {
    notice(path, "not_text", "expected text, found other data; left out".into())
}

pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Notice {
    let message = format!("expected what can be read, found: {error}; left out");
    Notice { severity: Severity::Problem, ..notice(path, "unreadable", message) }
}

fn link(path: &Path, found: &str) -> Notice {
    notice(path, "link", format!("expected no link but those to files, found {found}; left out"))
}

pub(crate) fn notice(path: &Path, code: &'static str, message: String) -> Notice {
    let file = path.display().to_string();
    Notice { severity: Severity::Warning, code: code.into(), file, offset: 0, message, excerpt: None }
}
