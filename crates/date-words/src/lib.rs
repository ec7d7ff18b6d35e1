#![doc = include_str!("../README.md")]

mod customs;
mod digits;
mod generated;
mod locales;

pub use copydesk_lexicon::Match;
pub use customs::{YearCustom, comma_order, is_before_numbers, proclitic, year_customs};
pub use digits::{DIGIT_BYTES, digit};
pub use locales::{Locales, Tags};

use copydesk_lexicon::{FirstWords, fold, is_letter};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// One meaning of a word or phrase, and the locales in which it has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// What the word means.
    pub meaning: Meaning,
    /// In which locales.
    pub locales: Locales,
}

/// What a word next to a number can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A month, 1 to 12 (13 in some calendars).
    Month(Calendar, u8),
    /// A weekday, 1 = Monday to 7 = Sunday (ISO 8601).
    Weekday(u8),
    /// A day, week, month … counted from now: yesterday is `(Unit::Day, -1)`.
    Relative(Unit, i8),
    /// The weekday of the week before, of this one or the next, where one word or phrase says both: `上周二` is `(2, -1)`.
    PointedWeekday(u8, i8),
    /// A word beside a weekday, month or unit that points to the one before (-1), this one (0) or the next (1): `last`.
    Pointer(i8),
    /// A number in words, 1 to 31: `twenty-one`.
    Cardinal(u8),
    /// A place in a row in words, 1 to 31: `twenty-first`; -1 is the last.
    Nth(i8),
    /// A unit's word beside its number: `年`, `tháng`, `Uhr`, `hours`.
    Unit(Unit),
    /// A unit's word as it stands behind its number, in short texts only: `timer`, `недель`.
    Counted(Unit),
    /// So many quarters of what is counted, or so many more than the number before, in short texts only: `half an`.
    Quarters(u8),
    /// Morning or afternoon, to be added to an hour of the 12-hour clock.
    DayPeriod(DayPeriod),
    /// An hour that has a name: noon is 12, midnight 0.
    Clock(u8),
    /// A part of the day beside a day, and the half that it lies in if it is one, in short texts only: `evening`.
    PartOfDay(Option<DayPeriod>),
    /// Half an hour behind the hour: `半`.
    Half,
    /// What makes a number an ordinal, behind it: `st`, `er`, `º`.
    Ordinal,
    /// A word that may stand between the parts of a date: `of`, `de`, `the`, `at`, `um`.
    Glue,
    /// A word before a number that is not exact, in short texts only: `about`, `cerca de`.
    About,
    /// A word that joins two parts of a list: `and`.
    And,
    /// An era of the year beside it: `n. Chr.`, `民國`, `令和`; the year of the Gregorian calendar before its year 1,
    /// so that the year is that one plus the number.
    Era(i16),
    /// A time zone by its abbreviation, minutes east of UTC. Some are words in small letters: `EST`, `est`.
    Zone(i16),
    /// A time zone that has summer time by the rule of the United States, minutes east of UTC in winter: `ET`.
    AmericanZone(i16),
    /// A mark of the calendar in which the year beside it counts: `هـ`, `خورشیدی`.
    Calendar(Calendar),
}

/// A calendar whose months have names of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// The civil calendar.
    Gregorian,
    /// The Thai solar calendar: Gregorian months, years counted from 543 BC.
    Buddhist,
    /// The Solar Hijri calendar of Iran and Afghanistan.
    Persian,
    /// The lunar Hijri calendar.
    Islamic,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// A half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayPeriod {
    Am,
    Pm,
}

/// The order of day, month and year in numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Order {
    Dmy,
    Mdy,
    Ymd,
}

/// A way to say "N units ago" or "in N units": words before and behind the number, either may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Folded words before the number.
    pub before: &'static str,
    /// Folded words behind the number.
    pub behind: &'static str,
    /// The unit that is counted.
    pub unit: Unit,
    /// -1 for the past, 1 for the future.
    pub sign: i8,
    /// The locales that say so.
    pub locales: Locales,
}

/// The longest known word or phrase at the start of a text, with all its senses.
pub fn longest_prefix(text: &str) -> Option<Match<Sense>> {
    generated::WORDS.longest_prefix(text)
}

/// The longest word at the start of a text that counts only in texts known to be of one of its locales, since it is so short
/// that it is a common word of others.
///
/// ```
/// use copydesk_date_words::{Calendar, Meaning, local_prefix, longest_prefix};
///
/// let mpu = local_prefix("mpu 2017").unwrap().senses[0];
/// assert_eq!(mpu.meaning, Meaning::Month(Calendar::Gregorian, 5));
/// assert!(mpu.locales.contains("bas"));
/// assert!(longest_prefix("mpu 2017").is_none());
/// ```
pub fn local_prefix(text: &str) -> Option<Match<Sense>> {
    generated::LOCAL_WORDS.longest_prefix(text)
}

/// The longest word at the start of a text that counts in short texts only, with all its senses: `about`, `evening`.
pub fn short_prefix(text: &str) -> Option<Match<Sense>> {
    generated::SHORT_WORDS.longest_prefix(text)
}

/// Whether the word that a text starts with may be a later word of a phrase; seldom true of others.
pub fn may_continue_phrase(text: &str) -> bool {
    static LATER: LazyLock<FirstWords> = LazyLock::new(|| generated::LATER_WORDS.first_words_of(|()| true));
    LATER.may_begin(text)
}

/// The senses of one whole word or phrase; empty if no locale has it.
pub fn senses(word: &str) -> &'static [Sense] {
    generated::WORDS.get(word)
}

/// All words and phrases with their senses, sorted by their [folded](copydesk_lexicon::fold) form.
pub fn words() -> impl Iterator<Item = (&'static str, &'static [Sense])> {
    generated::WORDS.entries().iter().copied()
}

/// The patterns whose words behind the number are the longest that the text starts with.
pub fn patterns_behind(text: &str) -> Option<Match<Pattern>> {
    generated::PATTERNS_BEHIND.longest_prefix(text)
}

/// The patterns that have no words behind the number, by the whole words before it.
pub fn patterns_before(words: &str) -> &'static [Pattern] {
    generated::PATTERNS_BEFORE.get(words)
}

/// Whether a text may end with the words of a pattern that has none behind the number; seldom true of others.
pub fn may_end_pattern(text: &str) -> bool {
    static ENDS: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
        generated::PATTERNS_BEFORE
            .entries()
            .iter()
            .filter_map(|(words, _)| words.chars().next_back())
            .collect()
    });
    match text.chars().next_back() {
        Some(last) if last.is_ascii_alphabetic() => ENDS.contains(&last.to_ascii_lowercase()),
        Some(last) if is_letter(last) => {
            fold(last.encode_utf8(&mut [0; 4])).chars().all(|c| ENDS.contains(&c))
        }
        Some(_) => true,
        None => false,
    }
}

/// The order of short numeric dates in a locale; falls back from `de-CH` to `de`.
pub fn order(tag: &str) -> Option<Order> {
    locales::fallbacks(tag).find_map(|tag| {
        let at = generated::ORDERS.binary_search_by_key(&tag, |(tag, _)| tag).ok()?;
        Some(generated::ORDERS[at].1)
    })
}

#[cfg(test)]
mod tests {
    use super::{generated, may_end_pattern};

    #[test]
    fn patterns_before_a_number_are_let_in() {
        for (words, _) in generated::PATTERNS_BEFORE.entries() {
            assert!(may_end_pattern(words) && may_end_pattern(&words.to_uppercase()), "{words}");
        }
        // Signs and digits may be marks that folding leaves out.
        assert!(may_end_pattern("cikin awa\u{AD}") && may_end_pattern("ｃｉｋｉｎ ａｗａ"));
    }

    #[test]
    fn most_other_words_are_not() {
        for words in ["", "only", "room", "через", "μετά από", "约"] {
            assert!(!may_end_pattern(words), "{words}");
        }
    }
}
