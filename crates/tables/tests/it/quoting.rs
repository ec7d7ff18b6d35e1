//! Texts survive the table, whatever is in them.

use copydesk_tables::{Columns, DocumentRow, Documents, Writer};
use proptest::prelude::*;

fn printed(name: &str) -> Vec<u8> {
    let row = DocumentRow { name, occurrence: 1, span: 0..0, headers: &[], warnings: &[] };
    let columns = Columns::<Documents>::parse("name,bytes").expect("known columns");
    let mut writer = Writer::new(columns, Vec::new());
    writer.row(&row).expect("a Vec takes all");
    writer.finish().expect("a Vec takes all")
}

#[track_caller]
fn check(name: &str, expected: &str) {
    assert_eq!(String::from_utf8(printed(name)).expect("UTF-8"), format!("{expected},0\n"));
}

#[test]
fn plain_texts_stand_as_they_are() {
    check("a", "a");
    check("été", "été");
    check("'a'", "'a'");
    check("a;b|c\td", "a;b|c\td");
    check("NULL", "NULL");
    check("#1", "#1");
}

#[test]
fn what_csv_takes_for_its_own_is_quoted() {
    check("a,b", r#""a,b""#);
    check(r#"say "a""#, r#""say ""a""""#);
    check(r#"""#, r#""""""#);
    check("a\nb", "\"a\nb\"");
    check("a\r\nb", "\"a\r\nb\"");
    check("a\r", "\"a\r\"");
}

#[test]
fn blanks_are_quoted_wherever_they_stand() {
    check(" a", r#"" a""#);
    check("a ", r#""a ""#);
    check("a b", r#""a b""#);
    check(" ", r#"" ""#);
}

#[test]
fn nul_bytes_are_kept() {
    check("a\0b", "a\0b");
}

#[test]
fn formulas_are_data() {
    check("=1+1", "=1+1");
    check("@a", "@a");
}

#[test]
fn empty_texts_are_empty_cells() {
    check("", "");
}

proptest! {
    #[test]
    fn a_reader_gets_back_every_text(name in any::<String>()) {
        let bytes = printed(&name);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*bytes);
        let record = reader.records().next().expect("a row").expect("CSV");
        prop_assert_eq!(&record[0], name.as_str());
        prop_assert!(reader.records().next().is_none());
    }

    #[test]
    fn nothing_but_the_end_is_a_line_end_outside_quotes(name in any::<String>()) {
        let bytes = printed(&name);
        let mut is_quoted = false;
        let line_ends = bytes.iter().filter(|byte| {
            is_quoted ^= **byte == b'"';
            **byte == b'\n' && !is_quoted
        });
        prop_assert_eq!(line_ends.count(), 1);
    }
}
