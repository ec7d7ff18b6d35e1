//! WET files: the records of type `conversion` in a WARC file. Source: ISO 28500:2017.

use super::{Boundary, Place};
use crate::day;
use crate::issue::{IssueKind, excerpt};
use crate::opening::Opening;
use crate::window::{LONGEST_MARKER, Miss, View};
use std::ops::Range;

/// What the head of a record says.
#[derive(Default)]
struct Head<'h> {
    span: Range<usize>,
    /// Whether it breaks off: the end of the input or another head comes before its blank line.
    is_cut: bool,
    kind: &'h [u8],
    uri: &'h [u8],
    date: &'h [u8],
    languages: &'h [u8],
    length: Option<&'h [u8]>,
    has_carriage_return: bool,
}

/// ```abnf
/// head  = "WARC/1." DIGIT LF *( field LF ) LF             ; LF or CR LF
/// field = name ":" *blank value
/// ```
/// Records of other types belong to no document, nor do those whose head breaks off.
pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let head = head(place)?;
    if place.start().is_err() && (head.is_cut || !head.has_carriage_return) {
        return Err(Miss::IsNot);
    }
    if head.is_cut {
        return Ok(Boundary::Lost { kind: IssueKind::CutHead, span: head.span });
    }
    let count = head.length.and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
    match head.kind {
        b"conversion" => Ok(Boundary::Opening(opening(place, head, count))),
        kind if OTHERS.contains(&kind) => {
            Ok(Boundary::Closing { span: head.span, skipped: count.unwrap_or(0) })
        }
        // Rather damaged than new.
        _ => Err(Miss::IsNot),
    }
}

/// The other types of records.
const OTHERS: [&[u8]; 7] =
    [b"warcinfo", b"response", b"resource", b"request", b"metadata", b"revisit", b"continuation"];

/// Where the head begins: with a line, but behind a count that is wrong the line end before it may be damaged.
fn start(place: &Place<'_>) -> View<usize> {
    place.start().or_else(|miss| place.inside.map(|_| place.at).ok_or(miss))
}

fn head<'p>(place: &Place<'p>) -> View<Head<'p>> {
    let (start, window) = (start(place)?, place.window);
    let mut line = window.line(place.at)?;
    let mut text = window.text(&line);
    let version = version(text).ok_or(Miss::IsNot)?;
    let mut head = Head::default();
    // What is no field is passed over in a head that is whole; in one that breaks off, only where it does so.
    let mut is_odd = false;
    loop {
        let next = window.line(line.end)?;
        let next_text = window.text(&next);
        // A head in the head is the next record's: no line is looked at for two of them. Its first line may stand in one of
        // this head, and then the type comes twice.
        let is_second = !head.kind.is_empty() && is_type(next_text);
        head.is_cut = next.is_empty() || next_text.starts_with(VERSION) || is_second;
        let is_none = if head.is_cut { is_odd } else { version == Version::Half };
        if is_none || next.end - start > LONGEST_MARKER {
            return Err(Miss::IsNot);
        }
        if head.is_cut || next_text.is_empty() {
            head.span = start..if head.is_cut { line.end } else { next.end };
            head.has_carriage_return = next.len() > 1;
            return Ok(head);
        }
        is_odd |= line.start > place.at && !text.contains(&b':');
        head.set(next_text);
        (line, text) = (next, next_text);
    }
}

/// Whether a line names the type of the record.
fn is_type(line: &[u8]) -> bool {
    line.split(|byte| *byte == b':').next().is_some_and(|name| name.eq_ignore_ascii_case(b"WARC-Type"))
}

const VERSION: &[u8] = b"WARC/1.";

/// What a line says that names the version of WARC.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    Whole,
    /// It breaks off.
    Half,
}

fn version(line: &[u8]) -> Option<Version> {
    match line.strip_prefix(VERSION) {
        Some([b'0'..=b'9']) => Some(Version::Whole),
        _ => (!line.is_empty() && VERSION.starts_with(line)).then_some(Version::Half),
    }
}

impl<'h> Head<'h> {
    fn set(&mut self, line: &'h [u8]) {
        let Some(colon) = memchr::memchr(b':', line) else { return };
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        match () {
            () if name.eq_ignore_ascii_case(b"WARC-Type") => self.kind = value,
            () if name.eq_ignore_ascii_case(b"WARC-Target-URI") => self.uri = value,
            () if name.eq_ignore_ascii_case(b"WARC-Date") => self.date = value,
            () if name.eq_ignore_ascii_case(b"WARC-Identified-Content-Language") => self.languages = value,
            () if name.eq_ignore_ascii_case(b"Content-Length") => self.length = Some(value),
            () => {}
        }
    }

    /// The address; some writers put it in angle brackets, as WARC 1.0 says.
    fn uri(&self) -> String {
        let bare = self.uri.strip_prefix(b"<").and_then(|uri| uri.strip_suffix(b">"));
        String::from_utf8_lossy(bare.unwrap_or(self.uri)).into_owned()
    }
}

fn opening(place: &Place<'_>, head: Head<'_>, count: Option<usize>) -> Opening {
    let text = place.at..head.span.end - if head.has_carriage_return { 2 } else { 1 };
    let name = head.uri();
    let headers = [
        ("url", Some(name.clone())),
        ("date", day::of(head.date)),
        ("languages", Some(String::from_utf8_lossy(head.languages).into_owned())),
    ];
    let headers = headers.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    let mut faults = Vec::new();
    if std::str::from_utf8(head.uri).is_err() {
        faults.push((IssueKind::NotUtf8, text.clone()));
    }
    if count.is_none() {
        let found = excerpt(head.length.unwrap_or_default());
        faults.push((IssueKind::Count { found }, text.clone()));
    }
    Opening {
        text,
        name,
        headers: headers.filter(|(_, value)| !value.is_empty()).collect(),
        count,
        has_carriage_return: head.has_carriage_return,
        faults,
        span: head.span,
        ..Opening::default()
    }
}
