//! `copydesk explain`: the line with carets, the rule, the rivals, or the reason.

use crate::command::{run, run_on};

const PAGE: &[u8] = b"==> bridge.txt <==\nBridge opens after forty years\n\nBy Ada Example\nPublished 31 May 2017\n\nThe bridge across the harbour was opened on Wednesday, and the first to cross it was a dog.\nIt took the town forty years to agree on a colour.\n\n==> other.txt <==\nNothing\n";

#[test]
fn a_value_is_shown_on_its_line_with_its_rule() {
    let run = run_on(&["explain", "-", "bridge.txt", "date_published"], PAGE);
    let lines: Vec<_> = run.text().lines().collect();
    assert_eq!(
        lines[..4],
        ["date_published: 2017-05-31", " --> bridge.txt:4:11", "  |", "4 | Published 31 May 2017"]
    );
    assert!(lines[4].starts_with("  |           ^^^^^^^^^^^ date_"), "{run}");
}

#[test]
fn an_empty_field_gives_its_reason() {
    insta::assert_snapshot!(run_on(&["explain", "-", "other.txt", "date_published"], PAGE), @"
    exit 0
    --
    date_published: nothing, no_candidate

    --
    ");
}

#[test]
fn all_fields_are_shown() {
    let run = run_on(&["explain", "-", "bridge.txt"], PAGE);
    for field in [
        "publisher: ",
        "headline: ",
        "date_published: ",
        "authors: ",
        "agencies: ",
        "language: ",
        "comments: ",
    ] {
        assert!(run.text().lines().any(|line| line.starts_with(field)), "{field}\n{run}");
    }
}

#[test]
fn all_documents_of_the_name_are_shown() {
    let bundle = b"==> a.txt <==\nPosted 2017-05-31\n\n==> a.txt <==\nPosted 2017-06-01\n";
    let run = run_on(&["explain", "-", "a.txt", "headline"], bundle);
    assert_eq!(run.text().matches("headline: ").count(), 2);
    assert!(run.stderr.contains("occurrence 2"), "{}", run.stderr);
}

#[test]
fn what_is_odd_about_other_documents_is_not_told() {
    let run = run(&["explain", "broken/checksum.bundle", "clock.txt", "headline"]);
    assert_eq!((run.code, &*run.stderr), (Some(0), ""));
    let run = crate::command::run(&["explain", "broken/checksum.bundle", "snail.txt", "headline"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.starts_with("error: broken/checksum.bundle:106: "), "{}", run.stderr);
}

#[test]
fn a_fetch_date_that_is_none_is_told() {
    let bundle = b"=== FILE: a.txt date=soon ===\nCafe reopens\n";
    let run = run_on(&["explain", "-", "a.txt", "headline"], bundle);
    let message = "warning: <stdin>:0: expected `date=YYYY-MM-DD`, found `soon`, in document `a.txt`\n";
    assert_eq!((run.code, &*run.stderr), (Some(0), message));
}

#[test]
fn an_unknown_document_suggests_known_ones() {
    insta::assert_snapshot!(run_on(&["explain", "-", "brigde.txt"], PAGE), @"
    exit 2
    --
    --
    error: expected a document of the bundle, found `brigde.txt`; there is `bridge.txt`
    ");
    insta::assert_snapshot!(run_on(&["explain", "-", ""], PAGE), @"
    exit 2
    --
    --
    error: expected a document of the bundle, found ``
    ");
    insta::assert_snapshot!(run_on(&["explain", "-", "zebra"], PAGE), @"
    exit 2
    --
    --
    error: expected a document of the bundle, found `zebra`
    ");
}

#[test]
fn a_column_beside_a_field_means_the_field() {
    let explain = |field| run(&["explain", "bundles/sample.bundle", "kolkhi-vineyards.txt", field]);
    for (column, field) in
        [("time_published", "date_published"), ("date_raw", "date_published"), ("author_roles", "authors")]
    {
        let (of_column, of_field) = (explain(column), explain(field));
        assert_eq!((of_column.code, of_column.text()), (Some(0), of_field.text()), "{column}");
    }
}

#[test]
fn an_unknown_field_lists_the_known_ones() {
    let run = run_on(&["explain", "-", "bridge.txt", "title"], PAGE);
    assert_eq!((run.code, run.text()), (Some(2), ""));
    assert!(
        run.stderr.starts_with("error: expected a field, found `title`; there is `publisher`, `headline`, ")
    );
}

#[test]
fn no_escape_codes_reach_what_is_no_terminal() {
    let run = run_on(&["explain", "-", "a.txt"], b"==> a.txt <==\nBridge \x1B[31mopens\n");
    assert!(!run.text().contains('\u{1b}'), "{run}");
}
