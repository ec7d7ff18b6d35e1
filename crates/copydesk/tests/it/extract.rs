//! `copydesk extract`: columns, threads, inputs, streams.

use crate::command::{fixtures, run, run_on};

const ALL: &[&str] = &[
    "extract",
    "bundles/sample.bundle",
    "bundles/penrose.bundle",
    "bundles/traps.bundle",
    "bundles/europe.bundle",
    "bundles/asia.txtar",
    "folder",
];

fn names(args: &[&str]) -> Vec<String> {
    let table = run(&[&["extract", "--quiet", "--columns", "name"], args].concat()).good();
    String::from_utf8(table).expect("UTF-8").lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn rows_come_in_the_order_of_the_inputs() {
    let sample = names(&["bundles/sample.bundle"]);
    let folder = names(&["folder"]);
    assert_eq!((sample.len(), folder.len()), (6, 5));
    assert_eq!(names(&["folder", "bundles/sample.bundle"]), [folder.clone(), sample.clone()].concat());
    assert_eq!(names(&["bundles/sample.bundle", "folder"]), [sample, folder].concat());
}

#[test]
fn the_table_is_the_same_for_any_number_of_threads() {
    let one = run(&[ALL, &["--body", "--threads", "1"]].concat());
    for threads in ["2", "3", "7"] {
        let several = run(&[ALL, &["--body", "--threads", threads]].concat());
        assert!(one.stdout == several.stdout, "{threads} threads");
        assert_eq!(one.stderr, several.stderr);
    }
    assert!(one.text().lines().count() > 46);
}

#[test]
fn the_table_is_the_same_for_any_order_of_a_sources_documents() {
    let bundle = std::fs::read_to_string(fixtures().join("bundles/penrose.bundle")).expect("a fixture");
    let mut pages: Vec<&str> = bundle.split_inclusive("\n\n==> ").collect();
    assert_eq!(pages.len(), 4);
    let rows = |pages: &[&str]| {
        let pages =
            pages.iter().map(|page| page.trim_start_matches("==> ").trim_end_matches("==> ").trim_end());
        let bundle = format!("==> {}\n", pages.collect::<Vec<_>>().join("\n\n==> "));
        let columns = "name,headline,date_published,date_status,authors";
        let table = run_on(&["extract", "-", "--quiet", "--columns", columns], bundle.as_bytes());
        let mut rows: Vec<_> = table.text().lines().map(str::to_owned).collect();
        rows.sort();
        rows
    };
    let straight = rows(&pages);
    pages.reverse();
    assert_eq!(rows(&pages), straight);
    pages.rotate_left(2);
    assert_eq!(rows(&pages), straight);
}

#[test]
fn columns_are_chosen_and_ordered() {
    let run = run(&["extract", "--quiet", "--columns", "byte_end,name", "bundles/sample.bundle"]);
    assert_eq!(run.text().lines().next(), Some("byte_end,name"));
}

#[test]
fn the_body_is_added() {
    let header = |args: &[&str]| {
        let run = run(&[&["extract", "--quiet", "folder"], args].concat());
        run.text().lines().next().unwrap_or_default().to_owned()
    };
    assert!(header(&["--body"]).ends_with(",byte_end,body"));
    assert!(header(&[]).ends_with(",byte_end"));
    assert_eq!(header(&["--body", "--columns", "name"]), "name,body");
}

#[test]
fn an_unknown_column_is_wrong_use() {
    let run = run(&["extract", "--columns", "name,titel", "folder"]);
    assert_eq!((run.code, run.text()), (Some(2), ""));
    assert!(run.stderr.contains("expected one of name, url, publisher, "), "{}", run.stderr);
    assert!(run.stderr.contains(", found `titel`"), "{}", run.stderr);
}

#[test]
fn no_threads_are_wrong_use() {
    assert_eq!(run(&["extract", "--threads", "0", "folder"]).code, Some(2));
}

#[test]
fn no_input_is_wrong_use() {
    assert_eq!(run(&["extract"]).code, Some(2));
}

#[test]
fn a_dialect_may_be_forced() {
    let rows = |dialect: &[&str]| {
        let run = run_on(
            &[&["extract", "-", "--columns", "name", "--quiet"], dialect].concat(),
            b"==> a.txt <==\n-- b.txt --\nCafe reopens\n-- c.txt --\n",
        );
        run.text().lines().skip(1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rows(&[]), "a.txt");
    assert_eq!(rows(&["--dialect", "txtar"]), "b.txt c.txt");
    assert_eq!(rows(&["--dialect", "canonical"]), "<stdin>");
}

#[test]
fn an_unknown_dialect_is_wrong_use() {
    let run = run(&["extract", "--dialect", "zip", "folder"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("canonical, tail, txtar, equals"), "{}", run.stderr);
}

#[test]
fn quiet_prints_nothing_but_problems() {
    assert_eq!(run(&["extract", "--quiet", "broken/twins.bundle"]).stderr, "");
    let run = run(&["extract", "--quiet", "broken/bad-length.bundle"]);
    assert!(run.stderr.starts_with("error: broken/bad-length.bundle:20: "), "{}", run.stderr);
    assert_eq!(run.code, Some(1));
}

#[test]
fn headers_give_url_and_names_may() {
    let bundle = b"=== FILE: a.txt url=https://example.org/a ===\nA\n=== FILE: https://example.org/b ===\nB\n=== FILE: c.txt ===\nC\n";
    let run = run_on(&["extract", "-", "--quiet", "--columns", "name,url"], bundle);
    insta::assert_snapshot!(run, @"
    exit 0
    --
    name,url
    a.txt,https://example.org/a
    https://example.org/b,https://example.org/b
    c.txt,
    --
    ");
}

#[test]
fn nothing_is_drawn_where_standard_error_is_no_terminal() {
    let run = run(&["extract", "bundles/sample.bundle"]);
    assert!(run.stderr.starts_with("documents: 6; found/abstained: "), "{}", run.stderr);
    assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

#[test]
fn the_last_line_counts_what_was_found() {
    let bundle = b"==> a.txt <==\n\n==> b.txt <==\n\xFF\xFF\n==> a.txt <==\n";
    let run = run_on(&["extract", "-"], bundle);
    insta::assert_snapshot!(run.stderr.lines().last().unwrap_or_default(), @"documents: 3; found/abstained: headline 0/3, alternative_headline 0/3, section 0/3, publisher 0/3, date_published 0/3, date_modified 0/3, authors 0/3, agencies 0/3, photo_credits 0/3, dateline 0/3, language 0/3, ui_language 0/3, truncated 0/3, comments 0/3; warnings: 2, problems: 0");
}
