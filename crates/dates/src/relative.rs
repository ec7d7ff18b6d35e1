use crate::context::{Context, Direction};
use crate::token::{Senses, Token, Tokens};
use crate::{PartialDate, Time};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};
use copydesk_date_words::{Locales, Meaning, Pattern, Unit, patterns_before, patterns_behind};
use std::ops::Range;

/// So much time before or after a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    months: i64,
    days: i64,
    seconds: i64,
    /// The finest unit that is counted: the value goes no further down.
    finest: Unit,
    pub(crate) locales: Option<Locales>,
}

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

/// How many units, in digits or in words.
#[derive(Clone, Copy)]
enum Count {
    Number(i64),
    Words(Senses),
}

impl Count {
    fn of(token: &Token) -> Option<Self> {
        let is_cardinal = token.means(|meaning| matches!(meaning, Meaning::Cardinal(_)));
        match token.number() {
            Some(number) if number.digits <= 4 => i64::try_from(number.value).ok().map(Self::Number),
            _ => is_cardinal.then(|| Self::Words(token.senses())),
        }
    }

    fn value(self, locales: Locales) -> Option<i64> {
        match self {
            Self::Number(amount) => Some(amount),
            Self::Words(senses) => {
                let mut fitting = senses.iter().filter(|sense| sense.locales.meets(locales));
                fitting.find_map(|sense| match sense.meaning {
                    Meaning::Cardinal(amount) => Some(i64::from(amount)),
                    _ => None,
                })
            }
        }
    }

    fn signed(self, pattern: Pattern) -> Option<i64> {
        Some(self.value(pattern.locales)? * i64::from(pattern.sign))
    }
}

impl Shift {
    pub(crate) fn of(unit: Unit, amount: i64) -> Self {
        let none = Self { months: 0, days: 0, seconds: 0, finest: unit, locales: None };
        match unit {
            Unit::Year => Self { months: amount * 12, ..none },
            Unit::Quarter => Self { months: amount * 3, ..none },
            Unit::Month => Self { months: amount, ..none },
            Unit::Week => Self { days: amount * 7, ..none },
            Unit::Day => Self { days: amount, ..none },
            Unit::Hour => Self { seconds: amount * 3600, ..none },
            Unit::Minute => Self { seconds: amount * 60, ..none },
            Unit::Second => Self { seconds: amount, ..none },
        }
    }

    pub(crate) fn within(self, locales: Locales) -> Self {
        Self { locales: Some(locales), ..self }
    }

    /// Both together; none if a unit comes twice or out of order.
    fn plus(self, part: Self) -> Option<Self> {
        (part.finest > self.finest).then_some(Self {
            months: self.months + part.months,
            days: self.days + part.days,
            seconds: self.seconds + part.seconds,
            finest: part.finest,
            locales: self.locales,
        })
    }

    /// This, and a count of a coarser unit in the same direction before it.
    fn after(self, count: Count, unit: Senses) -> Option<Self> {
        let locales = self.locales?;
        let sign = if self.is_past() { -1 } else { 1 };
        let unit = unit.iter().filter(|sense| sense.locales.meets(locales)).find_map(|sense| match sense
            .meaning
        {
            Meaning::Unit(unit) => Some(unit),
            _ => None,
        })?;
        let whole = Self::of(unit, count.value(locales)? * sign).within(locales).plus(self)?;
        Some(whole)
    }

    pub(crate) fn is_past(self) -> bool {
        self.months < 0 || self.days < 0 || self.seconds < 0
    }

    /// Whether it counts days or longer, so that a time of day may follow.
    pub(crate) fn is_of_days(self) -> bool {
        self.finest < Unit::Hour
    }

    /// The moment that it means, down to its unit.
    pub(crate) fn from(self, base: NaiveDateTime) -> Option<(PartialDate, Option<Time>)> {
        let date = days_from(months_from(base.date(), self.months)?, self.days)?;
        if self.finest >= Unit::Hour {
            let by = TimeDelta::try_seconds(self.seconds)?;
            return moment(date.and_time(base.time()), by, self.finest == Unit::Second);
        }
        let date = PartialDate::from(date);
        let date = match self.finest {
            Unit::Year => PartialDate { month: None, day: None, ..date },
            Unit::Month | Unit::Quarter => PartialDate { day: None, ..date },
            _ => date,
        };
        Some((date, None))
    }
}

/// The weekday that is meant where nothing but its name is written.
pub(crate) fn plain(weekday: Weekday, direction: Direction, base: NaiveDate) -> Option<NaiveDate> {
    match direction {
        Direction::Back => days_from(base, -i64::from(base.weekday().days_since(weekday))),
        Direction::Ahead => pointed(weekday, 1, base),
    }
}

/// The weekday of the week so many weeks from that of a day; weeks begin on Monday.
pub(crate) fn of_week(weekday: Weekday, weeks: i64, base: NaiveDate) -> Option<NaiveDate> {
    let monday = days_from(base, -i64::from(base.weekday().num_days_from_monday()))?;
    days_from(monday, weeks * 7 + i64::from(weekday.num_days_from_monday()))
}

/// The weekday that a word points to: the last before a day (-1), the first from it on (0) or behind it (1), or so many
/// weeks later.
pub(crate) fn pointed(weekday: Weekday, offset: i8, base: NaiveDate) -> Option<NaiveDate> {
    let ahead = i64::from(weekday.days_since(base.weekday()));
    let days = match offset {
        0 => ahead,
        1.. => (if ahead == 0 { 7 } else { ahead }) + 7 * i64::from(offset - 1),
        _ => ahead - 7,
    };
    days_from(base, days)
}

/// The month that a word points to, like the weekdays.
pub(crate) fn pointed_month(month: u8, offset: i8, base: NaiveDate) -> PartialDate {
    let (year, now) = (base.year(), base.month() as u8);
    let year = match offset {
        0 => year,
        1.. => year + i32::from(offset) - i32::from(month > now),
        _ => year - i32::from(month >= now),
    };
    PartialDate { year: Some(year), month: Some(month), day: None }
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
    let words = before.trim_end_matches([' ', '\u{A0}']);
    let starts =
        words.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
    starts.chain([0]).take(MOST_WORDS).find_map(|start| {
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
