//! Each date format of each locale, written by ICU4X and read back.
//!
//! Every locale that CLDR covers for use writes every edge day in its long, medium and short format, in the Gregorian
//! calendar and in its own where it has another. The finder, told the locale or told nothing, must find one date in the
//! text, and it must be that day. Long and medium dates stand alone and in a sentence. Short ones stand alone and are read
//! as the short texts that they are (`Deictic::Find`): in running text a row of numbers like `16-1-1` is no date. Two-digit
//! years are of 1970 to 2069, as the finder documents.
//!
//! Without a locale some texts say too little, and are counted apart: three numbers without a letter that make two existing
//! days when they are read in the three usual orders.
//!
//! `cargo test -p copydesk-dates --test round_trip -- --nocapture` prints the failures by locale.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test, which shows what it found")]

mod ambiguity;
mod days;
mod table;
mod trial;
mod written;

use table::Table;
use trial::Trial;

/// Of 1000 texts, how many are read right at least. What is left are short years that stand first, a year, day and month
/// whose day may be a month, numeric formats at odds with the order of the locale's own short dates, and two Hijri years in
/// which ICU4X leaves the tables that the finder follows (see `umm_al_qura.rs`).
const FLOOR_WITH_LOCALE: usize = 996;
const FLOOR_WITHOUT: usize = 975;

#[test]
fn what_icu_writes_is_read_back() {
    let written = written::all();
    let trials: Vec<Trial<'_>> = written.iter().flat_map(trial::trials).collect();
    let table = Table::of(&trials);
    println!("{table}");
    assert!(table.with_locale.per_mille() >= FLOOR_WITH_LOCALE, "with the locale: {}", table.with_locale);
    assert!(table.without.per_mille() >= FLOOR_WITHOUT, "without a locale: {}", table.without);
}
