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
    pub profile: Profile,
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
    ];
}

/// Reads a table of profiles, as it is written: sources and what their pages tell. The column `order` is not looked at, it
/// follows from the counts; other columns may be there.
pub fn read_profiles(input: impl Read) -> Result<Vec<(String, Profile)>, csv::Error> {
    #[derive(Deserialize)]
    struct Row {
        source: String,
        day_first: u32,
        month_first: u32,
    }
    let rows = csv::Reader::from_reader(input).into_deserialize::<Row>();
    rows.map(|row| {
        row.map(|Row { source, day_first, month_first }| (source, Profile { day_first, month_first }))
    })
    .collect()
}
