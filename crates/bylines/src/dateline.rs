//! Datelines: `[ place [ "," date ] ] credit end`, the credit in brackets or slashes, or between separators; and `place dash`.

mod bracketed;
mod place;
mod plain;
mod telegram;

use crate::agency;
use crate::byline::Contributor;
use crate::languages::Languages;
use crate::piece::Piece;
use crate::signs::{self, Signs};
use std::ops::Range;

/// Where a text comes from: the words before its first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline<'t> {
    /// All of it, with the dash that ends it, in bytes of the text.
    pub span: Range<usize>,
    /// The place as printed, in bytes of the text.
    pub place: Option<Range<usize>>,
    /// The agencies that supplied the text.
    pub credits: Vec<Contributor<'t>>,
}

/// The dateline that a paragraph starts with.
///
/// ```
/// let dateline = copydesk_bylines::dateline("BERLIN (dpa) - Der Fluss steigt weiter.").unwrap();
/// assert_eq!(dateline.place, Some(0..6));
/// assert_eq!(dateline.credits[0].agency, Some("dpa"));
/// ```
pub fn dateline(paragraph: &str) -> Option<Dateline<'_>> {
    at(Piece::new(paragraph, 0, Languages::default()).trim())
}

/// The longest text that is looked at for a dateline's end.
const LONGEST: usize = 140;

pub(crate) fn at(line: Piece<'_>) -> Option<Dateline<'_>> {
    let head = line.first(line.str.floor_char_boundary(LONGEST));
    let (may_credit, may_dash) = (head.signs.may_have(Signs::AGENCY), head.signs.may_have(Signs::GAP));
    if !(may_credit || may_dash) || !(head.signs.may_have(Signs::END) || head.signs.may_have(Signs::FOREIGN))
    {
        return None;
    }
    let farthest = place::farthest(head.str);
    if !(has_end(head.str, farthest) || agency::may_begin(head.str)) {
        return None;
    }
    let credited = || {
        bracketed::at(line, head, farthest)
            .or_else(|| plain::credited(line, head, farthest))
            .or_else(|| telegram::at(head))
    };
    let credited = if may_credit { credited() } else { None };
    credited
        .or_else(|| plain::uncredited(line, head, farthest))
        .filter(|dateline| !line.behind(dateline.span.end - line.at).trim().is_empty())
}

/// Whether the place that a text starts with may end within some bytes.
fn has_end(text: &str, farthest: usize) -> bool {
    const ENDS: Signs = Signs::END.or(Signs::SEPARATOR).or(Signs::COLON);
    const LONGEST: usize = " —".len();
    let near = &text[..text.floor_char_boundary(farthest + LONGEST)];
    signs::before(near, ENDS) < near.len()
}

/// Bytes of blanks, dashes and equals signs.
fn dash(text: &str) -> usize {
    let is_dash = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | '=' | '＝' | ':' | '：');
    text.len() - text.trim_start_matches(is_dash).len()
}

/// Whether a text may be the start of a sentence: no letter is a small one where the script has capitals.
fn may_begin_sentence(text: &str) -> bool {
    !text.trim_start().starts_with(copydesk_lexicon::is_lower)
}
