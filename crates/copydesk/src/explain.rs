use crate::decode::decode;
use crate::excerpt::Excerpt;
use crate::faults::{self, checksum, issues};
use crate::intake::Intake;
use crate::known::Known;
use crate::lines;
use crate::lookup::Lookup;
use crate::origin::Passes;
use crate::pages::each_batch;
use crate::profiles::Profiles;
use crate::reading::Inputs;
use crate::source::malformed_date;
use crate::{Error, Observer, Style};
use annotate_snippets::{Group, Level};
use copydesk_article::{Article, Explained, Statement};
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::Path;

/// What [`explain`] is to show.
#[derive(Clone, Debug)]
pub struct Question<'q> {
    /// The document's name.
    pub document: &'q str,
    /// A field, named like one of its columns in the table; all fields, if there is none.
    pub field: Option<&'q str>,
    /// How the input is read.
    pub intake: Intake,
}

/// Shows, for each field or for one, the value with the line it stands on, the rule and its confidence, or why there is
/// none; and what else came into question. Of documents of one name, all are shown.
pub fn explain(
    input: &Path,
    question: &Question<'_>,
    style: Style,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let input = Inputs::new(&[input], &question.intake, Passes::Two);
    let mut profiles = Profiles::default();
    profiles.learn(&input, NonZeroUsize::MIN, observer)?;
    let known = Known::of(&profiles);
    let mut lookup = Lookup::of(question.document);
    each_batch(&input, observer, |batch, bundle, observer| {
        for (index, document) in bundle.documents.iter().enumerate() {
            if !lookup.finds(&document.name) {
                continue;
            }
            let decoded = decode(&document.content);
            for issue in issues(bundle, index, checksum(document)) {
                observer.notice(&faults::of_issue(batch, bundle, &issue));
            }
            for oddity in &decoded.oddities {
                observer.notice(&faults::of_oddity(batch, document, oddity));
            }
            if let Some(date) = malformed_date(document) {
                observer.notice(&faults::of_date(batch, document, date));
            }
            let context = known.context(document, batch.facts.home(bundle), &decoded.text);
            let article = copydesk_article::read(&decoded.text, &context);
            let shown = fields(&article, question.field, &document.name, style)?;
            out.write_all(shown.as_bytes()).map_err(Error::output)?;
        }
        Ok(())
    })?;
    lookup.result()
}

/// Rivals that are shown of a field.
const RIVALS: usize = 5;

fn fields(article: &Article<'_>, wanted: Option<&str>, name: &str, style: Style) -> Result<String, Error> {
    let fields = chosen(article, wanted)?;
    Ok(fields.iter().map(|field| section(field, article.text, name, style) + "\n\n").collect())
}

fn chosen(article: &Article<'_>, wanted: Option<&str>) -> Result<Vec<Explained>, Error> {
    let mut fields = article.explain();
    let Some(wanted) = wanted.map(field_of) else { return Ok(fields) };
    let names = fields.iter().map(|field| field.field.to_owned()).collect();
    fields.retain(|field| field.field == wanted);
    if fields.is_empty() {
        return Err(Error::unknown("field", wanted, names));
    }
    Ok(fields)
}

/// The field that a column of the table shows a part of.
fn field_of(column: &str) -> &str {
    match column {
        "time_published" | "utc_offset" | "date_status" | "date_raw" | "date_locale" => "date_published",
        "author_roles" | "authors_status" | "byline_raw" => "authors",
        other => other,
    }
}

fn section(field: &Explained, text: &str, name: &str, style: Style) -> String {
    let excerpts: Vec<_> = field.found.iter().filter_map(|found| excerpt(found, text)).collect();
    let level = if field.found.is_empty() { Level::WARNING } else { Level::INFO };
    let mut group = Group::with_title(level.with_name(field.field).primary_title(title(field)));
    group = group.elements(excerpts.iter().map(|(excerpt, label)| excerpt.snippet(label).path(name)));
    let rivals = field.rivals.iter().take(RIVALS);
    group = group.elements(rivals.map(|rival| Level::NOTE.with_name("rival").message(describe(rival, text))));
    style.renderer().render(&[group])
}

fn title(field: &Explained) -> String {
    match field.reason {
        Some(reason) => format!("nothing, {reason}"),
        None => field.found.iter().map(|found| &*found.value).collect::<Vec<_>>().join("; "),
    }
}

fn excerpt(found: &Statement, text: &str) -> Option<(Excerpt, String)> {
    let label = format!("{}, {:.2}", found.evidence.rule, found.evidence.confidence);
    Some((Excerpt::of(text, &found.evidence.span)?, label))
}

fn describe(rival: &Statement, text: &str) -> String {
    let Statement { value, evidence } = rival;
    let line = lines::number(text.as_bytes(), evidence.span.start);
    // The excerpts show control characters as marks; a message is printed as it is.
    let value = value.replace(char::is_control, "\u{FFFD}");
    format!("{value} ({}, {:.2}), line {line}", evidence.rule, evidence.confidence)
}
