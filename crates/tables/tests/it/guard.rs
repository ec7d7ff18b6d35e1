//! Texts that spreadsheets take for formulas.

use copydesk_tables::{Columns, DocumentRow, Documents, Guard, Writer};
use proptest::prelude::*;

/// A row of one name, and how many formulas it was said to have.
fn printed(name: &str, guard: Guard) -> (Vec<u8>, u64) {
    let row = DocumentRow { name, occurrence: 1, span: 0..0, headers: &[], warnings: &[] };
    let columns = Columns::<Documents>::parse("name,bytes").expect("known columns");
    let mut writer = Writer::new(columns, Vec::new()).guard(guard);
    writer.row(&row).expect("a Vec takes all");
    let formulas = writer.formulas();
    (writer.finish().expect("a Vec takes all"), formulas)
}

fn read(row: &[u8]) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(row);
    let record = reader.records().next().expect("a row").expect("CSV");
    record[0].to_owned()
}

#[track_caller]
fn check(name: &str, guarded: &str, formulas: u64) {
    let (plain, found) = printed(name, Guard::Off);
    assert_eq!((read(&plain).as_str(), found), (name, formulas));
    let (row, found) = printed(name, Guard::Apostrophe);
    assert_eq!((read(&row).as_str(), found), (guarded, formulas));
}

#[test]
fn formulas_are_guarded_and_counted() {
    check("=1+1", "'=1+1", 1);
    check("+49 40 1234", "'+49 40 1234", 1);
    check("-", "'-", 1);
    check("@desk", "'@desk", 1);
    check("\t=1", "'\t=1", 1);
    check("\r=1", "'\r=1", 1);
}

#[test]
fn other_texts_are_not() {
    check("a=1", "a=1", 0);
    check(" =1", " =1", 0);
    check("\u{2212}1", "\u{2212}1", 0);
    check("“=1”", "“=1”", 0);
}

#[test]
fn the_guard_is_guarded() {
    check("'t is", "''t is", 0);
    check("'=1", "''=1", 0);
}

proptest! {
    #[test]
    fn texts_come_back(name in "['=+@a\t\r-]{1,4}|\\PC{1,20}") {
        let guarded = read(&printed(&name, Guard::Apostrophe).0);
        prop_assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r']));
        prop_assert_eq!(guarded.strip_prefix('\'').unwrap_or(&guarded), name);
    }
}
