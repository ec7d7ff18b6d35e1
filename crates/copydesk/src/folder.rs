//! A folder of text files, read as a bundle: each file is a document, its path in the folder the name.

use crate::{Error, Notice, Severity};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of a folder.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path in the folder, with `/` between the names.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The files of a folder and of those below it, sorted by name: all `*.txt`; or, where there is none, all files that look
/// like text. Names that start with a dot are passed over, as shells do.
pub(crate) fn read(folder: &Path) -> Result<(Vec<File>, Vec<Notice>), Error> {
    let mut paths = Vec::new();
    let mut notices = Vec::new();
    walk(folder, &mut paths, &mut notices)?;
    let found = paths.len();
    let mut files = Vec::new();
    if paths.iter().any(|path| is_txt(path)) {
        paths.retain(|path| is_txt(path));
        notices.extend(left_out(folder, found - paths.len()));
        for path in paths {
            files.push(File::read(folder, &path)?);
        }
    } else {
        for path in paths {
            let file = File::read(folder, &path)?;
            if is_binary(&file.bytes) {
                notices.push(not_text(&path));
            } else {
                files.push(file);
            }
        }
    }
    if files.is_empty() {
        return Err(Error::no_text(folder, found));
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((files, notices))
}

impl File {
    fn read(folder: &Path, path: &Path) -> Result<Self, Error> {
        let bytes = fs::read(path).map_err(|error| Error::read(path, error))?;
        Ok(Self { name: name_in(folder, path), bytes })
    }
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>, notices: &mut Vec<Notice>) -> Result<(), Error> {
    let read = |error| Error::read(folder, error);
    let mut entries = fs::read_dir(folder).map_err(read)?.collect::<Result<Vec<_>, _>>().map_err(read)?;
    entries.retain(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() && is_link => notices.push(link(&path)),
            Ok(found) if found.is_dir() => walk(&path, paths, notices)?,
            Ok(found) if found.is_file() => paths.push(path),
            Ok(_) => notices.push(not_text(&path)),
            Err(error) => return Err(Error::read(&path, error)),
        }
    }
    Ok(())
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
    let is_utf16 = sample.starts_with(b"\xFF\xFE") || sample.starts_with(b"\xFE\xFF");
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    !is_utf16 && controls * 10 > sample.len()
}

fn left_out(folder: &Path, others: usize) -> Option<Notice> {
    let message = format!("expected files named *.txt, found {others} others; left out");
    (others > 0).then(|| notice(folder, "not_txt", message))
}

fn not_text(path: &Path) -> Notice {
    notice(path, "not_text", "expected text, found other data; left out".into())
}

fn link(path: &Path) -> Notice {
    notice(path, "link", "expected a folder, found a link to one; left out".into())
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
