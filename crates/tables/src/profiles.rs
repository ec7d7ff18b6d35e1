use crate::{Cell, Column, Table};
use copydesk_article::{Order, Profile};
use serde::Deserialize;
use std::io::Read;

/// What is known of sources: one row a source.
#[derive(Debug)]
pub enum Profiles {}

/// What a row of the profiles is made from.
#[derive(Clone, Debug)]
pub struct ProfileRow<'r> {
    /// What the source is called: a host, a folder, or as its documents say.
    pub source: &'r str,
    /// What its pages tell.
    pub profile: &'r Profile,
}

impl Table for Profiles {
    type Row<'r> = ProfileRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("source", "host, folder, or as the documents say", |row| Cell::text(row.source)),
        Column::new("day_first", "numeric dates that can only be day first", |row| {
            Cell::Number(row.profile.day_first.into())
        }),
        Column::new("month_first", "numeric dates that can only be month first", |row| {
            Cell::Number(row.profile.month_first.into())
        }),
        Column::new("order", "the order they settle, if they do: DMY or MDY", |row| {
            Cell::text(row.profile.order().map(|order| if order == Order::Mdy { "MDY" } else { "DMY" }))
        }),
        Column::new("pages", "pages whose lines are held: at most 16", |row| {
            Cell::Number(row.profile.sample.len() as u64)
        }),
        Column::new("furniture", "lines that recur on them", |row| {
            Cell::Number(row.profile.sample.furniture().len() as u64)
        }),
        Column::new(
            "sample",
            "those pages: what tells each from others, and its lines, in hexadecimal",
            |row| Cell::list(row.profile.sample.pages().map(page).collect::<Vec<_>>()),
        ),
    ];
}

/// `PAGE:LINELINE…`, 16 digits for the page and 8 for each line.
fn page((page, lines): (u64, &[u32])) -> String {
    let mut text = format!("{page:016x}:");
    text.extend(lines.iter().map(|line| format!("{line:08x}")));
    text
}

/// Reads a table of profiles, as it is written: sources and what their pages tell. The columns `order`, `pages` and
/// `furniture` are not looked at, they follow from the others; `sample` may be missing, and other columns may be there.
pub fn read_profiles(input: impl Read) -> Result<Vec<(String, Profile)>, csv::Error> {
    #[derive(Deserialize)]
    struct Row {
        source: String,
        day_first: u32,
        month_first: u32,
        #[serde(default)]
        sample: String,
    }
    let rows = csv::Reader::from_reader(input).into_deserialize::<Row>();
    rows.map(|row| {
        row.map(|Row { source, day_first, month_first, sample }| {
            let sample = sample.split(';').filter_map(read_page).collect();
            (source, Profile { day_first, month_first, sample })
        })
    })
    .collect()
}

/// A page as it is written; none, if it is damaged.
fn read_page(text: &str) -> Option<(u64, Vec<u32>)> {
    let (page, lines) = text.trim().split_once(':')?;
    let line = |digits: &[u8]| u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
    let lines: Option<Vec<u32>> = lines.as_bytes().chunks(8).map(line).collect();
    Some((u64::from_str_radix(page, 16).ok()?, lines?))
}
