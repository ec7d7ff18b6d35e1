//! The grammar inside a canonical marker: a name and its attributes.

use crate::digest::Digest;
use crate::issue::{IssueKind, excerpt};
use crate::quote;
use nom::branch::alt;
use nom::bytes::complete::{is_not, take_till, take_while1};
use nom::character::complete::{char, space1};
use nom::combinator::{all_consuming, eof, map, peek, recognize};
use nom::multi::many0;
use nom::sequence::{preceded, separated_pair, terminated};
use nom::{IResult, Offset, Parser};
use std::borrow::Cow;
use std::ops::Range;

/// What a canonical marker says.
#[derive(Default)]
pub(crate) struct Header<'b> {
    pub(crate) name: Cow<'b, str>,
    pub(crate) bytes: Option<usize>,
    pub(crate) sha256: Option<Digest>,
    /// All other attributes, and repeated ones.
    pub(crate) attributes: Vec<(Cow<'b, str>, Cow<'b, str>)>,
    /// What is wrong with attributes, and where: offsets from the start of the text that was read.
    pub(crate) faults: Vec<(IssueKind, Range<usize>)>,
}

enum Item<'b> {
    Attribute { key: Cow<'b, str>, value: Cow<'b, str>, written: &'b [u8] },
    Other(&'b [u8]),
}

impl<'b> Header<'b> {
    /// Reads what stands between the signs of a canonical marker.
    pub(crate) fn read(inside: &'b [u8]) -> Self {
        let Ok((_, (name, items))) = header(inside) else {
            return Self { name: String::from_utf8_lossy(inside), ..Self::default() };
        };
        let mut header = Self { name, ..Self::default() };
        for item in items {
            header.take(item, inside);
        }
        header
    }

    fn take(&mut self, item: Item<'b>, inside: &'b [u8]) {
        let (fault, written) = match item {
            Item::Attribute { key, value, written } => (self.set(key, value), written),
            Item::Other(written) => (Some(IssueKind::Attribute { found: excerpt(written) }), written),
        };
        if let Some(fault) = fault {
            let start = inside.offset(written);
            self.faults.push((fault, start..start + written.len()));
        }
    }

    fn set(&mut self, key: Cow<'b, str>, value: Cow<'b, str>) -> Option<IssueKind> {
        match &*key {
            "bytes" if self.bytes.is_none() => {
                self.bytes = count(&value);
                self.bytes.is_none().then(|| IssueKind::Count { found: excerpt(value.as_bytes()) })
            }
            "sha256" if self.sha256.is_none() => {
                self.sha256 = Digest::parse(&value);
                self.sha256.is_none().then(|| IssueKind::Sha256 { found: excerpt(value.as_bytes()) })
            }
            _ => {
                self.attributes.push((key, value));
                None
            }
        }
    }
}

/// Whether the character may stand in a name or value without quotes.
pub(crate) fn is_bare(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && c != '"'
}

/// Whether the character may stand in a key without quotes.
pub(crate) fn is_bare_in_key(c: char) -> bool {
    is_bare(c) && c != '='
}

/// ```abnf
/// header = name *( 1*blank ( attribute / word ) )
/// ```
fn header(inside: &[u8]) -> IResult<&[u8], (Cow<'_, str>, Vec<Item<'_>>)> {
    all_consuming((name, many0(preceded(space1, alt((attribute, map(word, Item::Other))))))).parse(inside)
}

/// ```abnf
/// name = quoted / word *( 1*blank word-without-equals )   ; a bare name ends where attributes begin
/// ```
fn name(input: &[u8]) -> IResult<&[u8], Cow<'_, str>> {
    let plain = terminated(is_not("= \t"), boundary);
    let bare = recognize((word, many0(preceded(space1, plain))));
    alt((quoted, map(bare, String::from_utf8_lossy))).parse(input)
}

/// ```abnf
/// attribute = key "=" value
/// key       = quoted / 1*( any byte but blank, "=" and DQUOTE )
/// value     = quoted / *( any byte but blank and DQUOTE )
/// ```
fn attribute(input: &[u8]) -> IResult<&[u8], Item<'_>> {
    let key = alt((map(quote::quoted, quote::unescape), map(is_not("= \t\""), String::from_utf8_lossy)));
    let bare = terminated(take_till(|byte| b" \t\"".contains(&byte)), boundary);
    let value = alt((quoted, map(bare, String::from_utf8_lossy)));
    let (rest, (key, value)) = separated_pair(key, char('='), value).parse(input)?;
    let written = &input[..input.offset(rest)];
    Ok((rest, Item::Attribute { key, value, written }))
}

/// A quoted text that is a whole word.
fn quoted(input: &[u8]) -> IResult<&[u8], Cow<'_, str>> {
    map(terminated(quote::quoted, boundary), quote::unescape).parse(input)
}

fn word(input: &[u8]) -> IResult<&[u8], &[u8]> {
    take_while1(|byte| byte != b' ' && byte != b'\t').parse(input)
}

fn boundary(input: &[u8]) -> IResult<&[u8], &[u8]> {
    alt((peek(space1), eof)).parse(input)
}

fn count(value: &str) -> Option<usize> {
    let number = nom::character::complete::usize::<_, nom::error::Error<_>>;
    all_consuming(number).parse(value).ok().map(|(_, count)| count)
}
