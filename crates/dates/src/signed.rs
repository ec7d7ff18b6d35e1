//! Counts from now with a sign for their direction, as people type them.

use crate::context::Context;
use crate::count::Count;
use crate::shift::Shift;
use crate::sign::{is_blank, plain_sign};
use crate::token::{Token, Tokens};
use copydesk_date_words::Meaning;
use std::ops::Range;

/// `+15 minutes`, `-2h5min`, `+ 1 day 2 hours`, around their first number.
///
/// ```abnf
/// signed = ("+" / "-") 1*(count unit-word)   ; each unit finer than the one before
/// ```
pub(crate) fn signed(
    text: &str,
    floor: usize,
    tokens: Tokens<'_>,
    context: &Context<'_>,
) -> Option<(Range<usize>, Shift)> {
    let before = text[floor..tokens.first()?.start].trim_end_matches(is_blank);
    let sign = before.chars().next_back()?;
    let direction = match plain_sign(sign)? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let start = floor + before.len() - sign.len_utf8();
    let (mut whole, mut end) = part(tokens, direction, context)?;
    while let Some(at) = tokens.iter().position(|token| token.start >= end) {
        let Some((next, next_end)) = part(&tokens[at..], direction, context) else { break };
        let Some(sum) = whole.plus(next) else { break };
        (whole, end) = (sum, next_end);
    }
    Some((start..end, whole))
}

/// A number and its unit, and where they end.
fn part(tokens: Tokens<'_>, direction: i64, context: &Context<'_>) -> Option<(Shift, usize)> {
    tokens.first()?.number()?;
    let (count, unit) = counted(tokens)?;
    let units = unit.senses().iter().filter_map(|sense| match sense.meaning {
        Meaning::Unit(unit) | Meaning::Counted(unit) => Some((unit, sense.locales)),
        _ => None,
    });
    let (unit_of, locales) = units.min_by_key(|(_, locales)| context.rank(*locales))?;
    let shift = Shift::of_hundredths(unit_of, count.hundredths(locales)? * direction)?;
    Some((shift.within(locales), unit.end))
}

/// A count and the token behind it.
fn counted(tokens: Tokens<'_>) -> Option<(Count, Token)> {
    let (count, last) = Count::of(tokens)?;
    let unit = tokens.iter().find(|token| token.start >= last.end)?;
    Some((count, *unit))
}
