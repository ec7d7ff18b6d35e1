//! A folder of text files, read as a bundle: each file is a document, its path in the folder the name. What is compressed is
//! read as what it is: a page, or a bundle.

use crate::compressed::Format;
use crate::decode::{decode_utf16, is_utf16};
use crate::intake::Intake;
use crate::origin::Origin;
use crate::text::{self, MAGIC, peek};
use crate::walk::{Found, Walk, is_txt, name_in, not_text, notice, unreadable};
use crate::{Error, Notice};
use copydesk_bundle::{Count, Document, Issue, IssueKind, Names, sniff};
use std::borrow::Cow;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

/// A file of a folder.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path in the folder, with `/` between the names.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// How many bytes there are: more than are read, of a very long one.
    size: usize,
    /// How many documents of the run have had its name.
    count: Count,
}

/// What a folder holds: a file, or something that is left out.
pub(crate) enum Item {
    File(File),
    /// One that is compressed, and text: to be opened.
    Compressed(PathBuf),
    Notice(Notice),
}

/// The files of a folder and of those below it, sorted by name: all `*.txt`; or, where there is none, all files that look
/// like text. Names that start with a dot are passed over, as shells do. What cannot be read costs nothing else, unless there
/// is nothing else.
pub(crate) struct Files {
    folder: PathBuf,
    walk: Walk,
    intake: Intake,
    has_txt: bool,
    /// Files left out for their names, until that is said.
    others: usize,
    /// All files.
    found: usize,
    /// Whether no file came out so far.
    is_empty: bool,
    /// The first thing that could not be read.
    fault: Option<(PathBuf, io::Error)>,
}

impl Files {
    /// Walks through the folder to see what there is, but opens no file.
    pub(crate) fn of(folder: &Path, intake: &Intake) -> Result<Self, Error> {
        let walk = |folder| Walk::of(folder).map_err(|error| Error::read(folder, error));
        let (mut found, mut txt) = (0, 0);
        for item in walk(folder)? {
            if let Found::File(path) = item {
                found += 1;
                txt += usize::from(is_txt(&path));
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            walk: walk(folder)?,
            intake: intake.clone(),
            has_txt: txt > 0,
            others: if txt > 0 { found - txt } else { 0 },
            found,
            is_empty: true,
            fault: None,
        })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn item(&mut self, found: Found) -> Option<Item> {
        match found {
            Found::File(path) if self.has_txt && !is_txt(&path) => None,
            Found::File(path) => Some(self.file(path)),
            Found::Odd(notice) => Some(Item::Notice(notice)),
            Found::Unreadable(path, error) => Some(self.unreadable(path, error)),
        }
    }

    fn file(&mut self, path: PathBuf) -> Item {
        match self.read(&path) {
            Ok(Some(item)) => {
                self.is_empty = false;
                item
            }
            Ok(None) => Item::Notice(not_text(&path)),
            Err(error) => self.unreadable(path, error),
        }
    }

    /// What is in a file, if that is text.
    fn read(&self, path: &Path) -> io::Result<Option<Item>> {
        let mut file = fs::File::open(path)?;
        let head = peek(&mut file, MAGIC)?;
        if Format::of(&head).is_some() {
            let is_text = self.has_txt || {
                let head = text::head(&Origin::File(path.to_owned()), &self.intake)?;
                !is_binary(&head)
            };
            return Ok(is_text.then(|| Item::Compressed(path.to_owned())));
        }
        let size = file.metadata()?.len() as usize;
        let file = Cursor::new(head).chain(file);
        let file = File::read(name_in(&self.folder, path), file, size, self.intake.max_document)?;
        Ok((self.has_txt || !is_binary(&file.bytes)).then_some(Item::File(file)))
    }

    fn unreadable(&mut self, path: PathBuf, error: io::Error) -> Item {
        let notice = unreadable(&path, &error);
        self.fault.get_or_insert((path, error));
        Item::Notice(notice)
    }

    /// Why no file came out.
    fn nothing(&mut self) -> Option<Error> {
        if !std::mem::take(&mut self.is_empty) {
            return None;
        }
        Some(match self.fault.take() {
            Some((path, error)) => Error::read(&path, error),
            None => Error::no_text(&self.folder, self.found),
        })
    }
}

impl Iterator for Files {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.others > 0 {
            return Some(Ok(Item::Notice(left_out(&self.folder, std::mem::take(&mut self.others)))));
        }
        while let Some(found) = self.walk.next() {
            if let Some(item) = self.item(found) {
                return Some(Ok(item));
            }
        }
        self.nothing().map(Err)
    }
}

impl File {
    /// The first of about so many bytes.
    fn read(name: String, bytes: impl Read, size: usize, most: usize) -> io::Result<Self> {
        let mut start = Vec::with_capacity(size.min(most));
        bytes.take(most as u64).read_to_end(&mut start)?;
        let count = Count { occurrence: 1, has_filled: false };
        Ok(Self { name, size: size.max(start.len()), bytes: start, count })
    }

    /// The same, with its name counted.
    pub(crate) fn counted(self, names: &mut Names) -> Self {
        Self { count: names.count(&self.name), ..self }
    }

    /// The file as the one document of its name.
    pub(crate) fn document(&self) -> Document<'_> {
        Document {
            name: Cow::Borrowed(&self.name),
            occurrence: self.count.occurrence,
            headers: Vec::new(),
            sha256: None,
            marker: 0..0,
            content: Cow::Borrowed(&self.bytes),
            span: 0..self.bytes.len(),
            trailer: self.bytes.len()..self.size,
        }
    }

    /// What is odd about it as the document of this index: its name, that it is longer than is read, or a bundle itself.
    pub(crate) fn issues(&self, index: usize) -> impl Iterator<Item = Issue> {
        let (kept, found) = (self.bytes.len(), self.size);
        let cut = (kept < found).then_some(IssueKind::Truncated { kept, found });
        let issue = move |kind| Issue { kind, span: 0..0, document: Some(index) };
        self.markers().into_iter().chain(cut).chain(self.count.issues()).map(issue)
    }

    fn markers(&self) -> Option<IssueKind> {
        let decoded = decode_utf16(&self.bytes);
        let text = decoded.as_ref().map_or(&*self.bytes, |decoded| decoded.text.as_bytes());
        let found = sniff(text).chosen?;
        Some(IssueKind::Nested { dialect: found.dialect, markers: found.markers })
    }
}

/// Bytes looked at to tell text from other data.
const SAMPLE: usize = 8 << 10;

/// Whether more than a tenth of the bytes are control characters that no text has, UTF-16 apart.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    !is_utf16(sample) && controls * 10 > sample.len()
}

fn left_out(folder: &Path, others: usize) -> Notice {
    let message = format!("expected files named *.txt, found {others} others; left out");
    notice(folder, "not_txt", message)
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
