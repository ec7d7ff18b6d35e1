use crate::context::Context;
use crate::token::Token;
use crate::{PartialDate, Time};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};
use copydesk_date_words::{Locales, Pattern, Unit, patterns_before, patterns_behind};
use std::ops::Range;

/// So many units before or after another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    pub(crate) unit: Unit,
    pub(crate) amount: i64,
    pub(crate) locales: Option<Locales>,
}

/// `2 hours ago`, `il y a 3 jours`, `in 5 Tagen`, around their number.
///
/// ```abnf
/// shift = [words] 1*4DIGIT [words]   ; as the patterns of CLDR have them
/// ```
pub(crate) fn shift(
    text: &str,
    floor: usize,
    token: &Token,
    context: &Context<'_>,
) -> Option<(Range<usize>, Shift)> {
    let number = token.number().filter(|number| number.digits <= 4)?;
    let before = &text[floor..token.start];
    let (start, end, pattern) = around(before, &text[token.end..], context)
        .map(|(before, behind, pattern)| (token.start - before, token.end + behind, pattern))
        .or_else(|| {
            let (before, pattern) = if context.has_locales() { leading(before)? } else { return None };
            Some((token.start - before, token.end, pattern))
        })?;
    let amount = i64::try_from(number.value).ok()? * i64::from(pattern.sign);
    Some((start..end, Shift { unit: pattern.unit, amount, locales: Some(pattern.locales) }))
}

impl Shift {
    /// The day that it means, down to its unit.
    pub(crate) fn from(self, base: NaiveDateTime) -> Option<(PartialDate, Option<Time>)> {
        let amount = self.amount;
        let date = match self.unit {
            Unit::Year => months_from(base.date(), amount.checked_mul(12)?)?,
            Unit::Quarter => months_from(base.date(), amount.checked_mul(3)?)?,
            Unit::Month => months_from(base.date(), amount)?,
            Unit::Week => days_from(base.date(), amount.checked_mul(7)?)?,
            Unit::Day => days_from(base.date(), amount)?,
            Unit::Hour => return moment(base, TimeDelta::try_hours(amount)?, false),
            Unit::Minute => return moment(base, TimeDelta::try_minutes(amount)?, false),
            Unit::Second => return moment(base, TimeDelta::try_seconds(amount)?, true),
        };
        let date = PartialDate::from(date);
        let date = match self.unit {
            Unit::Year => PartialDate { month: None, day: None, ..date },
            Unit::Month | Unit::Quarter => PartialDate { day: None, ..date },
            _ => date,
        };
        Some((date, None))
    }
}

/// The last such weekday, the day itself included: news looks back.
pub(crate) fn last(weekday: Weekday, base: NaiveDate) -> Option<NaiveDate> {
    let back = base.weekday().days_since(weekday);
    base.checked_sub_days(Days::new(u64::from(back)))
}

fn moment(base: NaiveDateTime, by: TimeDelta, with_seconds: bool) -> Option<(PartialDate, Option<Time>)> {
    let moment = base.checked_add_signed(by)?;
    let second = with_seconds.then(|| moment.second() as u8);
    let time = Time { hour: moment.hour() as u8, minute: Some(moment.minute() as u8), second, offset: None };
    Some((moment.date().into(), Some(time)))
}

fn months_from(base: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { base.checked_sub_months(count) } else { base.checked_add_months(count) }
}

fn days_from(base: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { base.checked_sub_days(count) } else { base.checked_add_days(count) }
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
