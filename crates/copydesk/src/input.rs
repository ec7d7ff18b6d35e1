use crate::decode::{Kind, Oddity, decode_utf16};
use crate::excerpt::Excerpt;
use crate::folder::{self, File};
use crate::lines::Lines;
use crate::{Error, Notice, Severity};
use copydesk_bundle::{Bundle, Dialect, Document, Issue, IssueKind, Reader, sniff};
use std::borrow::Cow;
use std::fmt::Display;
use std::fs;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

/// A bundle in memory: a file, a stream, or a folder whose files are the documents.
#[derive(Debug)]
pub(crate) struct Input {
    name: String,
    /// The folder that it is or lies in.
    folder: Option<String>,
    source: Source,
    notices: Vec<Notice>,
    common_code: Option<Cow<'static, str>>,
}

#[derive(Debug)]
enum Source {
    File {
        bytes: Vec<u8>,
        lines: Lines,
        /// What to call its one document where it has no marker.
        title: String,
    },
    Folder(Vec<File>),
}

/// The last name of a path; of one that has none, such as that of the working folder, a dot.
fn last_name(path: &Path) -> String {
    path.file_name().map_or_else(|| ".".into(), |name| name.to_string_lossy().into_owned())
}

impl Input {
    /// Reads a file or a folder whole; `-` is standard input.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let read = |error| Error::read(Path::new(STDIN), error);
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(read)?;
            return Ok(Self::file(STDIN.to_owned(), None, STDIN.to_owned(), bytes));
        }
        let name = path.display().to_string();
        let read = |error| Error::read(path, error);
        if fs::metadata(path).map_err(read)?.is_dir() {
            let (files, notices) = folder::read(path)?;
            let (folder, source) = (Some(last_name(path)), Source::Folder(files));
            return Ok(Self { name, folder, source, notices, common_code: None });
        }
        let title = path.file_name().map_or_else(|| name.clone(), |file| file.to_string_lossy().into_owned());
        let bytes = fs::read(path).map_err(read)?;
        Ok(Self::file(name, path.parent().map(last_name), title, bytes))
    }

    fn file(name: String, folder: Option<String>, title: String, bytes: Vec<u8>) -> Self {
        let (bytes, oddities) = markers_in_utf8(bytes);
        let notices = oddities.iter().map(|oddity| transcoded(&name, oddity)).collect();
        let common_code = oddities.first().map(|oddity| oddity.kind.code());
        let source = Source::File { bytes, lines: Lines::default(), title };
        Self { name, folder, source, notices, common_code }
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The folder that its documents come from, if it tells: that of a bundle says nothing of them.
    pub(crate) fn home(&self, bundle: &Bundle<'_>) -> Option<&str> {
        self.folder.as_deref().filter(|_| bundle.dialect.is_none())
    }

    /// Its bytes, if it is a file.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match &self.source {
            Source::File { bytes, .. } => Some(bytes),
            Source::Folder(_) => None,
        }
    }

    /// How many bytes it has.
    pub(crate) fn size(&self) -> usize {
        match &self.source {
            Source::File { bytes, .. } => bytes.len(),
            Source::Folder(files) => files.iter().map(|file| file.bytes.len()).sum(),
        }
    }

    /// Its documents; those of a file by the markers of a dialect, or of the one that is found. A file without a marker is
    /// one document, named like the file.
    pub(crate) fn bundle(&self, dialect: Option<Dialect>) -> Bundle<'_> {
        match &self.source {
            Source::File { bytes, title, .. } => split(bytes, title, dialect),
            Source::Folder(files) => Bundle {
                dialect: None,
                preamble: 0..0,
                documents: files.iter().map(File::document).collect(),
                issues: files.iter().enumerate().filter_map(|(index, file)| file.markers(index)).collect(),
            },
        }
    }

    /// What was odd about opening it, before any document was looked at.
    pub(crate) fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What is odd about each of its documents.
    pub(crate) fn common_code(&self) -> Option<Cow<'static, str>> {
        self.common_code.clone()
    }

    pub(crate) fn issue_notice(&self, bundle: &Bundle<'_>, issue: &Issue) -> Notice {
        let document = issue.document.and_then(|index| bundle.documents.get(index));
        // A byte order mark is the one fault of a marker that cannot be seen.
        let shown = document.filter(|_| issue.kind != IssueKind::ByteOrderMark);
        let excerpt = shown.and_then(|document| self.marker_excerpt(document, &issue.span));
        let named = document.filter(|_| excerpt.is_none());
        Notice {
            severity: Severity::of(&issue.kind),
            code: issue.kind.code().into(),
            file: document.map_or_else(|| self.name.clone(), |document| self.file_of(document)),
            offset: issue.span.start,
            message: self.message(named, &issue.kind),
            excerpt,
        }
    }

    pub(crate) fn oddity_notice(&self, document: &Document<'_>, oddity: &Oddity) -> Notice {
        let Oddity { kind, at } = oddity;
        Notice {
            severity: kind.severity(),
            code: kind.code(),
            file: self.file_of(document),
            offset: document.span.start + at,
            message: self.message(Some(document), kind),
            excerpt: None,
        }
    }

    /// That the marker's `date=` is none.
    pub(crate) fn date_notice(&self, document: &Document<'_>, found: &str) -> Notice {
        let message = format_args!("expected `date=YYYY-MM-DD`, found `{}`", found.escape_debug());
        Notice {
            severity: Severity::Warning,
            code: "malformed_date".into(),
            file: self.file_of(document),
            offset: document.marker.start,
            message: self.message(Some(document), &message),
            excerpt: None,
        }
    }

    /// The marker of a document, if that is where the span lies.
    fn marker_excerpt(&self, document: &Document<'_>, span: &Range<usize>) -> Option<Excerpt> {
        let is_inside = document.marker.start <= span.start && span.end <= document.marker.end;
        match &self.source {
            Source::File { bytes, lines, .. } if is_inside && !span.is_empty() => {
                Excerpt::of_bytes(bytes, lines, span)
            }
            _ => None,
        }
    }

    fn file_of(&self, document: &Document<'_>) -> String {
        match self.source {
            Source::Folder(_) => format!("{}/{}", self.name, document.name),
            Source::File { .. } => self.name.clone(),
        }
    }

    /// What there is to say, and about which document, where the file does not tell.
    fn message(&self, document: Option<&Document<'_>>, what: &dyn Display) -> String {
        match (&self.source, document) {
            (Source::File { title, .. }, Some(document)) if *title != document.name => {
                format!("{what}, in document `{}`", short(&document.name))
            }
            _ => what.to_string(),
        }
    }
}

/// What is shown of a name, in bytes: each of a marker's faults names its document.
const LONGEST_NAME: usize = 200;

fn short(name: &str) -> String {
    let shown = &name[..name.floor_char_boundary(LONGEST_NAME)];
    let cut = if shown.len() < name.len() { "…" } else { "" };
    format!("{}{cut}", shown.escape_debug())
}

/// What standard input is called.
const STDIN: &str = "<stdin>";

/// A bundle in UTF-16, as some shells write it, in UTF-8, and what is odd about it. Anything else stays as it is: the bytes
/// of a page are its own.
fn markers_in_utf8(bytes: Vec<u8>) -> (Vec<u8>, Vec<Oddity>) {
    match decode_utf16(&bytes).filter(|decoded| sniff(decoded.text.as_bytes()).chosen.is_some()) {
        Some(decoded) => (decoded.text.into_owned().into_bytes(), decoded.oddities),
        None => (bytes, Vec::new()),
    }
}

fn transcoded(file: &str, oddity: &Oddity) -> Notice {
    Notice {
        severity: oddity.kind.severity(),
        code: oddity.kind.code(),
        file: file.to_owned(),
        offset: oddity.at,
        message: match oddity.kind {
            Kind::Decoded { .. } => format!("{}, and places in it count UTF-8", oddity.kind),
            _ => oddity.kind.to_string(),
        },
        excerpt: None,
    }
}

fn split<'i>(bytes: &'i [u8], title: &'i str, dialect: Option<Dialect>) -> Bundle<'i> {
    let reader = dialect.map_or(Reader::new(), |dialect| Reader::new().dialect(dialect));
    let mut bundle = reader.read(bytes);
    if let [Issue { kind: IssueKind::NoMarker, .. }] = *bundle.issues
        && let [document] = &mut *bundle.documents
    {
        document.name = Cow::Borrowed(title);
    }
    bundle
}
