//! Numbers in words, as the rule-based number formats of CLDR spell them (UTS 35, part 3, "Rule-Based Number Formatting").

use super::release::Locale;
use super::table::Section;
use serde_json::Value;

/// As many as a month has days.
const HIGHEST: u64 = 31;
/// Rules call each other: no number that small needs more.
const DEEPEST: usize = 8;

/// `cardinal.1` and `ordinal.1` to those of 31, in all genders and cases.
pub(super) fn numbers(locale: &Locale<'_>) -> Section {
    let mut section = Section::default();
    let sets = &locale.spellout;
    for name in sets.as_object().into_iter().flatten().map(|(name, _)| name) {
        let Some(kind) = kind(name) else { continue };
        for number in 1..=HIGHEST {
            if let Some(word) = spelled(sets, name, number, DEEPEST).filter(|word| is_word(word)) {
                section.add(&format!("{kind}.{number}"), word.trim());
            }
        }
    }
    section
}

/// Han numerals are digits, and a single syllable of Hangul is a part of too many words.
fn is_word(spelled: &str) -> bool {
    let is_han = |c| matches!(c, '\u{3400}'..='\u{9FFF}');
    let is_hangul = |c| matches!(c, '가'..='힣');
    !spelled.contains(is_han) && (spelled.chars().count() > 1 || !spelled.contains(is_hangul))
}

/// What a set of rules is for, if it is a public one of whole numbers.
fn kind(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("%spellout-")?;
    match name {
        name if name.starts_with("cardinal") => Some("cardinal"),
        name if name.starts_with("numbering") && !name.contains("year") => Some("cardinal"),
        name if name.starts_with("ordinal") => Some("ordinal"),
        _ => None,
    }
}

/// A number by the rules of a set; none where it stays in digits.
fn spelled(sets: &Value, set: &str, number: u64, depth: usize) -> Option<String> {
    let rules = sets[set].as_array().filter(|_| depth > 0)?;
    let rules = rules.iter().filter_map(|rule| Some((base(rule[0].as_str()?)?, rule[1].as_str()?)));
    let ((base, radix), body) = rules.take_while(|((base, _), _)| *base <= number).last()?;
    let divisor = if base == 0 { 1 } else { radix.pow(base.ilog(radix)) };
    let body = optional(body.trim_end_matches(';').trim_start_matches('\''), number.is_multiple_of(divisor));
    if body.contains("$(") {
        return None;
    }
    let substitute = |marked: &str, value: u64| match marked {
        "" => spelled(sets, set, value, depth - 1),
        name if name.starts_with('%') => spelled(sets, name, value, depth - 1),
        _ => None,
    };
    ['=', '→', '←']
        .into_iter()
        .zip([number, number % divisor, number / divisor])
        .try_fold(body, |body, (mark, value)| replaced(&body, mark, |marked| substitute(marked, value)))
}

/// The number from which on a rule holds, and its radix: `20`, `20/20`.
fn base(descriptor: &str) -> Option<(u64, u64)> {
    let (base, radix) = descriptor.split_once('/').unwrap_or((descriptor, "10"));
    Some((base.parse().ok()?, radix.parse().ok().filter(|radix| *radix > 1)?))
}

/// The text with what stands in square brackets, or without it.
fn optional(body: &str, without: bool) -> String {
    match body.split_once('[').and_then(|(head, rest)| Some((head, rest.split_once(']')?))) {
        Some((head, (_, tail))) if without => format!("{head}{tail}"),
        Some((head, (inner, tail))) => format!("{head}{inner}{tail}"),
        None => body.to_owned(),
    }
}

/// The text with each name between two marks replaced.
fn replaced(body: &str, mark: char, with: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut pieces = body.split(mark);
    let mut text = pieces.next()?.to_owned();
    while let Some(name) = pieces.next() {
        text += &with(name)?;
        text += pieces.next()?;
    }
    Some(text)
}
