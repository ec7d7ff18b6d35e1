//! The promises of the README, each with a test that fails without it.

use crate::fixtures::{BUNDLES, packed, path, row, rows, rows_of};
use crate::row::Row;
use copydesk::{Intake, Question, Style};
use copydesk_bundle::pack_document;

/// Columns whose cells stand for themselves. Those that come with them, as the time with the date, are shown with them.
const VALUES: [&str; 14] = [
    "publisher",
    "headline",
    "alternative_headline",
    "section",
    "date_published",
    "date_modified",
    "authors",
    "agencies",
    "photo_credits",
    "dateline",
    "language",
    "ui_language",
    "truncated",
    "comments",
];

#[test]
fn promise_1_evidence_for_every_value() {
    for bundle in BUNDLES {
        for row in rows(bundle).iter().filter(|row| is_first_of_name(bundle, row)) {
            for column in VALUES {
                check_evidence(bundle, row, column);
            }
        }
    }
    let dates = explain("bundles/sample.bundle", "harbour-tram.txt", "date_published");
    assert!(dates.contains("rival: 2023-06-15"), "{dates}");
}

/// `explain` says what the cell says, and shows the line with carets below the words, the rule and how sure it is.
#[track_caller]
fn check_evidence(bundle: &str, row: &Row, column: &str) {
    let cell = row.get(column);
    let shown = explain(bundle, row.get("name"), column);
    if matches!(cell, "" | "false" | "0") {
        assert!(shown.starts_with(&format!("{column}: nothing, ")), "{cell:?} is explained by\n{shown}");
    } else {
        assert!(shown.starts_with(&format!("{column}: {cell}")), "{cell:?} is explained by\n{shown}");
        assert!(shown.contains(&format!("--> {}:", row.get("name"))), "no line\n{shown}");
        assert!(
            shown.lines().any(|line| line.contains("^ ") && line.ends_with(is_figure)),
            "no rule\n{shown}"
        );
    }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
}

fn explain(bundle: &str, document: &str, field: &str) -> String {
    let question = Question { document, field: Some(field), intake: Intake::default() };
    let mut shown = Vec::new();
    copydesk::explain(&path(bundle), &question, Style::Plain, &mut shown, &mut ()).expect("an explanation");
    String::from_utf8(shown).expect("UTF-8")
}

/// `explain` shows all documents of a name, the first one first.
fn is_first_of_name(bundle: &str, row: &Row) -> bool {
    std::ptr::eq(row, crate::fixtures::row(bundle, row.get("name"), 1))
}

const REASONS: [&str; 9] = [
    "no_candidate",
    "low_confidence",
    "only_body_dates",
    "ambiguous_order",
    "label_without_value",
    "implausible",
    "incomplete",
    "relative_without_base",
    "conflict",
];

#[test]
fn promise_2_abstains_with_a_reason() {
    for row in BUNDLES.into_iter().flat_map(rows) {
        check_status(row, "date_published", "date_status");
        check_status(row, "authors", "authors_status");
    }
    // None of these pages prints the day on which it came out.
    for (bundle, name) in [
        ("bundles/sample.bundle", "paper-mill.txt"),
        ("bundles/traps.bundle", "desalination.txt"),
        ("bundles/traps.bundle", "fietsbrug.txt"),
        ("bundles/traps.bundle", "isvagen.txt"),
        ("bundles/traps.bundle", "mercado-central.txt"),
        ("bundles/traps.bundle", "nisi-faros.txt"),
        ("bundles/traps.bundle", "moara-de-vant.txt"),
        ("bundles/traps.bundle", "halaszle.txt"),
        ("bundles/traps.bundle", "leer.txt"),
    ] {
        assert_eq!(row(bundle, name, 1).get("date_published"), "", "{name}");
    }
}

/// A cell is empty if and only if its status is a reason.
#[track_caller]
fn check_status(row: &Row, column: &str, status: &str) {
    let (cell, status) = (row.get(column), row.get(status));
    let is_consistent = if cell.is_empty() { REASONS.contains(&status) } else { status == "found" };
    assert!(is_consistent, "{}: {column} is {cell:?}, its status {status:?}", row.get("name"));
}

#[test]
fn promise_3_the_bundle_teaches() {
    let packed = packed("bundles/penrose.bundle");
    let pages = copydesk_bundle::read(&packed).documents;
    let alone = |name: &str| {
        let page = pages.iter().find(|page| page.name == name).expect("a page of the source");
        let mut bundle = Vec::new();
        pack_document(&mut bundle, name, &page.content, &page.headers);
        rows_of(&bundle).remove(0)
    };
    for (name, day) in
        [("quarry-owls", "2019-05-04"), ("lifeboat-cake", "2019-05-06"), ("bus-shelter", "2019-06-07")]
    {
        let name = format!("penrose-gazette/{name}.txt");
        assert_eq!(row("bundles/penrose.bundle", &name, 1).get("date_published"), day);
        assert_eq!(alone(&name).get("date_status"), "ambiguous_order", "{name} alone");
    }
    // The one that teaches the others needs no teacher.
    assert_eq!(alone("penrose-gazette/cider-press.txt").get("date_published"), "2019-05-23");
}
