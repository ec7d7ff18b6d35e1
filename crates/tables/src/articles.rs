use crate::{Cell, Column, Table};
use copydesk_article::{Article, Author, Finding, List, Reason, Stamp};
use std::borrow::Cow;
use std::ops::Range;

/// `articles.csv`: one row a document.
#[derive(Debug)]
pub enum Articles {}

/// What a row of the articles is made from.
#[derive(Clone, Debug)]
pub struct ArticleRow<'r> {
    /// The document's name.
    pub name: &'r str,
    /// Where it was fetched from, if that is known.
    pub url: Option<&'r str>,
    /// What its text says.
    pub article: &'r Article<'r>,
    /// Short codes of what is odd about the document.
    pub warnings: &'r [Cow<'static, str>],
    /// SHA-256 of its content, in hexadecimal digits.
    pub sha256: &'r str,
    /// Its content in the input, in bytes.
    pub span: Range<usize>,
}

impl Table for Articles {
    type Row<'r> = ArticleRow<'r>;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("name", "name of the document in its bundle", |row| Cell::text(row.name)),
        Column::new("url", "where it was fetched from, by the bundle", |row| Cell::text(row.url)),
        Column::new("publisher", "the outlet, where the page names it", |row| {
            text(row.article.publisher.value())
        }),
        Column::new("headline", "the title", |row| text(row.article.headline.value())),
        Column::new("alternative_headline", "the standfirst below the title", |row| {
            text(row.article.alternative_headline.value())
        }),
        Column::new("section", "section of the paper", |row| text(row.article.section.value())),
        Column::new("date_published", "day of publication, YYYY-MM-DD", |row| {
            Cell::print(row.article.published.value().map(|stamp| stamp.day))
        }),
        Column::new("time_published", "time of day, as the page's clock has it, HH:MM:SS", |row| {
            Cell::print(row.article.published.value().and_then(Stamp::time_of_day))
        }),
        Column::new("utc_offset", "offset of that clock, +HH:MM", |row| {
            Cell::print(row.article.published.value().and_then(Stamp::utc_offset))
        }),
        Column::new("date_status", "`found`, or why there is no date", |row| {
            status(row.article.published.reason())
        }),
        Column::new("date_raw", "the date as printed", |row| {
            Cell::text(
                row.article.published.evidence().and_then(|found| row.article.text.get(found.span.clone())),
            )
        }),
        Column::new("date_locale", "the locale whose words the date is written in", |row| {
            Cell::text(row.article.published.value().and_then(|stamp| stamp.locale))
        }),
        Column::new("date_modified", "day of the last change, YYYY-MM-DD", |row| {
            Cell::print(row.article.modified.value().map(|stamp| stamp.day))
        }),
        Column::new("authors", "who wrote the text; the outlet, where the page names only that", |row| {
            Cell::list(authors(row).map(|author| author.name.as_ref()))
        }),
        Column::new("author_roles", "job titles, in the order of the authors", |row| {
            Cell::list(authors(row).map(|author| author.role.as_deref().unwrap_or_default()))
        }),
        Column::new("authors_status", "`found`, or why there is no author", |row| {
            status(row.article.authors.reason())
        }),
        Column::new("byline_raw", "the byline as printed", |row| {
            Cell::text(printed(row.article.text, row.article.authors.findings()))
        }),
        Column::new("agencies", "codes of the agencies credited for the text", |row| {
            Cell::list(values(&row.article.agencies))
        }),
        Column::new("photo_credits", "who took the pictures, as printed", |row| {
            Cell::list(values(&row.article.photo_credits))
        }),
        Column::new("dateline", "the place that the text starts with", |row| {
            text(row.article.dateline.value())
        }),
        Column::new("language", "BCP 47 tag of the text", |row| {
            Cell::text(row.article.languages.body.value().copied())
        }),
        Column::new("ui_language", "BCP 47 tag of the menus and labels round it", |row| {
            Cell::text(row.article.languages.ui.value().copied())
        }),
        Column::new("words", "words of the text (an estimate, where no blanks part them)", |row| {
            Cell::Number(row.article.body.words as u64)
        }),
        Column::new("truncated", "whether the page shows the beginning of the text only", |row| {
            Cell::Flag(row.article.truncated.value().copied().unwrap_or_default())
        }),
        Column::new("comments", "number of readers' comments", |row| {
            Cell::Number(row.article.comments.value().copied().unwrap_or_default().into())
        }),
        Column::new("warnings", "codes of what is odd about the document", |row| Cell::list(row.warnings)),
        Column::new("sha256", "checksum of the content", |row| Cell::text(row.sha256)),
        Column::new("byte_start", "where the content starts in the input", |row| {
            Cell::Number(row.span.start as u64)
        }),
        Column::new("byte_end", "where it ends", |row| Cell::Number(row.span.end as u64)),
        Column::extra("body", "the text, its paragraphs parted by empty lines", |row| {
            Cell::Text(Cow::Owned(row.article.body_text()))
        }),
    ];
}

fn text<'r>(value: Option<&'r Cow<'r, str>>) -> Cell<'r> {
    Cell::text(value.map(Cow::as_ref))
}

fn status(reason: Option<Reason>) -> Cell<'static> {
    Cell::text(reason.map_or("found", Reason::as_str))
}

fn values<T>(list: &List<T>) -> impl Iterator<Item = &T> {
    list.findings().iter().map(|finding| &finding.value)
}

fn authors<'r>(row: &'r ArticleRow<'r>) -> impl Iterator<Item = &'r Author<'r>> {
    values(&row.article.authors)
}

/// The longest byline that is printed whole, in bytes: authors named further apart have a byline each.
const LONGEST_BYLINE: usize = 200;

/// The text from the first to the last of the findings; that of the first alone, if they stand far apart.
fn printed<'t, T>(text: &'t str, findings: &[Finding<T>]) -> Option<&'t str> {
    let spans = || findings.iter().map(|finding| &finding.evidence.span);
    let start = spans().map(|span| span.start).min()?;
    let end = spans().map(|span| span.end).max()?;
    let span = if end - start <= LONGEST_BYLINE { start..end } else { spans().next()?.clone() };
    text.get(span)
}
