//! Markers that say where a file begins and where it ends.

use super::{Boundary, Place};
use crate::window::{Miss, View, without_mark};
use std::ops::Range;

/// How many characters of a rule there may be before the words; more are no marker.
pub(super) const LONGEST_RULE: usize = 100;

/// ```abnf
/// begin = rule *blank "BEGIN " kind [ ":" ] name *blank rule
/// end   = rule *blank "END " kind [ [ ":" ] name ] *blank rule    ; the name of the document, or none
/// rule  = 3*"-" / 3*"=" / 3*"#" / 3*"*"
/// kind  = "FILE" / "DOCUMENT" / "ARTICLE" / "PAGE"
/// ```
pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let window = place.window;
    let near = window.line_around(place.at, LONGEST_RULE).ok_or(Miss::IsNot)?;
    let line = window.line(near)?;
    let text = window.text(&line);
    let words = between_rules(without_mark(text)).ok_or(Miss::IsNot)?;
    if let Some(name) = labelled(words, b"BEGIN ") {
        let inside = Place::range(line.start, text, named(name).ok_or(Miss::IsNot)?);
        return Ok(Boundary::Opening(place.opening(line, inside)));
    }
    let name = labelled(words, b"END ").ok_or(Miss::IsNot)?;
    closing(place, line, named(name)).ok_or(Miss::IsNot)
}

fn closing(place: &Place<'_>, line: Range<usize>, name: Option<&[u8]>) -> Option<Boundary> {
    let open = place.inside?;
    let is_its_own = name.is_none_or(|name| String::from_utf8_lossy(name) == open.name);
    is_its_own.then_some(Boundary::Closing { span: line, skipped: 0 })
}

/// What stands between two rules of one character, blanks apart.
fn between_rules(line: &[u8]) -> Option<&[u8]> {
    let sign = *line.first().filter(|byte| b"-=#*".contains(byte))?;
    let rule = line.iter().take_while(|byte| **byte == sign).count();
    let other = line.iter().rev().take_while(|byte| **byte == sign).count();
    let words = line.get(rule..line.len().saturating_sub(other))?;
    (rule >= 3 && other >= 3).then_some(words.trim_ascii())
}

/// What follows the words for the start or the end of a document.
fn labelled<'t>(words: &'t [u8], label: &[u8]) -> Option<&'t [u8]> {
    const KINDS: [&[u8]; 4] = [b"FILE", b"DOCUMENT", b"ARTICLE", b"PAGE"];
    let words = words.strip_prefix(label)?;
    let rest = KINDS.iter().find_map(|kind| words.strip_prefix(*kind))?;
    (rest.is_empty() || rest.starts_with(b" ") || rest.starts_with(b":")).then_some(rest)
}

fn named(text: &[u8]) -> Option<&[u8]> {
    let name = text.strip_prefix(b":").unwrap_or(text).trim_ascii();
    (!name.is_empty()).then_some(name)
}
