//! Names between two rules across the page.

use super::{Boundary, Place};
use crate::dialect::Dialect;
use crate::window::{Miss, View};

/// ```abnf
/// repomix   = rule LF "File: " name LF rule LF            ; rule = 16"="
/// gitingest = rule LF "FILE:" name LF rule LF             ; rule = 5*"=", twice the same
/// end       = long LF "End of Codebase" LF long LF        ; of repomix; long = 64"="
/// ```
pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let window = place.window;
    let start = place.start()?;
    let rule = window.line(place.at)?;
    let length = rule_length(window.text(&rule)).ok_or(Miss::IsNot)?;
    let middle = window.line(rule.end)?;
    let text = window.text(&middle);
    let is_end = place.grammar.dialect == Dialect::Repomix && is_end(length, text);
    let name = name(place, length, text);
    if name.is_none() && !is_end {
        return Err(Miss::IsNot);
    }
    let last = window.line(middle.end)?;
    if rule_length(window.text(&last)) != Some(length) {
        return Err(Miss::IsNot);
    }
    let span = start..last.end;
    Ok(match name {
        Some(name) => Boundary::Opening(place.opening(span, Place::range(middle.start, text, name))),
        None => Boundary::Closing { span, skipped: 0 },
    })
}

/// Characters of the rules of repomix around a file's name.
const REPOMIX_FILE: usize = 16;
/// Characters of the rules of repomix around the title of a part.
const REPOMIX_PART: usize = 64;

fn rule_length(line: &[u8]) -> Option<usize> {
    (line.len() >= 5 && line.iter().all(|byte| *byte == b'=')).then_some(line.len())
}

fn is_end(length: usize, text: &[u8]) -> bool {
    length == REPOMIX_PART && text == b"End of Codebase"
}

fn name<'t>(place: &Place<'_>, length: usize, text: &'t [u8]) -> Option<&'t [u8]> {
    let of_repomix = named(text, b"File: ").filter(|_| length == REPOMIX_FILE);
    match place.grammar.dialect {
        Dialect::Repomix => of_repomix,
        _ if place.grammar.is_sniffed && of_repomix.is_some() => None,
        _ => named(text, b"FILE:").or_else(|| named(text, b"File:")),
    }
}

fn named<'t>(text: &'t [u8], label: &[u8]) -> Option<&'t [u8]> {
    text.strip_prefix(label).map(<[u8]>::trim_ascii).filter(|name| !name.is_empty())
}
