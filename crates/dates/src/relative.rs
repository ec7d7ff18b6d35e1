use crate::context::Context;
use crate::count::Count;
use crate::shift::Shift;
use crate::token::{Senses, Token, Tokens};
use copydesk_date_words::{
    Locales, Meaning, Pattern, may_end_pattern, patterns_before, patterns_behind, short_prefix,
};
use std::ops::Range;

/// `2 hours ago`, `il y a 3 jours`, `in fünf Tagen`, `in 1 year, 2 months`, around their first number.
///
/// ```abnf
/// shift = [words [about]] count [words] *([","] [and] count words)   ; as the patterns of CLDR have them
/// ```
pub(crate) fn shift(
    text: &str,
    floor: usize,
    tokens: Tokens<'_>,
    context: &Context<'_>,
) -> Option<(Range<usize>, Shift)> {
    let (count, last) = Count::of(tokens)?;
    let first = tokens.first()?;
    let before = &text[floor..first.start];
    let (start, mut end, pattern) = around(before, &text[last.end..], context)
        .map(|(before, behind, pattern)| (first.start - before, last.end + behind, pattern))
        .or_else(|| {
            let is_led = context.has_locales() && count.is_number();
            let (before, pattern) = if is_led { leading(before)? } else { return None };
            Some((first.start - before, last.end, pattern))
        })?;
    let mut shift = Shift::of_hundredths(pattern.unit, count.signed(pattern)?)?.within(pattern.locales);
    if !pattern.before.is_empty() {
        for (at, token) in tokens.iter().enumerate().take(MOST_PARTS) {
            if token.start >= end && Count::of(&tokens[at..]).is_some() {
                let Some((part_end, part)) = part(text, &tokens[at..], end, pattern) else { break };
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
        let (count, unit, behind) = counted(rest)?;
        parts[at] = Some((count, unit.senses()));
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

/// `2 weeks ago 3 days ago`: the second one says more of the same moment.
///
/// ```abnf
/// again = shift 1*([","] shift)   ; each finer than the one before, in the same direction
/// ```
pub(crate) fn again(
    text: &str,
    tokens: Tokens<'_>,
    context: &Context<'_>,
    (span, first): (Range<usize>, Shift),
) -> (Range<usize>, Shift) {
    let (mut end, mut whole) = (span.end, first);
    for (at, token) in tokens.iter().enumerate() {
        if token.start < end || Count::of(&tokens[at..]).is_none() {
            continue;
        }
        let next = shift(text, end, &tokens[at..], context)
            .filter(|(next, _)| text[end..next.start].trim_matches([' ', ',']).is_empty())
            .filter(|(_, next)| next.is_past() == whole.is_past() && next.is_said_like(whole));
        let Some((sum, next)) = next.and_then(|(next, shift)| Some((whole.plus(shift)?, next))) else {
            break;
        };
        (whole, end) = (sum, next.end);
    }
    (span.start..end, whole)
}

/// `last 2 weeks`, `les trois prochaines semaines`: how far back or ahead something lasts.
///
/// ```abnf
/// lasting = pointer count unit-word / count pointer unit-word
/// ```
pub(crate) fn lasting(tokens: Tokens<'_>, at: usize) -> Option<(Range<usize>, Shift)> {
    let (count, last) = Count::of(&tokens[at..])?;
    let behind = tokens.iter().position(|token| token.start >= last.end)?;
    let (first, pointer, unit) = if tokens[behind].means(is_pointer) {
        (tokens[at], tokens[behind], tokens.get(behind + 1)?)
    } else {
        let pointer = *tokens[..at].last().filter(|token| token.means(is_pointer))?;
        (pointer, pointer, &tokens[behind])
    };
    let shift = unit.senses().iter().find_map(|sense| {
        let (Meaning::Unit(unit) | Meaning::Counted(unit)) = sense.meaning else { return None };
        let fitting = pointer.senses().iter().filter(|pointer| pointer.locales.meets(sense.locales));
        let mut offset = fitting.filter_map(|pointer| match pointer.meaning {
            Meaning::Pointer(offset @ (-1 | 1)) => Some(i64::from(offset)),
            _ => None,
        });
        let hundredths = count.hundredths(sense.locales)? * offset.next()?;
        Some(Shift::of_hundredths(unit, hundredths)?.within(sense.locales))
    })?;
    Some((first.start..unit.end, shift))
}

fn is_pointer(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Pointer(_))
}

/// A count, the token of its unit and those behind it.
fn counted(tokens: Tokens<'_>) -> Option<(Count, Token, Tokens<'_>)> {
    let (count, last) = Count::of(tokens)?;
    let at = tokens.iter().position(|token| token.start >= last.end)?;
    let (unit, behind) = tokens[at..].split_first().filter(|(unit, _)| is_unit(unit))?;
    Some((count, *unit, behind))
}

fn is_unit(token: &Token) -> bool {
    token.means(|meaning| matches!(meaning, Meaning::Unit(_) | Meaning::Counted(_)))
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
    let (count, last) = Count::of(tokens)?;
    let between = text[from..tokens.first()?.start].trim_matches([' ', ',', '\u{A0}']);
    let words = text[last.end..].trim_start_matches([' ', '\u{A0}']);
    let found = patterns_behind(words)?;
    let mut same =
        found.senses.iter().filter(|pattern| pattern.sign == first.sign && pattern.before == first.before);
    let pattern = same.find(|pattern| pattern.locales.meets(first.locales))?;
    let is_joint = between.len() <= LONGEST_JOINT && !between.contains(char::is_whitespace);
    let shift = Shift::of_hundredths(pattern.unit, count.signed(*pattern)?)?;
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
    let (covered, pattern) = fitting.min_by_key(key).or_else(|| before_about(before, found.senses))?;
    Some((covered, blanks + found.len, *pattern))
}

/// The pattern that has all its words before the number; bytes that they cover.
fn leading(before: &str) -> Option<(usize, Pattern)> {
    let words = before.trim_end_matches([' ', '\u{A0}']);
    if !may_end_pattern(words) {
        return None;
    }
    last_words(words).find_map(|start| {
        let pattern = patterns_before(words.get(start..)?).first()?;
        Some((before.len() - start, *pattern))
    })
}

/// The first of some patterns whose words stand before one like *about* of its language, and the bytes of both.
fn before_about<'p>(before: &str, patterns: &'p [Pattern]) -> Option<(usize, &'p Pattern)> {
    let words = before.trim_end_matches([' ', '\u{A0}']);
    last_words(words).find_map(|start| {
        let abouts = short_prefix(&words[start..]).filter(|found| start + found.len == words.len())?;
        patterns.iter().find_map(|pattern| {
            let covered = covered_before(&words[..start], pattern.before)?;
            says_about(abouts.senses, pattern.locales).then_some((before.len() - start + covered, pattern))
        })
    })
}

/// Whether a word of some locales says that the number behind it is not exact.
fn says_about(senses: Senses, locales: Locales) -> bool {
    senses.iter().any(|sense| sense.meaning == Meaning::About && sense.locales.meets(locales))
}

/// Where the last words of a text begin, the last one first; the text ends with a word.
fn last_words(text: &str) -> impl Iterator<Item = usize> {
    const MOST_WORDS: usize = 3;
    /// In bytes: no words of a pattern are longer, and a line without blanks may be.
    const LONGEST: usize = 60;
    let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    let is_blank = |(_, c): &(usize, char)| c.is_whitespace();
    let starts =
        text[from..].char_indices().rev().filter(is_blank).map(move |(at, c)| from + at + c.len_utf8());
    starts.chain((from == 0).then_some(0)).take(MOST_WORDS)
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
