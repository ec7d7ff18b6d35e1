//! Finds the lines that may be markers, at the speed of `memchr`.

use crate::dialect::Dialect;
use crate::marker;
use memchr::{memchr, memchr2};
use nom::Offset;
use std::iter;
use std::ops::Range;

pub(crate) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A line that is a marker of its dialect.
pub(crate) struct Line<'b> {
    pub(crate) dialect: Dialect,
    /// What stands between the signs.
    pub(crate) inside: &'b [u8],
    /// The marker itself, from sign to sign.
    pub(crate) text: Range<usize>,
    /// The whole line, byte order mark and line end included.
    pub(crate) span: Range<usize>,
}

impl Line<'_> {
    /// Where the text between the signs begins in the bundle.
    pub(crate) fn inside_start(&self, bytes: &[u8]) -> usize {
        self.text.start + bytes[self.text.clone()].offset(self.inside)
    }

    /// The end of the line: LF, CR LF, or nothing at the end of the input.
    pub(crate) fn line_end<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        let after = &bytes[self.text.end..self.span.end];
        let len = match after {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n'] => 1,
            _ => 0,
        };
        &after[after.len() - len..]
    }
}

/// All marker lines of one dialect; without one, of whichever dialect each line fits first.
///
/// Every marker begins with `=` or `-`, and both are rare in prose, line feeds are not.
pub(crate) fn lines(bytes: &[u8], dialect: Option<Dialect>) -> impl Iterator<Item = Line<'_>> {
    runs_of_signs(bytes).filter_map(move |at| line(bytes, at, dialect))
}

/// Where runs of `=` and `-` begin. Rules across the page are long runs, and only their first byte can stand at
/// column 0.
fn runs_of_signs(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    iter::from_fn(move || {
        let at = from + memchr2(b'=', b'-', &bytes[from..])?;
        from = at + bytes[at..].iter().take_while(|byte| matches!(byte, b'=' | b'-')).count();
        Some(at)
    })
}

fn line(bytes: &[u8], at: usize, dialect: Option<Dialect>) -> Option<Line<'_>> {
    let start = line_start(&bytes[..at])?;
    let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |len| at + len + 1);
    let text = bytes[at..end].trim_ascii_end();
    let (dialect, inside) = match dialect {
        Some(dialect) => marker::of(dialect, text)?,
        None => marker::any(text)?,
    };
    Some(Line { dialect, inside, text: at..at + text.len(), span: start..end })
}

/// Where the line begins that has nothing, or a byte order mark, before its text.
fn line_start(before: &[u8]) -> Option<usize> {
    let before = before.strip_suffix(BYTE_ORDER_MARK).unwrap_or(before);
    (before.is_empty() || before.ends_with(b"\n")).then_some(before.len())
}
