//! What the marker in front of a document says.

use crate::dialect::Dialect;
use crate::digest::Digest;
use crate::header::Header;
use crate::issue::IssueKind;
use crate::window::{BYTE_ORDER_MARK, Window};
use std::ops::Range;

/// A marker that has been read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opening {
    /// All of it, byte order mark and line end included.
    pub(crate) span: Range<usize>,
    /// From sign to sign.
    pub(crate) text: Range<usize>,
    pub(crate) name: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) sha256: Option<Digest>,
    /// Bytes of content that it announces.
    pub(crate) count: Option<usize>,
    /// The number of the document that it states.
    pub(crate) number: Option<usize>,
    /// Whether it is part of a record, which may have no name.
    pub(crate) is_record: bool,
    /// Whether the content stands between the quotes of a JSON string.
    pub(crate) is_escaped: bool,
    /// Whether its line ends in CR LF.
    pub(crate) has_carriage_return: bool,
    /// What is odd about it, and where.
    pub(crate) faults: Vec<(IssueKind, Range<usize>)>,
}

impl Opening {
    /// A marker that is whole lines. `inside` is the part of it that names the document.
    pub(crate) fn of_lines(
        dialect: Dialect,
        window: &Window<'_>,
        span: Range<usize>,
        inside: Range<usize>,
    ) -> Self {
        let mut opening = Self { span, ..Self::default() };
        opening.inspect(window, &inside);
        let written = window.slice(inside.clone());
        match dialect {
            Dialect::Canonical => opening.set(Header::read(written), inside.start),
            _ => opening.name = String::from_utf8_lossy(written).into_owned(),
        }
        opening
    }

    fn set(&mut self, header: Header<'_>, start: usize) {
        self.name = header.name.into_owned();
        self.count = header.bytes;
        self.sha256 = header.sha256;
        let attributes = header.attributes.into_iter();
        self.headers = attributes.map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
        let faults = header.faults.into_iter();
        self.faults.extend(faults.map(|(kind, span)| (kind, start + span.start..start + span.end)));
    }

    /// Finds what was tolerated around and in a marker of whole lines.
    fn inspect(&mut self, window: &Window<'_>, inside: &Range<usize>) {
        let span = self.span.clone();
        let line = window.slice(span.clone());
        let mark = if line.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let line_end = line_end(line).len();
        self.text = span.start + mark..span.start + line.trim_ascii_end().len();
        self.has_carriage_return = line_end == 2;
        let end = span.end - line_end;
        let faults = [
            (mark > 0, IssueKind::ByteOrderMark, span.start..self.text.start),
            (
                std::str::from_utf8(window.slice(inside.clone())).is_err(),
                IssueKind::NotUtf8,
                self.text.clone(),
            ),
            (self.text.end < end, IssueKind::TrailingBlanks, self.text.end..end),
            (self.has_carriage_return, IssueKind::CarriageReturn, end..span.end),
        ];
        self.faults.extend(faults.into_iter().filter(|(holds, ..)| *holds).map(|(_, kind, at)| (kind, at)));
    }
}

/// The end of a line: LF, CR LF, or nothing at the end of the input.
pub(crate) fn line_end(line: &[u8]) -> &[u8] {
    let len = match line {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n'] => 1,
        _ => 0,
    };
    &line[line.len() - len..]
}
