//! The grammar of marker lines: what a line must look like to introduce a document.
//!
//! A line comes here without byte order mark, trailing blanks and line end; what stands between its signs goes out.

use crate::dialect::Dialect;
use nom::bytes::complete::tag;
use nom::combinator::{map, map_opt, rest, verify};
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// The longest line that is looked at, in bytes: a longer one is no marker.
pub(crate) const LONGEST_MARKER: usize = 64 << 10;

/// What each marker of the dialect begins with.
pub(crate) const fn sign(dialect: Dialect) -> &'static [u8] {
    match dialect {
        Dialect::Canonical => b"=== FILE:",
        Dialect::Tail => b"==> ",
        Dialect::Txtar => b"-- ",
        Dialect::Equals => b"=== ",
    }
}

/// The first dialect of which the line is a marker.
pub(crate) fn any(line: &[u8]) -> Option<Dialect> {
    Dialect::ALL.into_iter().find(|dialect| of(*dialect, line).is_some())
}

/// What stands between the signs of the line, if it is a marker of the dialect.
pub(crate) fn of(dialect: Dialect, line: &[u8]) -> Option<&[u8]> {
    let grammar = match dialect {
        Dialect::Canonical => canonical,
        Dialect::Tail => tail,
        Dialect::Txtar => txtar,
        Dialect::Equals => equals,
    };
    grammar(line).ok().map(|(_, inside)| inside)
}

/// ```abnf
/// canonical = "=== FILE:" *blank inside *blank " ==="     ; inside: see header.rs
/// ```
fn canonical(line: &[u8]) -> IResult<&[u8], &[u8]> {
    map(preceded(tag("=== FILE:"), closed_by(" ===")), <[u8]>::trim_ascii).parse(line)
}

/// ```abnf
/// tail = "==> " name " <=="                               ; the name as it is, blanks and all
/// ```
fn tail(line: &[u8]) -> IResult<&[u8], &[u8]> {
    preceded(tag("==> "), closed_by(" <==")).parse(line)
}

/// ```abnf
/// txtar = "-- " *blank name *blank " --"
/// ```
fn txtar(line: &[u8]) -> IResult<&[u8], &[u8]> {
    map(preceded(tag("-- "), closed_by(" --")), <[u8]>::trim_ascii).parse(line)
}

/// ```abnf
/// equals = "=== " *blank name *blank " ==="
/// ```
fn equals(line: &[u8]) -> IResult<&[u8], &[u8]> {
    map(preceded(tag("=== "), closed_by(" ===")), <[u8]>::trim_ascii).parse(line)
}

/// The rest of the line up to its closing sign, which must leave more than blanks.
fn closed_by<'b>(
    sign: &'static str,
) -> impl Parser<&'b [u8], Output = &'b [u8], Error = nom::error::Error<&'b [u8]>> {
    let inside = map_opt(rest, move |line: &'b [u8]| line.strip_suffix(sign.as_bytes()));
    verify(inside, |inside: &[u8]| !inside.trim_ascii().is_empty())
}
