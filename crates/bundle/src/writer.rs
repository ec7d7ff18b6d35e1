use crate::dialect::Dialect;
use crate::error::Error;
use crate::pack::pack_document;
use crate::reader::Reader;
use std::borrow::Cow;
use std::fmt;

/// Writes documents in a dialect, one after the other, and tells what it cannot hold.
#[derive(Clone, Debug)]
pub struct Writer {
    dialect: Dialect,
    is_first: bool,
}

/// What a document loses in a dialect. Reading the bundle gives something else than what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Loss {
    /// The name cannot be stated as it is.
    Name,
    /// Headers cannot be stated, or not all of them.
    Headers,
    /// The content has a line that looks like a marker: it will be read as several documents.
    Marker,
    /// The content gets the final line end that it lacks.
    FinalLineEnd,
    /// The content is not UTF-8: replacement characters stand in for what is not.
    NotUtf8,
    /// The content changes in some other way.
    Content,
}

type Header<'h> = (Cow<'h, str>, Cow<'h, str>);

impl Writer {
    /// Dialects that can be written.
    pub const DIALECTS: [Dialect; 6] = [
        Dialect::Canonical,
        Dialect::Tail,
        Dialect::Txtar,
        Dialect::Equals,
        Dialect::Wet,
        Dialect::JsonLines,
    ];

    /// A writer of a new bundle; an error if the dialect can only be read.
    pub fn new(dialect: Dialect) -> Result<Self, Error> {
        let is_known = Self::DIALECTS.contains(&dialect);
        is_known.then_some(Self { dialect, is_first: true }).ok_or_else(|| Error::unwritable(dialect))
    }

    /// Appends a document; what it loses, found by reading it back. In the canonical form nothing is ever lost.
    pub fn write(
        &mut self,
        out: &mut Vec<u8>,
        name: &str,
        content: &[u8],
        headers: &[Header<'_>],
    ) -> Vec<Loss> {
        if !std::mem::take(&mut self.is_first) {
            self.separate(out);
        }
        let start = out.len();
        self.append(out, name, content, headers);
        match self.dialect {
            Dialect::Canonical => Vec::new(),
            _ => self.losses(&out[start..], name, content, headers),
        }
    }

    fn separate(&self, out: &mut Vec<u8>) {
        if self.dialect == Dialect::Tail {
            out.push(b'\n');
        }
    }

    fn append(&self, out: &mut Vec<u8>, name: &str, content: &[u8], headers: &[Header<'_>]) {
        match self.dialect {
            Dialect::Tail => append_lines(out, ["==> ", name, " <==\n"], content),
            Dialect::Txtar => append_lines(out, ["-- ", name, " --\n"], &with_line_end(content)),
            Dialect::Equals => append_lines(out, ["=== ", name, " ===\n"], &with_line_end(content)),
            Dialect::Wet => append_record(out, name, content, headers),
            Dialect::JsonLines => append_object(out, name, content, headers),
            _ => pack_document(out, name, content, headers),
        }
    }

    /// Reads back what was written, with another document behind it.
    fn losses(&self, written: &[u8], name: &str, content: &[u8], headers: &[Header<'_>]) -> Vec<Loss> {
        let mut bundle = written.to_vec();
        self.separate(&mut bundle);
        self.append(&mut bundle, "next", b"", &[]);
        let read = Reader::new().dialect(self.dialect).max_document(usize::MAX).read(&bundle);
        let [document, _] = &*read.documents else { return vec![Loss::Marker] };
        let losses = [
            (document.name != name).then_some(Loss::Name),
            headers.iter().any(|header| !document.headers.contains(header)).then_some(Loss::Headers),
            (*document.content != *content).then(|| change(content, &document.content)),
        ];
        losses.into_iter().flatten().collect()
    }
}

/// What has become of a content that is not as it was.
fn change(content: &[u8], found: &[u8]) -> Loss {
    match found.strip_suffix(b"\n") {
        Some(rest) if rest == content => Loss::FinalLineEnd,
        _ if std::str::from_utf8(content).is_err() => Loss::NotUtf8,
        _ => Loss::Content,
    }
}

fn append_lines(out: &mut Vec<u8>, marker: [&str; 3], content: &[u8]) {
    out.extend_from_slice(marker.concat().as_bytes());
    out.extend_from_slice(content);
}

fn with_line_end(content: &[u8]) -> Cow<'_, [u8]> {
    match content.last() {
        None | Some(b'\n') => Cow::Borrowed(content),
        Some(_) => Cow::Owned([content, b"\n"].concat()),
    }
}

fn header<'h>(headers: &'h [Header<'_>], key: &str) -> Option<&'h str> {
    headers.iter().find(|(found, _)| found == key).map(|(_, value)| &**value)
}

/// The address of a WET record is its name; `url=` stands in for it where it is known.
fn append_record(out: &mut Vec<u8>, name: &str, content: &[u8], headers: &[Header<'_>]) {
    let date = header(headers, "date").map(|day| format!("{day}T00:00:00Z"));
    let fields = [
        ("WARC-Target-URI", Some(header(headers, "url").unwrap_or(name))),
        ("WARC-Date", date.as_deref()),
        ("WARC-Identified-Content-Language", header(headers, "languages")),
        ("Content-Type", Some("text/plain")),
    ];
    out.extend_from_slice(b"WARC/1.0\r\nWARC-Type: conversion\r\n");
    for (field, value) in fields {
        // A line end would end the head.
        let value = value.map(|value| value.replace(['\r', '\n'], " "));
        out.extend(value.into_iter().flat_map(|value| format!("{field}: {value}\r\n").into_bytes()));
    }
    out.extend_from_slice(format!("Content-Length: {}\r\n\r\n", content.len()).as_bytes());
    out.extend_from_slice(content);
    out.extend_from_slice(b"\r\n\r\n");
}

/// Headers that objects can state, and under which keys.
const KEYS: [(&str, &str); 4] =
    [("url", "url"), ("date", "crawl_date"), ("stated_date", "date"), ("languages", "languages")];

fn append_object(out: &mut Vec<u8>, name: &str, content: &[u8], headers: &[Header<'_>]) {
    out.extend_from_slice(b"{\"id\":");
    out.extend_from_slice(quoted(name).as_bytes());
    for (header, value) in headers {
        let known = KEYS.iter().find(|(known, _)| known == header);
        let field = known.map(|(_, key)| format!(",{}:{}", quoted(key), quoted(value)));
        out.extend(field.into_iter().flat_map(String::into_bytes));
    }
    out.extend_from_slice(b",\"text\":");
    out.extend_from_slice(quoted(&String::from_utf8_lossy(content)).as_bytes());
    out.extend_from_slice(b"}\n");
}

/// A JSON string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Loss {
    /// A stable name for tables: `loses_headers`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "loses_name",
            Self::Headers => "loses_headers",
            Self::Marker => "marker_in_content",
            Self::FinalLineEnd => "gains_final_line_end",
            Self::NotUtf8 => "content_not_utf8",
            Self::Content => "changes_content",
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "expected a name that the dialect can state, found another",
            Self::Headers => "expected headers that the dialect can state, found others",
            Self::Marker => "expected a content without marker lines, found one",
            Self::FinalLineEnd => "expected a content with a final line end, found none; added",
            Self::NotUtf8 => "expected a content in UTF-8, found other bytes; replaced",
            Self::Content => "expected a content that the dialect can hold, found another",
        })
    }
}
