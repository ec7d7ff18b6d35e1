//! Which columns are printed.

use copydesk_tables::{Articles, Bylines, Columns, Documents, Languages, Mentions, Sniffs, Table};

#[track_caller]
fn check(list: &str, expected: Result<&[&str], &str>) {
    match (Columns::<Articles>::parse(list), expected) {
        (Ok(columns), Ok(names)) => assert_eq!(columns.names().collect::<Vec<_>>(), names),
        (Err(error), Err(message)) => assert_eq!(error.to_string(), format!("{}, found {message}", known())),
        (columns, expected) => panic!("{list}: {columns:?}, not {expected:?}"),
    }
}

fn known() -> String {
    let names: Vec<_> = Articles::COLUMNS.iter().map(|column| column.name).collect();
    format!("expected one of {}", names.join(", "))
}

#[test]
fn columns_come_in_the_order_asked_for() {
    check("headline,name", Ok(&["headline", "name"]));
    check("body", Ok(&["body"]));
    check(" name , url ", Ok(&["name", "url"]));
}

#[test]
fn columns_may_come_twice() {
    check("name,name", Ok(&["name", "name"]));
}

#[test]
fn unknown_columns_are_named_with_the_known_ones() {
    check("name,titel", Err("`titel`"));
    check("Name", Err("`Name`"));
    check("name,", Err("``"));
    check("", Err("``"));
    check("na\u{1b}me", Err("`na\\u{1b}me`"));
}

#[test]
fn the_body_is_printed_on_request_only() {
    let columns = Columns::<Articles>::default();
    assert!(!columns.contains("body"));
    assert_eq!(columns.with_body().names().last(), Some("body"));
}

#[test]
fn the_body_is_printed_once() {
    let columns = Columns::<Articles>::parse("body,name").expect("known columns");
    assert_eq!(columns.with_body().names().collect::<Vec<_>>(), ["body", "name"]);
}

#[track_caller]
fn check_names<T: Table>() {
    let mut names: Vec<_> = T::COLUMNS.iter().map(|column| column.name).collect();
    let is_snake =
        |name: &&str| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    assert!(names.iter().all(is_snake), "{names:?}");
    assert!(T::COLUMNS.iter().all(|column| !column.about.is_empty() && !column.about.ends_with('.')));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a name twice");
}

#[test]
fn names_are_distinct_and_in_snake_case() {
    check_names::<Articles>();
    check_names::<Bylines>();
    check_names::<Documents>();
    check_names::<Languages>();
    check_names::<Mentions>();
    check_names::<Sniffs>();
}
