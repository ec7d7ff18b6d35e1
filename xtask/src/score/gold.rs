//! The gold file and the table that is measured against it, document by document.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Our column names, and those that other tables use.
const COLUMNS: [(&str, &str); 3] =
    [("published", "date_published"), ("modified", "date_modified"), ("agency", "agencies")];

/// One line of the gold file for each document.
pub(crate) fn read_gold(path: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parse =
        |(at, line)| serde_json::from_str(line).with_context(|| format!("{}:{}", path.display(), at + 1));
    lines.map(parse).collect()
}

/// The rows of a table, by name of document.
pub(super) struct Predictions {
    columns: Vec<String>,
    rows: BTreeMap<String, Vec<csv::StringRecord>>,
}

impl Predictions {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let columns: Vec<String> = table.headers()?.iter().map(str::to_owned).collect();
        let Some(name) = columns.iter().position(|column| column == "name") else {
            bail!("expected a column `name`, found {}", columns.join(", "));
        };
        let mut rows = BTreeMap::<_, Vec<_>>::new();
        for row in table.into_records() {
            let row = row?;
            rows.entry(row[name].to_owned()).or_default().push(row);
        }
        Ok(Self { columns, rows })
    }

    /// Whether the table has the field at all.
    pub(super) fn has(&self, field: &str) -> bool {
        self.column(field).is_some()
    }

    /// The cell of a document, empty if it has no row. Days get the time and offset that stand beside them.
    pub(super) fn cell(&self, gold: &Value, field: &str) -> String {
        let day = self.at(gold, field);
        let [time, offset] = ["time_published", "utc_offset"].map(|column| self.at(gold, column));
        if field == "published" && day.len() == 10 && !time.is_empty() && !offset.is_empty() {
            return format!("{day}T{time}{offset}");
        }
        day.to_owned()
    }

    /// Names of documents that the gold does not know.
    pub(super) fn strangers<'p>(&'p self, gold: &'p [Value]) -> impl Iterator<Item = &'p str> {
        let is_known = move |name: &str| gold.iter().any(|gold| gold["name"] == name);
        self.rows.keys().map(String::as_str).filter(move |name| !is_known(name))
    }

    fn at(&self, gold: &Value, field: &str) -> &str {
        let rows = gold["name"].as_str().and_then(|name| self.rows.get(name));
        let occurrence = gold["occurrence"].as_u64().unwrap_or(1).max(1) as usize;
        let row = rows.and_then(|rows| rows.get(occurrence - 1));
        row.zip(self.column(field)).and_then(|(row, column)| row.get(column)).unwrap_or_default().trim()
    }

    fn column(&self, field: &str) -> Option<usize> {
        let ours = COLUMNS.iter().find(|(other, _)| *other == field).map(|(_, ours)| *ours);
        self.columns.iter().position(|column| column == field || Some(column.as_str()) == ours)
    }
}
