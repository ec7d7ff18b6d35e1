// A tiny hand-made table that stands in until `cargo xtask codegen` writes this module.
use crate::{Calendar, DayPeriod, Locales, Meaning, Order, Pattern, Sense, Unit};
use copydesk_lexicon::Lexicon;

const EN: Locales = Locales(0);
const fn s(meaning: Meaning) -> Sense {
    Sense { meaning, locales: EN }
}
pub(crate) static TAGS: &[&str] = &["en"];
pub(crate) static LOCALE_SETS: &[&[u16]] = &[&[0]];
pub(crate) static ORDERS: &[(&str, Order)] = &[("en", Order::Mdy)];
pub(crate) static ZEROS: &[char] = &['0', '\u{660}', '\u{6F0}', '\u{966}'];
pub(crate) static WORDS: Lexicon<Sense> = Lexicon::new(&[
    ("am", &[s(Meaning::DayPeriod(DayPeriod::Am))]),
    ("may", &[s(Meaning::Month(Calendar::Gregorian, 5))]),
    ("of", &[s(Meaning::Glue)]),
    ("tuesday", &[s(Meaning::Weekday(2))]),
    ("yesterday", &[s(Meaning::Relative(Unit::Day, -1))]),
]);
pub(crate) static PATTERNS_BEHIND: Lexicon<Pattern> = Lexicon::new(&[(
    "days ago",
    &[Pattern { before: "", behind: "days ago", unit: Unit::Day, sign: -1, locales: EN }],
)]);
pub(crate) static PATTERNS_BEFORE: Lexicon<Pattern> = Lexicon::new(&[]);
