//! Names and values in double quotes.

use nom::bytes::complete::{escaped_transform, is_not, take, take_while_m_n};
use nom::character::complete::char;
use nom::combinator::{all_consuming, map_opt, recognize, success, value};
use nom::multi::many0_count;
use nom::sequence::delimited;
use nom::{IResult, Parser, branch::alt};
use std::borrow::Cow;

/// ```abnf
/// quoted  = DQUOTE *( plain / escaped ) DQUOTE            ; the bytes between the quotes go out as written
/// plain   = any byte but DQUOTE and "\"
/// escaped = "\" any byte
/// ```
pub(crate) fn quoted(input: &[u8]) -> IResult<&[u8], &[u8]> {
    let escaped = recognize((char('\\'), take(1_usize)));
    delimited(char('"'), recognize(many0_count(alt((is_not("\"\\"), escaped)))), char('"')).parse(input)
}

/// What was meant by the text between two quotes.
pub(crate) fn unescape(written: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(written);
    let meant = text.contains('\\').then(|| unescaped(&text)).flatten();
    meant.map_or(text, Cow::Owned)
}

fn unescaped(text: &str) -> Option<String> {
    let grammar = escaped_transform(is_not("\\"), '\\', escape);
    all_consuming(grammar).parse(text).ok().map(|(_, meant)| meant)
}

/// ```abnf
/// escape = DQUOTE / "\" / "n" / "r" / "t" / "u{" 1*6HEXDIG "}"
/// ```
/// A backslash before anything else stands for itself.
fn escape(input: &str) -> IResult<&str, char> {
    let marks = alt((char('"'), char('\\')));
    let controls = alt((value('\n', char('n')), value('\r', char('r')), value('\t', char('t'))));
    alt((marks, controls, code_point, success('\\'))).parse(input)
}

fn code_point(input: &str) -> IResult<&str, char> {
    let digits = take_while_m_n(1, 6, |c: char| c.is_ascii_hexdigit());
    let number = map_opt(digits, |digits| u32::from_str_radix(digits, 16).ok());
    map_opt(delimited((char('u'), char('{')), number, char('}')), char::from_u32).parse(input)
}

/// Writes a text as it is if every character may stand bare, else in quotes.
pub(crate) fn write(out: &mut Vec<u8>, text: &str, may_stand_bare: fn(char) -> bool) {
    if !text.is_empty() && text.chars().all(may_stand_bare) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    text.chars().for_each(|c| write_escaped(out, c));
    out.push(b'"');
}

/// Control characters and line separators are escaped so that a marker stays one line for every reader.
fn write_escaped(out: &mut Vec<u8>, c: char) {
    match c {
        '"' => out.extend_from_slice(br#"\""#),
        '\\' => out.extend_from_slice(br"\\"),
        '\n' => out.extend_from_slice(br"\n"),
        '\r' => out.extend_from_slice(br"\r"),
        '\t' => out.extend_from_slice(br"\t"),
        '\u{2028}' | '\u{2029}' => out.extend(c.escape_unicode().map(|c| c as u8)),
        c if c.is_control() => out.extend(c.escape_unicode().map(|c| c as u8)),
        c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}
