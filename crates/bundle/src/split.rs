//! Cuts a bundle at its marker lines.

use crate::dialect::Dialect;
use crate::document::Document;
use crate::header::Header;
use crate::issue::{Issue, IssueKind};
use crate::scan::Line;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The documents that begin at the given lines, which are the markers of one dialect, and what is odd about them.
pub(crate) fn split<'b>(bytes: &'b [u8], lines: &[Line<'b>]) -> (Vec<Document<'b>>, Vec<Issue>) {
    let mut splitter = Splitter { bytes, seen: BTreeMap::new(), documents: Vec::new(), issues: Vec::new() };
    let mut lines = lines;
    while let Some((line, later)) = lines.split_first() {
        let end = splitter.document(line, later);
        // Lines inside a counted content are no markers.
        lines = &later[later.partition_point(|line| line.span.start < end)..];
    }
    (splitter.documents, splitter.issues)
}

/// What has been read so far.
struct Splitter<'b> {
    bytes: &'b [u8],
    seen: BTreeMap<Cow<'b, str>, usize>,
    documents: Vec<Document<'b>>,
    issues: Vec<Issue>,
}

/// Where a content ends, and what tells so.
struct Frame {
    content_end: usize,
    trailer_end: usize,
    issue: Option<IssueKind>,
}

impl<'b> Splitter<'b> {
    /// Reads one document; where the next one may begin.
    fn document(&mut self, line: &Line<'b>, later: &[Line<'b>]) -> usize {
        let header = self.header(line);
        let occurrence = self.occurrence(header.name.clone(), line);
        let frame = match header.bytes {
            Some(count) => self.counted(count, line, later),
            None => self.uncounted(line, later),
        };
        let span = line.span.end..frame.content_end;
        if let Some(kind) = frame.issue {
            self.report(kind, span.clone());
        }
        self.documents.push(Document {
            name: header.name,
            occurrence,
            headers: header.attributes,
            sha256: header.sha256,
            marker: line.span.clone(),
            content: &self.bytes[span.clone()],
            span,
            trailer: frame.content_end..frame.trailer_end,
        });
        frame.trailer_end
    }

    fn header(&mut self, line: &Line<'b>) -> Header<'b> {
        let mut header = match line.dialect {
            Dialect::Canonical => Header::read(line.inside),
            _ => Header { name: String::from_utf8_lossy(line.inside), ..Header::default() },
        };
        self.inspect(line);
        let inside = line.inside_start(self.bytes);
        for (fault, span) in header.faults.drain(..) {
            self.report(fault, inside + span.start..inside + span.end);
        }
        header
    }

    /// Reports what was tolerated around and in a marker.
    fn inspect(&mut self, line: &Line<'b>) {
        if line.span.start < line.text.start {
            self.report(IssueKind::ByteOrderMark, line.span.start..line.text.start);
        }
        if std::str::from_utf8(line.inside).is_err() {
            self.report(IssueKind::NotUtf8, line.text.clone());
        }
        let blanks = line.text.end..line.span.end - line.line_end(self.bytes).len();
        if !blanks.is_empty() {
            self.report(IssueKind::TrailingBlanks, blanks.clone());
        }
        if line.line_end(self.bytes) == b"\r\n" {
            self.report(IssueKind::CarriageReturn, blanks.end..line.span.end);
        }
    }

    fn occurrence(&mut self, name: Cow<'b, str>, line: &Line<'b>) -> usize {
        let count = self.seen.entry(name).or_default();
        *count += 1;
        let occurrence = *count;
        if occurrence > 1 {
            self.report(IssueKind::DuplicateName { occurrence }, line.text.clone());
        }
        occurrence
    }

    fn report(&mut self, kind: IssueKind, span: Range<usize>) {
        self.issues.push(Issue { kind, span, document: Some(self.documents.len()) });
    }

    /// Content without a count runs to the next marker. What `tail` puts between two files is not content.
    fn uncounted(&self, line: &Line<'b>, later: &[Line<'b>]) -> Frame {
        let end = later.first().map_or(self.bytes.len(), |next| next.span.start);
        let is_framed = line.dialect == Dialect::Tail && !later.is_empty();
        let content_end = if is_framed { self.without_line_end(line, end) } else { end };
        Frame { content_end, trailer_end: end, issue: None }
    }

    /// A count is believed if a marker or the end of the input follows the content that it gives, after one line end.
    /// Otherwise the content runs to the next marker, so that a wrong count spoils its own document only.
    fn counted(&self, count: usize, line: &Line<'b>, later: &[Line<'b>]) -> Frame {
        let stop = line.span.end.checked_add(count).filter(|stop| *stop <= self.bytes.len());
        stop.and_then(|stop| self.believed(stop, later)).unwrap_or_else(|| self.resync(count, line, later))
    }

    fn believed(&self, stop: usize, later: &[Line<'b>]) -> Option<Frame> {
        let line_end = leading_line_end(&self.bytes[stop..]).len();
        let end = stop + line_end;
        let is_marker = later.binary_search_by_key(&end, |line| line.span.start).is_ok();
        let issue = (line_end == 0).then_some(IssueKind::MissingLineFeed);
        (is_marker || end == self.bytes.len()).then_some(Frame { content_end: stop, trailer_end: end, issue })
    }

    fn resync(&self, expected: usize, line: &Line<'b>, later: &[Line<'b>]) -> Frame {
        let start = line.span.end;
        let end = later.first().map_or(self.bytes.len(), |next| next.span.start);
        // A last content that is too short was cut off, and then its last line end is its own.
        let is_cut_off = later.is_empty() && end - start < expected;
        let content_end = if is_cut_off { end } else { self.without_line_end(line, end) };
        let issue = Some(IssueKind::Length { expected, found: content_end - start });
        Frame { content_end, trailer_end: end, issue }
    }

    /// Where the content ends if one line end before `end` is framing: CR LF only if its marker ends so, too.
    fn without_line_end(&self, marker: &Line<'b>, end: usize) -> usize {
        let content = &self.bytes[marker.span.end..end];
        let stripped =
            content.strip_suffix(marker.line_end(self.bytes)).or_else(|| content.strip_suffix(b"\n"));
        end - (content.len() - stripped.unwrap_or(content).len())
    }
}

/// ```abnf
/// line-end = LF / CR LF
/// ```
fn leading_line_end(bytes: &[u8]) -> &[u8] {
    match bytes {
        [b'\n', ..] => &bytes[..1],
        [b'\r', b'\n', ..] => &bytes[..2],
        _ => &[],
    }
}
