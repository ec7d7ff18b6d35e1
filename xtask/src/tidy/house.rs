//! The files of the repository, read once for all checks.

use anyhow::{Context, Result};
use std::fmt::{self, Display};
use std::fs;
use std::path::Path;

/// Folders that are not the repository's.
const FOREIGN: [&str; 2] = [".git", "target"];

pub(super) struct House {
    /// Sorted by path.
    pub(super) files: Vec<File>,
}

pub(super) struct File {
    /// From the root, with `/`.
    pub(super) path: String,
    /// Empty if it is not UTF-8.
    pub(super) text: String,
}

/// What is wrong, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Finding {
    path: String,
    /// From 1.
    line: usize,
    message: String,
}

impl Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl House {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let mut files = Vec::new();
        collect(root, "", &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The text of a file; empty if there is none.
    pub(super) fn text(&self, path: &str) -> &str {
        self.file(path).map_or("", |file| &file.text)
    }

    /// The folders in `crates/`.
    pub(super) fn crates(&self) -> Vec<&str> {
        let manifests = self.files.iter().filter_map(|file| file.path.strip_suffix("/Cargo.toml"));
        manifests
            .filter_map(|folder| folder.strip_prefix("crates/"))
            .filter(|name| !name.contains('/'))
            .collect()
    }

    /// Rust written by people.
    pub(super) fn sources(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.extension() == "rs" && !file.is_in("generated"))
    }

    pub(super) fn long_sources(&self, lines: usize) -> impl Iterator<Item = &File> {
        self.sources().filter(move |file| file.text.lines().count() > lines)
    }
}

impl File {
    pub(super) fn extension(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Whether one of the folders that it lies in has this name.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.rsplit_once('/').is_some_and(|(folders, _)| folders.split('/').any(|name| name == folder))
    }

    pub(super) fn at(&self, line: usize, message: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, message: message.into() }
    }

    /// Lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// A finding for each line that is not as it should be.
    pub(super) fn lines_where(&self, is_wrong: impl Fn(&str) -> bool, message: &str) -> Vec<Finding> {
        self.lines().filter(|(_, line)| is_wrong(line)).map(|(number, _)| self.at(number, message)).collect()
    }
}

/// A finding in a file that may not be there.
pub(super) fn finding(path: &str, message: impl Into<String>) -> Finding {
    Finding { path: path.into(), line: 1, message: message.into() }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if !FOREIGN.contains(&name.as_str()) {
                collect(&entry.path(), &format!("{path}/"), files)?;
            }
        } else {
            let text = String::from_utf8(fs::read(entry.path())?).unwrap_or_default();
            files.push(File { path, text });
        }
    }
    Ok(())
}

#[cfg(test)]
impl House {
    /// A house of these files.
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).into(), text: (*text).into() };
        Self { files: files.iter().map(file).collect() }
    }
}
