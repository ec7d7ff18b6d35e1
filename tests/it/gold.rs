//! The rows against `fixtures/gold.jsonl`, cell by cell; what is still wrong stands in `known.toml`.

use crate::fixtures::{BUNDLES, row};
use crate::row::Row;
use serde::Deserialize;
use std::collections::BTreeMap;

const GOLD: &str = include_str!("../../fixtures/gold.jsonl");
const KNOWN: &str = include_str!("known.toml");

/// What a reader takes from a page. What nobody can tell is `None`: the table must not tell it either.
#[derive(Deserialize)]
struct Gold {
    name: String,
    occurrence: usize,
    origin: String,
    lang: Option<String>,
    title: Option<String>,
    authors: Option<Vec<String>>,
    agency: Option<Vec<String>>,
    date: Option<String>,
    date_visible: Option<String>,
    modified: Option<String>,
    body_snippets: Option<Snippets>,
    columns: BTreeMap<String, String>,
}

/// Pieces of the article, and pieces of the page round it.
#[derive(Deserialize)]
struct Snippets {
    with: Vec<String>,
    without: Vec<String>,
}

/// The list of wrong cells.
#[derive(Deserialize)]
struct Known {
    #[serde(rename = "flaw")]
    flaws: Vec<Flaw>,
}

/// Cells that are wrong for one reason.
#[derive(Deserialize)]
struct Flaw {
    why: String,
    cells: Vec<Wrong>,
}

/// A cell that is not as the gold has it. Of the body, `expected` or `got` is the piece that is missing or too much.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "[String; 4]")]
struct Wrong {
    page: String,
    column: String,
    expected: String,
    got: String,
}

#[test]
fn gold_columns() {
    let found: Vec<Wrong> = gold().iter().flat_map(wrong_cells).collect();
    let Known { flaws } = toml::from_str(KNOWN).expect("the list of wrong cells");
    assert!(flaws.iter().all(|flaw| !flaw.why.is_empty()), "cells are listed without a reason");
    let known: Vec<Wrong> = flaws.into_iter().flat_map(|flaw| flaw.cells).collect();
    let new: String = found.iter().filter(|cell| !known.contains(cell)).map(Wrong::print).collect();
    let gone: String = known.iter().filter(|cell| !found.contains(cell)).map(Wrong::print).collect();
    assert!(new.is_empty() && gone.is_empty(), "newly wrong:\n{new}\nwrong no longer, or otherwise:\n{gone}");
    assert_eq!(known.len(), found.len(), "a cell is listed twice");
}

#[test]
fn every_page_has_its_gold() {
    let gold: Vec<_> = gold().iter().map(|gold| (gold.bundle(), gold.name.clone())).collect();
    let rows = BUNDLES.into_iter().flat_map(|bundle| {
        crate::fixtures::rows(bundle).iter().map(move |row| (bundle, row.get("name").to_owned()))
    });
    assert_eq!(gold, rows.collect::<Vec<_>>());
}

fn gold() -> Vec<Gold> {
    GOLD.lines().map(|line| serde_json::from_str(line).expect("a line of gold")).collect()
}

impl Gold {
    fn bundle(&self) -> &'static str {
        let bundle = BUNDLES.into_iter().find(|bundle| bundle.trim_start_matches("bundles/") == self.origin);
        bundle.expect("a known origin")
    }

    /// `traps.bundle/kapal-kayu.txt`, with `#2` for the second document of the name.
    fn page(&self) -> String {
        let page = format!("{}/{}", self.origin, self.name);
        if self.occurrence > 1 { format!("{page}#{}", self.occurrence) } else { page }
    }

    /// The columns with what is expected in them.
    fn cells(&self) -> Vec<(&str, String)> {
        // Values are as printed, but for runs of blanks, ideographic ones included.
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = |value: &Option<String>| value.as_deref().map(squeezed).unwrap_or_default();
        let list = |values: &Option<Vec<String>>| values.as_deref().unwrap_or_default().join("; ");
        let date = self.date.clone().filter(|_| self.date_visible.as_deref() == Some("full"));
        let mut cells = vec![
            ("headline", text(&self.title)),
            ("date_published", text(&date)),
            ("date_modified", text(&self.modified)),
            ("authors", list(&self.authors)),
            ("agencies", list(&self.agency)),
            ("language", text(&self.lang)),
        ];
        cells.extend(self.columns.iter().map(|(column, cell)| (column.as_str(), cell.clone())));
        cells
    }
}

fn wrong_cells(gold: &Gold) -> Vec<Wrong> {
    let row = row(gold.bundle(), &gold.name, gold.occurrence);
    let wrong = |column: &str, expected: &str, got: &str| Wrong {
        page: gold.page(),
        column: column.to_owned(),
        expected: expected.to_owned(),
        got: got.to_owned(),
    };
    let cells = gold.cells();
    let cells = cells.iter().filter(|(column, expected)| row.get(column) != expected);
    let mut found: Vec<Wrong> =
        cells.map(|(column, expected)| wrong(column, expected, row.get(column))).collect();
    if let Some(snippets) = &gold.body_snippets {
        found.extend(missing(row, snippets).map(|piece| wrong("body", piece, "")));
        found.extend(too_much(row, snippets).map(|piece| wrong("body", "", piece)));
    }
    found
}

fn missing<'s>(row: &'s Row, snippets: &'s Snippets) -> impl Iterator<Item = &'s str> {
    snippets.with.iter().map(String::as_str).filter(|piece| !row.get("body").contains(piece))
}

fn too_much<'s>(row: &'s Row, snippets: &'s Snippets) -> impl Iterator<Item = &'s str> {
    snippets.without.iter().map(String::as_str).filter(|piece| row.get("body").contains(piece))
}

impl From<[String; 4]> for Wrong {
    fn from([page, column, expected, got]: [String; 4]) -> Self {
        Self { page, column, expected, got }
    }
}

impl Wrong {
    /// The cell as it is listed.
    fn print(&self) -> String {
        let Self { page, column, expected, got } = self;
        let line = [page, column, expected, got].map(|text| toml::Value::String(text.clone()).to_string());
        format!("    [{}],\n", line.join(", "))
    }
}
