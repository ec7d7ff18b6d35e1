//! Counts from now with a sign for their direction, as people type them.

use crate::context::Context;
use crate::count::Count;
use crate::shift::Shift;
use crate::sign::{is_blank, plain_sign};
use crate::token::Tokens;
use copydesk_date_words::Meaning;
use std::ops::Range;

/// `+15 minutes`, `-2h5min`, `+ 1 day 2 hours`, around their first number.
///
/// ```abnf
/// signed = ("+" / "-") 1*(1*4DIGIT unit-word)   ; each unit finer than the one before
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
    let (mut whole, mut end) = (part(tokens, direction, context)?, tokens.get(1)?.end);
    for tokens in tokens.chunks_exact(2).skip(1) {
        let Some(sum) = part(tokens, direction, context).and_then(|part| whole.plus(part)) else { break };
        (whole, end) = (sum, tokens[1].end);
    }
    Some((start..end, whole))
}

/// A number and its unit.
fn part(tokens: Tokens<'_>, direction: i64, context: &Context<'_>) -> Option<Shift> {
    let [number, unit, ..] = tokens else { return None };
    let count = number.number().and_then(|_| Count::of(number))?;
    let units = unit.senses().iter().filter_map(|sense| match sense.meaning {
        Meaning::Unit(unit) => Some((unit, sense.locales)),
        _ => None,
    });
    let (unit, locales) = units.min_by_key(|(_, locales)| context.rank(*locales))?;
    Some(Shift::of(unit, count.value(locales)? * direction).within(locales))
}
