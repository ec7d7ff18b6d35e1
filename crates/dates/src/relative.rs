use crate::context::Context;
use crate::count::Count;
use crate::shift::Shift;
use crate::token::{Token, Tokens};
use copydesk_date_words::{Meaning, Pattern, patterns_before, patterns_behind};
use std::ops::Range;

/// `2 hours ago`, `il y a 3 jours`, `in fünf Tagen`, `in 1 year, 2 months`, around their first number.
///
/// ```abnf
/// shift = [words] count [words] *([","] [and] count words)   ; as the patterns of CLDR have them
/// count = 1*4DIGIT / number-word
/// ```
pub(crate) fn shift(
    text: &str,
    floor: usize,
    tokens: Tokens<'_>,
    context: &Context<'_>,
) -> Option<(Range<usize>, Shift)> {
    let (token, rest) = tokens.split_first()?;
    let count = Count::of(token)?;
    let before = &text[floor..token.start];
    let (start, mut end, pattern) = around(before, &text[token.end..], context)
        .map(|(before, behind, pattern)| (token.start - before, token.end + behind, pattern))
        .or_else(|| {
            let is_led = context.has_locales() && matches!(count, Count::Number(_));
            let (before, pattern) = if is_led { leading(before)? } else { return None };
            Some((token.start - before, token.end, pattern))
        })?;
    let mut shift = Shift::of(pattern.unit, count.signed(pattern)?).within(pattern.locales);
    if !pattern.before.is_empty() {
        for (at, token) in rest.iter().enumerate().take(MOST_PARTS) {
            if token.start >= end && Count::of(token).is_some() {
                let Some((part_end, part)) = part(text, &rest[at..], end, pattern) else { break };
                (end, shift) = (part_end, shift.plus(part)?);
            }
        }
    }
    Some((start..end, shift))
}

/// `1 year, 2 months and 3 days ago`: counts with a unit's word each before one that says when.
///
/// ```abnf
/// series = 1*(count unit-word [","] [and]) shift
/// ```
pub(crate) fn series(
    text: &str,
    floor: usize,
    tokens: Tokens<'_>,
    context: &Context<'_>,
) -> Option<(Range<usize>, Shift)> {
    let start = tokens.first()?.start;
    let mut parts = [None; MOST_UNITS];
    let mut rest = tokens;
    for at in 0..MOST_UNITS {
        let (count, units) = rest.split_first()?;
        let (unit, behind) = units.split_first().filter(|(unit, _)| is_unit(unit))?;
        parts[at] = Some((Count::of(count)?, unit.senses()));
        let joints = behind.iter().take_while(|token| is_joint(token)).count();
        rest = &behind[joints..];
        if let Some((span, shift)) = shift(text, floor, rest, context) {
            let mut parts = parts.into_iter().flatten().rev();
            let whole = parts.try_fold(shift, |shift, (count, unit)| shift.after(count, unit))?;
            return (span.start == rest.first()?.start).then_some((start..span.end, whole));
        }
    }
    None
}

fn is_unit(token: &Token) -> bool {
    token.means(|meaning| matches!(meaning, Meaning::Unit(_)))
}

/// Years, months, weeks, days, hours, minutes, seconds.
const MOST_UNITS: usize = 7;

fn is_joint(token: &Token) -> bool {
    token.sign() == Some(',') || token.means(|meaning| meaning == Meaning::And)
}

/// Tokens that are looked at behind the first number: seven units, with a word and a comma between them.
const MOST_PARTS: usize = 24;

/// A further count and its unit, in the words of the first one's pattern, behind nothing but a comma or a word like *and*.
fn part(text: &str, tokens: Tokens<'_>, from: usize, first: Pattern) -> Option<(usize, Shift)> {
    const LONGEST_JOINT: usize = 8;
    let token = tokens.first()?;
    let between = text[from..token.start].trim_matches([' ', ',', '\u{A0}']);
    let words = text[token.end..].trim_start_matches([' ', '\u{A0}']);
    let found = patterns_behind(words)?;
    let mut same =
        found.senses.iter().filter(|pattern| pattern.sign == first.sign && pattern.before == first.before);
    let pattern = same.find(|pattern| pattern.locales.meets(first.locales))?;
    let is_joint = between.len() <= LONGEST_JOINT && !between.contains(char::is_whitespace);
    let shift = Shift::of(pattern.unit, Count::of(token)?.signed(*pattern)?);
    is_joint.then_some((text.len() - words.len() + found.len, shift))
}

/// The pattern whose words stand behind the number, and before it if it has such; bytes covered on either side.
fn around(before: &str, behind: &str, context: &Context<'_>) -> Option<(usize, usize, Pattern)> {
    let words = behind.trim_start_matches([' ', '\u{A0}']);
    let blanks = behind.len() - words.len();
    if words.starts_with(['.', ',', ':', '/', ')', '%', '\n']) {
        return None;
    }
    let found = patterns_behind(words)?;
    let fitting =
        found.senses.iter().filter_map(|pattern| Some((covered_before(before, pattern.before)?, pattern)));
    let key = |(covered, pattern): &(usize, &Pattern)| (usize::MAX - covered, context.rank(pattern.locales));
    let (covered, pattern) = fitting.min_by_key(key)?;
    Some((covered, blanks + found.len, *pattern))
}

/// The pattern that has all its words before the number; bytes that they cover.
fn leading(before: &str) -> Option<(usize, Pattern)> {
    const MOST_WORDS: usize = 3;
    /// In bytes: no words of a pattern are longer, and a line without blanks may be.
    const LONGEST: usize = 60;
    let words = before.trim_end_matches([' ', '\u{A0}']);
    let from = words.ceil_char_boundary(words.len().saturating_sub(LONGEST));
    let is_blank = |(_, c): &(usize, char)| c.is_whitespace();
    let starts = words[from..].char_indices().rev().filter(is_blank).map(|(at, c)| from + at + c.len_utf8());
    starts.chain((from == 0).then_some(0)).take(MOST_WORDS).find_map(|start| {
        let pattern = patterns_before(words.get(start..)?).first()?;
        Some((before.len() - start, *pattern))
    })
}

/// Bytes at the end of a text that folded words cover; none if others stand there.
fn covered_before(text: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return Some(0);
    }
    let head = text.trim_end_matches([' ', '\u{A0}']);
    let mut printed = head.char_indices().rev();
    let mut start = head.len();
    for expected in words.chars().rev() {
        let (at, c) = printed.next()?;
        let is_same = c.to_lowercase().eq([expected])
            || expected == ' ' && c.is_whitespace()
            || expected == '\'' && c == '’';
        start = at;
        if !is_same {
            return None;
        }
    }
    let goes_on = printed
        .next()
        .is_some_and(|(_, c)| copydesk_lexicon::is_word(c) && !copydesk_lexicon::is_spaceless(c));
    (!goes_on).then(|| text.len() - start)
}
