//! A folder of text files, read as a bundle: each file is a document, its path in the folder the name.

use crate::decode::{decode_utf16, is_utf16};
use crate::{Error, Notice, Severity};
use copydesk_bundle::{Document, Issue, IssueKind, sniff};
use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of a folder.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path in the folder, with `/` between the names.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The files of a folder and of those below it, sorted by name: all `*.txt`; or, where there is none, all files that look
/// like text. Names that start with a dot are passed over, as shells do. What cannot be read costs nothing else, unless there
/// is nothing else.
pub(crate) fn read(folder: &Path) -> Result<(Vec<File>, Vec<Notice>), Error> {
    let mut walk = Walk::default();
    walk.folder(folder).map_err(|error| Error::read(folder, error))?;
    let found = walk.paths.len();
    let has_txt = walk.paths.iter().any(|path| is_txt(path));
    if has_txt {
        walk.paths.retain(|path| is_txt(path));
        walk.notices.extend(left_out(folder, found - walk.paths.len()));
    }
    let mut files = Vec::new();
    for path in std::mem::take(&mut walk.paths) {
        match File::read(folder, &path) {
            Ok(file) if has_txt || !is_binary(&file.bytes) => files.push(file),
            Ok(_) => walk.notices.push(not_text(&path)),
            Err(error) => walk.unreadable(path, error),
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    match walk.fault {
        _ if !files.is_empty() => Ok((files, walk.notices)),
        Some((path, error)) => Err(Error::read(&path, error)),
        None => Err(Error::no_text(folder, found)),
    }
}

/// What is found on the way through a folder.
#[derive(Default)]
struct Walk {
    paths: Vec<PathBuf>,
    notices: Vec<Notice>,
    /// The first thing that could not be read.
    fault: Option<(PathBuf, io::Error)>,
}

impl Walk {
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        entries.retain(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            self.entry(&entry);
        }
        Ok(())
    }

    fn entry(&mut self, entry: &fs::DirEntry) {
        let path = entry.path();
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() && is_link => self.notices.push(link(&path, "one to a folder")),
            Ok(found) if found.is_dir() => {
                if let Err(error) = self.folder(&path) {
                    self.unreadable(path, error);
                }
            }
            Ok(found) if found.is_file() => self.paths.push(path),
            Ok(_) => self.notices.push(not_text(&path)),
            Err(_) if is_link && !is_txt(&path) => self.notices.push(link(&path, "one that leads nowhere")),
            Err(error) => self.unreadable(path, error),
        }
    }

    fn unreadable(&mut self, path: PathBuf, error: io::Error) {
        let message = format!("expected what can be read, found: {error}; left out");
        self.notices.push(Notice { severity: Severity::Problem, ..notice(&path, "unreadable", message) });
        self.fault.get_or_insert((path, error));
    }
}

impl File {
    fn read(folder: &Path, path: &Path) -> io::Result<Self> {
        Ok(Self { name: name_in(folder, path), bytes: fs::read(path)? })
    }

    /// The file as the one document of its name.
    pub(crate) fn document(&self) -> Document<'_> {
        Document {
            name: Cow::Borrowed(&self.name),
            occurrence: 1,
            headers: Vec::new(),
            sha256: None,
            marker: 0..0,
            content: Cow::Borrowed(&self.bytes),
            span: 0..self.bytes.len(),
            trailer: self.bytes.len()..self.bytes.len(),
        }
    }

    /// That the document of this index is a bundle, if the file looks like one.
    pub(crate) fn markers(&self, index: usize) -> Option<Issue> {
        let decoded = decode_utf16(&self.bytes);
        let text = decoded.as_ref().map_or(&*self.bytes, |decoded| decoded.text.as_bytes());
        let found = sniff(text).chosen?;
        let kind = IssueKind::Nested { dialect: found.dialect, markers: found.markers };
        Some(Issue { kind, span: 0..0, document: Some(index) })
    }
}

fn name_in(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let names: Vec<_> = inside.iter().map(OsStr::to_string_lossy).collect();
    names.join("/")
}

fn is_txt(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

/// Bytes looked at to tell text from other data.
const SAMPLE: usize = 8 << 10;

/// Whether more than a tenth of the bytes are control characters that no text has, UTF-16 apart.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    !is_utf16(sample) && controls * 10 > sample.len()
}

fn left_out(folder: &Path, others: usize) -> Option<Notice> {
    let message = format!("expected files named *.txt, found {others} others; left out");
    (others > 0).then(|| notice(folder, "not_txt", message))
}

fn not_text(path: &Path) -> Notice {
    notice(path, "not_text", "expected text, found other data; left out".into())
}

fn link(path: &Path, found: &str) -> Notice {
    notice(path, "link", format!("expected no link but those to files, found {found}; left out"))
}

fn notice(path: &Path, code: &'static str, message: String) -> Notice {
    let file = path.display().to_string();
    Notice { severity: Severity::Warning, code: code.into(), file, offset: 0, message, excerpt: None }
}

#[cfg(test)]
mod tests {
    use super::is_binary;

    #[test]
    fn text_is_text_in_any_encoding() {
        for text in
            [&b""[..], b"a", b"a\0b, and twenty more", b"\xFF\xFEa\0b\0", b"\xCC\xEE\xF1\xF2", b"\x1B[1m"]
        {
            assert!(!is_binary(text), "{text:?}");
        }
    }

    #[test]
    fn control_characters_are_not() {
        for data in [&b"\0"[..], b"GIF89a\x01\0\x01\0", b"\x7FELF\x02\x01\x01\0\0\0"] {
            assert!(is_binary(data), "{data:?}");
        }
    }
}
