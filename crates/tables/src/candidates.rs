use crate::{Cell, Column, Table};
use copydesk_article::Weighed;

/// What came into question for the fields that are weighed by tables: one row a candidate.
#[derive(Debug)]
pub enum Candidates {}

/// What a row of the candidates is made from.
#[derive(Clone, Debug)]
pub struct CandidateRow<'r> {
    /// The document's name.
    pub name: &'r str,
    /// A candidate on its page.
    pub candidate: &'r Weighed,
}

impl Table for Candidates {
    type Row<'r> = CandidateRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("name", "name of the document", |row| Cell::text(row.name)),
        Column::new("field", "headline, published or authors", |row| Cell::text(row.candidate.field)),
        Column::new("value", "as the table would print it", |row| Cell::text(&*row.candidate.value)),
        Column::new("start", "where it starts in the text of the page, in bytes", |row| {
            Cell::Number(row.candidate.span.start as u64)
        }),
        Column::new("end", "where it ends", |row| Cell::Number(row.candidate.span.end as u64)),
        Column::new("log_odds", "the sum of the weights of its features", |row| {
            Cell::print(Some(format_args!("{:.3}", row.candidate.log_odds)))
        }),
        Column::new(
            "features",
            "what was found for and against it, by the names of the table of weights",
            |row| Cell::list(&row.candidate.features),
        ),
    ];
}
