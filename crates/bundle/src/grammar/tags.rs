//! Documents between tags that look like XML, and whose contents are not: nothing in them is escaped.

use super::{Boundary, Place};
use crate::dialect::Dialect;
use crate::window::{Miss, View};
use nom::bytes::complete::{tag, take_till1};
use nom::character::complete::{char, digit1};
use nom::combinator::{all_consuming, map_opt, opt, rest, verify};
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser, branch::alt};

pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let start = place.start()?;
    let line = place.window.line(place.at)?;
    let text = place.window.text(&line);
    let is_file = place.grammar.dialect == Dialect::RepomixXml;
    if text == if is_file { &b"</file>"[..] } else { b"</document_content>" } {
        return Ok(Boundary::Closing { span: start..line.end, skipped: 0 });
    }
    if is_file {
        let (_, name) = file(text).map_err(|_| Miss::IsNot)?;
        return Ok(Boundary::Opening(place.opening(start..line.end, Place::range(place.at, text, name))));
    }
    documents(place, start)
}

/// Two or three lines.
fn documents(place: &Place<'_>, start: usize) -> View<Boundary> {
    let window = place.window;
    let line = window.line(place.at)?;
    let (_, index) = document(window.text(&line)).map_err(|_| Miss::IsNot)?;
    let second = window.line(line.end)?;
    let text = window.text(&second);
    let (_, name) = source(text).map_err(|_| Miss::IsNot)?;
    let third = window.line(second.end)?;
    if window.text(&third) != b"<document_content>" {
        return Err(Miss::IsNot);
    }
    let mut opening = place.opening(start..third.end, Place::range(second.start, text, name));
    opening.number = index;
    Ok(Boundary::Opening(opening))
}

/// ```abnf
/// file = "<file " ( "path" / "name" ) "=" DQUOTE name DQUOTE ">"      ; or single quotes
/// ```
fn file(line: &[u8]) -> IResult<&[u8], &[u8]> {
    let key = preceded(tag("<file "), alt((tag("path="), tag("name="))));
    let quoted = alt((
        delimited(char('"'), take_till1(|byte| byte == b'"'), char('"')),
        delimited(char('\''), take_till1(|byte| byte == b'\''), char('\'')),
    ));
    all_consuming(delimited(key, quoted, char('>'))).parse(line)
}

/// ```abnf
/// document = "<document" [ " index=" DQUOTE 1*DIGIT DQUOTE ] ">"
/// ```
fn document(line: &[u8]) -> IResult<&[u8], Option<usize>> {
    let digits = map_opt(digit1, |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse().ok());
    let index = delimited(tag(" index=\""), digits, char('"'));
    all_consuming(delimited(tag("<document"), opt(index), char('>'))).parse(line)
}

/// ```abnf
/// source = "<source>" name "</source>"
/// ```
fn source(line: &[u8]) -> IResult<&[u8], &[u8]> {
    let name = map_opt(rest, |text: &[u8]| text.strip_suffix(b"</source>"));
    preceded(tag("<source>"), verify(name, |name: &[u8]| !name.trim_ascii().is_empty())).parse(line)
}
