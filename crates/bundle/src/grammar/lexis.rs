//! Downloads of `LexisNexis`: `12 of 500 DOCUMENTS` above each document.

use super::{Boundary, Place};
use crate::window::{Miss, View};
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::digit1;
use nom::combinator::{all_consuming, opt, recognize};
use nom::sequence::delimited;
use nom::{IResult, Parser};

/// Blanks before the number, which stands in the middle of the page.
pub(super) const LONGEST_MARGIN: usize = 200;

pub(super) fn read(place: &Place<'_>) -> View<Boundary> {
    let window = place.window;
    let start = window.line_around(place.at, LONGEST_MARGIN).ok_or(Miss::IsNot)?;
    let line = window.line(start)?;
    let text = window.text(&line);
    let (_, number) = marker(text).map_err(|_| Miss::IsNot)?;
    let mut opening = place.opening(line.clone(), Place::range(line.start, text, number));
    opening.number = opening.name.parse().ok();
    Ok(Boundary::Opening(opening))
}

/// ``abnf
/// marker = *margin number " of " 1*DIGIT " DOCUMENT" [ "S" ]      ; margin = blank / form feed / byte order mark
/// number = 1*DIGIT
/// ``
fn marker(line: &[u8]) -> IResult<&[u8], &[u8]> {
    let margin = take_while(|byte| b" \t\x0c\xef\xbb\xbf".contains(&byte));
    let of = (tag(" of "), digit1, tag(" DOCUMENT"), opt(tag("S")));
    all_consuming(delimited(margin, recognize(digit1), of)).parse(line)
}
