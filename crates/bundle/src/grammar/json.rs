//! JSON Lines: an object a line, with a text in it.

use super::{Boundary, Place};
use crate::day;
use crate::issue::IssueKind;
use crate::opening::Opening;
use crate::window::{Miss, View, without_mark};
use memchr::memchr;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Keys of the text, best first.
const TEXT: [&str; 5] = ["text", "content", "maintext", "raw_content", "body"];
/// Keys of the name.
const NAME: [&str; 3] = ["id", "url", "name"];
/// Keys of the day on which a page was fetched. In news a bare `date` is that of publication as a rule, and in some crawls that
/// of fetching: it is neither.
const DATE: [&str; 15] = [
    "date_crawl",
    "date_download",
    "crawl_date",
    "crawl_time",
    "crawl_timestamp",
    "crawled_at",
    "fetch_date",
    "fetch_time",
    "fetched_at",
    "download_date",
    "retrieved_at",
    "scraped_at",
    "WARC-Date",
    "warc_date",
    "timestamp",
];
/// Keys of the language.
const LANGUAGES: [&str; 3] = ["languages", "language", "lang"];

type Object<'l> = BTreeMap<String, &'l RawValue>;

pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let line = match place.window.line_within(place.at, place.grammar.longest_line) {
        Err(Miss::IsNot) => return Ok(long_line(place)),
        line => line?,
    };
    let text = place.window.text(&line);
    let text = without_mark(text).trim_ascii();
    if text.is_empty() {
        return Err(Miss::IsNot);
    }
    let lost = |kind| Ok(Boundary::Lost { kind, span: line.clone() });
    match serde_json::from_slice::<Object<'_>>(text) {
        Err(error) => lost(IssueKind::Json { found: error.to_string() }),
        Ok(object) => match record(place, &line, &object) {
            Some(record) => Ok(record),
            None => lost(IssueKind::JsonWithoutText),
        },
    }
}

fn long_line(place: &Place<'_>) -> Boundary {
    let longest = place.grammar.longest_line;
    Boundary::Lost { kind: IssueKind::LongLine { most: longest }, span: place.at..place.at + longest.max(1) }
}

fn record(place: &Place<'_>, line: &Range<usize>, object: &Object<'_>) -> Option<Boundary> {
    let bytes = place.window.slice(line.clone());
    let raw = TEXT.iter().find_map(|key| string(object.get(*key)?))?;
    let content = Place::range(line.start, bytes, raw.as_bytes());
    let span = line.start..content.start;
    let text_of = |keys: &[&str]| keys.iter().find_map(|key| scalar(object.get(*key)?));
    let headers = [
        ("url", text_of(&["url"])),
        ("date", DATE.iter().find_map(|key| day::of(scalar(object.get(*key)?)?.as_bytes()))),
        ("stated_date", text_of(&["date"]).filter(|date| !date.is_empty())),
        ("languages", text_of(&LANGUAGES)),
    ];
    let opening = Opening {
        text: span.clone(),
        span,
        name: text_of(&NAME).unwrap_or_default(),
        headers: headers.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect(),
        is_record: true,
        is_escaped: memchr(b'\\', raw.as_bytes()).is_some(),
        ..Opening::default()
    };
    Some(Boundary::Record { opening, content, end: line.end })
}

/// What stands between the quotes of a string.
fn string(value: &RawValue) -> Option<&str> {
    value.get().strip_prefix('"')?.strip_suffix('"')
}

/// A string as it is meant, or a number as it is written.
fn scalar(value: &RawValue) -> Option<String> {
    let number = || value.get().parse::<f64>().is_ok().then(|| value.get().to_owned());
    let text = |raw: &str| String::from_utf8_lossy(&unescape(raw.as_bytes())).into_owned();
    string(value).map(text).or_else(number)
}

/// The text that is meant by what stands between the quotes of a valid JSON string. Halves of surrogate pairs become
/// U+FFFD.
pub(crate) fn unescape(raw: &[u8]) -> Cow<'_, [u8]> {
    let Some(first) = memchr(b'\\', raw) else { return Cow::Borrowed(raw) };
    let mut out = Vec::with_capacity(raw.len());
    let (mut plain, mut rest) = raw.split_at(first);
    loop {
        out.extend_from_slice(plain);
        let [b'\\', sign, after @ ..] = rest else { break };
        rest = unescape_sign(*sign, after, &mut out);
        (plain, rest) = rest.split_at(memchr(b'\\', rest).unwrap_or(rest.len()));
    }
    Cow::Owned(out)
}

/// Writes what an escape means; what follows it.
fn unescape_sign<'r>(sign: u8, after: &'r [u8], out: &mut Vec<u8>) -> &'r [u8] {
    let byte = match sign {
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'b' => 8,
        b'f' => 12,
        b'u' => {
            let (c, after) = code_point(after);
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            return after;
        }
        byte => byte,
    };
    out.push(byte);
    after
}

fn code_point(after: &[u8]) -> (char, &[u8]) {
    let Some((first, rest)) = code_unit(after) else { return (char::REPLACEMENT_CHARACTER, after) };
    if let Some(c) = char::from_u32(first) {
        return (c, rest);
    }
    let second = rest.strip_prefix(b"\\u").and_then(code_unit);
    match second.filter(|(second, _)| first < 0xDC00 && (0xDC00..0xE000).contains(second)) {
        Some((second, rest)) => {
            let c = char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            (c.unwrap_or(char::REPLACEMENT_CHARACTER), rest)
        }
        None => (char::REPLACEMENT_CHARACTER, rest),
    }
}

fn code_unit(after: &[u8]) -> Option<(u32, &[u8])> {
    let (digits, rest) = after.split_at_checked(4)?;
    Some((u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?, rest))
}
