use crate::{Cell, Column, Table};
use copydesk_bylines::{Byline, Contributor, Kind, Role, Rule};
use std::ops::Range;

/// Bylines in lines of text: one row a contributor.
#[derive(Debug)]
pub enum Bylines {}

/// What a row of the bylines is made from.
#[derive(Clone, Debug)]
pub struct BylineRow<'r> {
    /// Number of the line, from 1.
    pub line: u64,
    /// The line.
    pub text: &'r str,
    /// A statement of it.
    pub byline: &'r Byline<'r>,
    /// One whom the statement names.
    pub contributor: &'r Contributor<'r>,
}

impl Table for Bylines {
    type Row<'r> = BylineRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("line", "number of the line, from 1", |row| Cell::Number(row.line)),
        Column::new("start", "where the statement starts in the line, in bytes", |row| {
            Cell::Number(row.byline.span.start as u64)
        }),
        Column::new("end", "where it ends", |row| Cell::Number(row.byline.span.end as u64)),
        Column::new("text", "the statement as printed", |row| {
            Cell::text(row.text.get(row.byline.span.clone()))
        }),
        Column::new("name", "the name as printed", |row| Cell::text(row.contributor.name)),
        Column::new("kind", "person, organisation or handle", |row| Cell::text(kind(row.contributor.kind))),
        Column::new("role", "what the contributor did", |row| Cell::text(role(row.contributor.role))),
        Column::new("title", "job title as printed", |row| slice(row, row.contributor.title.as_ref())),
        Column::new("affiliation", "outlet or agency as printed", |row| {
            slice(row, row.contributor.affiliation.as_ref())
        }),
        Column::new("agency", "code of the agency", |row| Cell::text(row.contributor.agency)),
        Column::new("rule", "what made it a byline", |row| Cell::text(rule(row.byline.rule))),
        Column::new("confidence", "how sure that rule is, 0 to 1", |row| {
            Cell::confidence(row.byline.rule.confidence())
        }),
    ];
}

fn slice<'r>(row: &'r BylineRow<'r>, span: Option<&Range<usize>>) -> Cell<'r> {
    Cell::text(span.and_then(|span| row.text.get(span.clone())))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organisation => "organisation",
        Kind::Handle => "handle",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Author => "author",
        Role::Reporter => "reporter",
        Role::Contributor => "contributor",
        Role::Editor => "editor",
        Role::Translator => "translator",
        Role::Photographer => "photographer",
        Role::Videographer => "videographer",
        Role::Illustrator => "illustrator",
        Role::Source => "source",
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Labelled => "labelled",
        Rule::LabelledNextLine => "labelled_next_line",
        Rule::Preposition => "preposition",
        Rule::NameBeforeLabel => "name_before_label",
        Rule::NameWithRole => "name_with_role",
        Rule::NameBesideDate => "name_beside_date",
        Rule::NameNearDate => "name_near_date",
        Rule::RepeatedName => "repeated_name",
        Rule::Introduced => "introduced",
        Rule::BareName => "bare_name",
        Rule::Biography => "biography",
        Rule::OutletLine => "outlet_line",
        Rule::PhotoCredit => "photo_credit",
        Rule::LeadIn => "lead_in",
        Rule::DatelineCredit => "dateline_credit",
        Rule::EndSlug => "end_slug",
        Rule::Signature => "signature",
    }
}
