//! Each date format of each locale, written by ICU4X and read back.
//!
//! Every locale that CLDR covers for use writes every edge day in its long, medium and short format, in the Gregorian
//! calendar and in its own where it has another; the long and medium ones stand in a sentence as well. The finder, told
//! the locale or told nothing, must find one date in the text, and it must be that day. Two-digit years are of 1970 to
//! 2069, as the finder documents.
//!
//! Without a locale, some texts say too little, and are counted apart. A text is ambiguous
//! - if it is three numbers without a letter that make two existing days when they are read in the three usual orders, or
//! - if another locale writes the same text for the same day of another month: `3. listopada 2005` is in October in Croatia
//!   and in November in Poland.
//!
//! `cargo test -p copydesk-dates --test round_trip -- --nocapture` prints the failures by locale.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test, which shows what it found")]

mod ambiguity;
mod days;
mod table;
mod trial;
mod written;

use ambiguity::Ambiguity;
use table::Table;
use trial::Trial;

/// Of 1000 texts, how many are read right at least.
const FLOOR_WITH_LOCALE: usize = 970;
const FLOOR_WITHOUT: usize = 970;

#[test]
fn what_icu_writes_is_read_back() {
    let written = written::all();
    let ambiguity = Ambiguity::of(&written);
    let trials: Vec<Trial<'_>> =
        written.iter().flat_map(|written| trial::trials(written, &ambiguity)).collect();
    let table = Table::of(&trials);
    println!("{table}");
    assert!(table.with_locale.per_mille() >= FLOOR_WITH_LOCALE, "with the locale: {}", table.with_locale);
    assert!(table.without.per_mille() >= FLOOR_WITHOUT, "without a locale: {}", table.without);
}
