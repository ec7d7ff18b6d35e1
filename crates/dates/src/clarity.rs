use crate::context::Context;
use crate::draft::{DateDraft, Day, Draft};
use crate::token::{Name, Number};
use copydesk_date_words::{Meaning, Order, Sense, longest_prefix};
use std::ops::Range;

/// How little a date needs around it to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Clarity {
    /// No date at all.
    Never,
    /// Numbers like those of scores, sections and versions: a date if the text holds nothing else.
    Alone,
    /// A day and a month, or a word, that other things are called as well: a date in a short text.
    Short,
    /// A date wherever it stands.
    Anywhere,
}

/// What a draft needs around it.
pub(crate) fn clarity(draft: &Draft, context: &Context<'_>) -> Clarity {
    let has_company = draft.weekday.is_some() || draft.time.is_some();
    match draft.date {
        Some(date) if draft.nth.is_some() && date.year().is_none() => Clarity::Short,
        Some(_) if draft.nth.is_some() => Clarity::Anywhere,
        Some(DateDraft::Numeric { sign: ',', .. }) if context.comma_order().is_none() => Clarity::Never,
        Some(DateDraft::Numeric { numbers, sign, .. }) if !is_clear(numbers, sign, context) => Clarity::Alone,
        Some(DateDraft::Pair { numbers, .. }) if is_idiom(numbers) => Clarity::Never,
        Some(DateDraft::Pair { sign: '.' | '/', .. }) if draft.weekday.is_some() => Clarity::Anywhere,
        Some(DateDraft::Pair { sign: ' ', .. }) if draft.weekday.is_none() => Clarity::Never,
        Some(DateDraft::Pair { .. }) if has_company => Clarity::Short,
        Some(DateDraft::Pair { .. }) => Clarity::Alone,
        Some(DateDraft::YearMonth { month, sign: '/', order: None, .. }) if month.digits == 2 => {
            Clarity::Anywhere
        }
        Some(DateDraft::YearMonth { .. } | DateDraft::BareYear(_)) => Clarity::Alone,
        Some(DateDraft::Named { year: None, day: None, month, .. }) if !context.knows_one(month.senses) => {
            Clarity::Never
        }
        Some(DateDraft::Named { year: None, day: None, .. }) => Clarity::Alone,
        Some(
            DateDraft::Named { year: None, day: Some(Day::Words { .. }), .. }
            | DateDraft::Named { day: Some(Day::Words { is_tied: false, .. }), .. },
        ) => Clarity::Short,
        Some(DateDraft::Named { year: None, month, .. }) if !has_company && is_doubtful(month, context) => {
            Clarity::Short
        }
        Some(DateDraft::Named { order: Some(Order::Ymd), day: None, .. }) => Clarity::Short,
        Some(DateDraft::Certain { month: None, .. } | DateDraft::Certain { year: None, day: None, .. }) => {
            Clarity::Short
        }
        _ => Clarity::Anywhere,
    }
}

/// `24/7`: all day, every day.
fn is_idiom(numbers: [Number; 2]) -> bool {
    numbers.map(|number| (number.value, number.digits)) == [(24, 2), (7, 1)]
}

/// Whether a month's name is so short and rare that it may well be another word.
fn is_doubtful(month: Name, context: &Context<'_>) -> bool {
    const SHORT: u8 = 3;
    const FEW_LOCALES: usize = 4;
    let is_known = context.has_locales() && context.knows_one(month.senses);
    let is_month = |sense: &&Sense| matches!(sense.meaning, Meaning::Month(..));
    let locales =
        || month.senses.iter().filter(is_month).map(|sense| sense.locales.tags().count()).sum::<usize>();
    !is_known && month.letters <= SHORT && (month.is_glue() || locales() < FEW_LOCALES)
}

/// Whether a text holds nothing but the span and words like `on the` around it.
pub(crate) fn fills(text: &str, span: &Range<usize>) -> bool {
    is_filler(&text[..span.start]) && is_filler(&text[span.end..])
}

fn is_filler(text: &str) -> bool {
    let mut rest = skip_signs(text);
    while !rest.is_empty() {
        let glue = longest_prefix(rest)
            .filter(|found| found.senses.iter().any(|sense| sense.meaning == Meaning::Glue));
        let Some(glue) = glue else { return false };
        rest = skip_signs(&rest[glue.len..]);
    }
    true
}

fn skip_signs(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | ':' | '!' | '(' | ')' | '。')
    })
}

/// Whether three numbers look like a date and nothing else: those that only blanks part, or hyphens with a short year,
/// have all their digits; a short year stands first only where that is the custom, and the
/// month stands behind the year.
fn is_clear(numbers: [Number; 3], sign: char, context: &Context<'_>) -> bool {
    const MONTHS: u64 = 12;
    match (numbers.map(|number| number.digits), sign) {
        ([4, ..], _) if numbers[1].value > MONTHS => false,
        ([2, _, 1], '/') => context.order.or(context.locale_order()) == Some(Order::Ymd),
        ([2, _, 1], _) => false,
        ([4, 2, 2], _) | ([2, 2, 4], ' ' | '_') | ([2, 2, 2], '-') => true,
        (_, ' ' | '_') | ([.., 2], '-' | '|') => false,
        _ => true,
    }
}
