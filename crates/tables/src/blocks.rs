use crate::{Cell, Column, Table};
use copydesk_article::Block;

/// What the lines of pages are: one row a line that is not blank.
#[derive(Debug)]
pub enum Blocks {}

/// What a row of the blocks is made from.
#[derive(Clone, Debug)]
pub struct BlockRow<'r> {
    /// The document's name.
    pub name: &'r str,
    /// The text of its page.
    pub text: &'r str,
    /// A line of it.
    pub block: &'r Block,
}

impl Table for Blocks {
    type Row<'r> = BlockRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("name", "name of the document", |row| Cell::text(row.name)),
        Column::new("line", "number of the line, from 1", |row| Cell::Number(row.block.line as u64)),
        Column::new("start", "where its content starts in the text of the page, in bytes", |row| {
            Cell::Number(row.block.span.start as u64)
        }),
        Column::new("end", "where it ends", |row| Cell::Number(row.block.span.end as u64)),
        Column::new("role", "what the line is", |row| Cell::text(row.block.role.as_str())),
        Column::new("text", "its content, without outer blanks and bullet", |row| {
            Cell::text(row.text.get(row.block.span.clone()))
        }),
    ];
}
