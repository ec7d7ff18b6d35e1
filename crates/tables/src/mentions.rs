use crate::{Cell, Column, Table};
use copydesk_dates::{Calendar, Locales, Mention, Order};

/// Dates written in lines of text: one row a mention.
#[derive(Debug)]
pub enum Mentions {}

/// What a row of the mentions is made from.
#[derive(Clone, Debug)]
pub struct MentionRow<'r> {
    /// Number of the line, from 1.
    pub line: u64,
    /// The date, its span in bytes of the line.
    pub mention: &'r Mention<'r>,
}

impl Table for Mentions {
    type Row<'r> = MentionRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("line", "number of the line, from 1", |row| Cell::Number(row.line)),
        Column::new("start", "where the date starts in the line, in bytes", |row| {
            Cell::Number(row.mention.span.start as u64)
        }),
        Column::new("end", "where it ends", |row| Cell::Number(row.mention.span.end as u64)),
        Column::new("text", "the date as printed", |row| Cell::text(row.mention.text)),
        Column::new("value", "ISO 8601, as far as known", |row| Cell::print(Some(row.mention.value()))),
        Column::new("precision", "the finest part: year, month, day, hour, minute, second", |row| {
            Cell::print(row.mention.precision())
        }),
        Column::new("kind", "absolute or relative", |row| Cell::print(Some(row.mention.kind))),
        Column::new("order", "order of day, month and year: DMY, MDY, YMD", |row| {
            Cell::text(row.mention.order.map(order))
        }),
        Column::new("rival", "the other reading of ambiguous numbers", |row| Cell::print(row.mention.rival)),
        Column::new("locales", "locales that its words can belong to", |row| {
            Cell::list(row.mention.locales.into_iter().flat_map(Locales::tags))
        }),
        Column::new("calendar", "the calendar it is written in", |row| {
            Cell::text(calendar(row.mention.calendar))
        }),
        Column::new("issues", "codes of what is odd about it", |row| {
            Cell::list(row.mention.issues.iter().map(|issue| issue.to_string()))
        }),
    ];
}

fn order(order: Order) -> &'static str {
    match order {
        Order::Dmy => "DMY",
        Order::Mdy => "MDY",
        Order::Ymd => "YMD",
    }
}

fn calendar(calendar: Calendar) -> &'static str {
    match calendar {
        Calendar::Gregorian => "gregorian",
        Calendar::Buddhist => "buddhist",
        Calendar::Persian => "persian",
        Calendar::Islamic => "islamic",
    }
}
