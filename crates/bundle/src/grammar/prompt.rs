//! What files-to-prompt prints: a name, a rule, the content, an empty line, a rule.

use super::{Boundary, Place};
use crate::window::{Miss, View, Window, without_mark};
use std::ops::Range;

/// The longest name in bytes, with its line end: it comes before the sign. No path of Linux is longer.
pub(super) const LONGEST_NAME: usize = 4 << 10;

/// ```abnf
/// opening = name LF "---" LF
/// closing = LF "---" LF ( opening / end-of-input )        ; after the line end of an empty line
/// ```
/// Rules and headings in contents look like half of that.
pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let start = place.start()?;
    let line = place.window.line(place.at)?;
    if place.window.text(&line) != b"---" {
        return Err(Miss::IsNot);
    }
    match place.inside {
        Some(_) => closing(place, start..line.end),
        None => opening(place, start, line.end),
    }
}

fn opening(place: &Place<'_>, start: usize, end: usize) -> View<Boundary> {
    let before = start.checked_sub(1).ok_or(Miss::IsNot)?;
    let name_start = place.window.line_around(before, LONGEST_NAME).ok_or(Miss::IsNot)?;
    let line = place.window.slice(name_start..start);
    let mark = line.len() - without_mark(line).len();
    let name = name(&line[mark..]).ok_or(Miss::IsNot)?;
    let inside = name_start + mark..name_start + mark + name.len();
    Ok(Boundary::Opening(place.opening(name_start..end, inside)))
}

fn closing(place: &Place<'_>, span: Range<usize>) -> View<Boundary> {
    let before = place.window.slice(span.start.saturating_sub(4)..span.start);
    let follows_blank = before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
    if follows_blank && is_followed(place.window, span.end)? {
        return Ok(Boundary::Closing { span, skipped: 0 });
    }
    Err(Miss::IsNot)
}

/// Whether the next document, or nothing, comes next.
fn is_followed(window: &Window<'_>, at: usize) -> View<bool> {
    let first = window.line(at)?;
    if first.is_empty() {
        return Ok(true);
    }
    if name(window.slice(first.clone())).is_none() {
        return Ok(false);
    }
    let second = window.line(first.end)?;
    Ok(window.text(&second) == b"---")
}

/// A path: without blanks, or with an extension. Words over a rule are a heading.
fn name(line: &[u8]) -> Option<&[u8]> {
    let name = line.trim_ascii_end();
    let has_blanks = name.contains(&b' ');
    let is_path = !name.is_empty() && !name.starts_with(b" ") && name.len() <= LONGEST_NAME;
    (is_path && name != b"---" && (!has_blanks || crate::sniff::has_extension(name))).then_some(name)
}
