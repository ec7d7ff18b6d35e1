//! Markers that are one line, and what such a line must look like.
//!
//! A line comes to the grammar without byte order mark, trailing blanks and line end; what stands between its signs goes out.

use super::{Boundary, Place};
use crate::dialect::Dialect;
use crate::window::{Miss, View};
use nom::bytes::complete::tag;
use nom::combinator::{map, map_opt, rest, verify};
use nom::sequence::preceded;
use nom::{IResult, Parser};

pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let start = place.start()?;
    let line = place.window.line(place.at)?;
    let text = place.window.text(&line);
    let inside = inside(place.grammar.dialect, text).ok_or(Miss::IsNot)?;
    if place.grammar.is_sniffed && place.grammar.dialect == Dialect::Equals && canonical(text).is_ok() {
        return Err(Miss::IsNot);
    }
    let inside = Place::range(place.at, text, inside);
    Ok(Boundary::Opening(place.opening(start..line.end, inside)))
}

/// What stands between the signs of the line, if it is a marker of the dialect.
fn inside(dialect: Dialect, line: &[u8]) -> Option<&[u8]> {
    let grammar = match dialect {
        Dialect::Canonical => canonical,
        Dialect::Tail => tail,
        Dialect::Txtar => txtar,
        _ => equals,
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
