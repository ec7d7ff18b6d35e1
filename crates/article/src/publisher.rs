use crate::article::Author;
use crate::evidence::{Field, Finding, List};
use crate::reading::Reading;
use copydesk_blocks::LabelKind;
use copydesk_bylines::{Kind, same_name};
use memchr::{memchr2, memmem};
use std::borrow::Cow;
use std::ops::Range;

/// A label that says so is sure enough; an employer or rights holder must be printed twice.
const LABELLED: f32 = 0.8;
const CONFIRMED: f32 = 0.75;

/// The outlet, where the page names it: as author, as the source of further articles, as the author's employer, or as
/// the holder of the rights.
pub(crate) fn find<'t>(reading: &Reading<'t>, authors: &List<Author<'t>>) -> Field<Cow<'t, str>> {
    let found = as_author(reading, authors)
        .or_else(|| as_source_of_more(reading))
        .or_else(|| as_employer(reading, authors))
        .or_else(|| as_rights_holder(reading));
    Field::of(
        found.map(|(span, rule, confidence)| Finding::new(reading.squeezed(&span), span, rule, confidence)),
    )
}

type Found = (Range<usize>, &'static str, f32);

fn as_author(reading: &Reading<'_>, authors: &List<Author<'_>>) -> Option<Found> {
    let spans = authors.findings().iter().map(|finding| &finding.evidence.span);
    let contributors = reading.bylines.iter().flat_map(|byline| &byline.contributors);
    let mut outlets = contributors
        .filter(|contributor| contributor.kind == Kind::Organisation && contributor.agency.is_none());
    let spans: Vec<_> = spans.collect();
    let outlet = outlets.find(|contributor| {
        let confirmed = is_domain(contributor.name) || is_printed_twice(reading, contributor.name);
        confirmed && spans.contains(&&contributor.span)
    })?;
    Some((outlet.span.clone(), "outlet_as_author", LABELLED))
}

/// `Courier.example`: no newsroom or department is called so.
fn is_domain(name: &str) -> bool {
    name.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && name.contains('.')
}

/// `More from The Courier`: a name behind the label, up to the end of the line.
fn as_source_of_more(reading: &Reading<'_>) -> Option<Found> {
    const MAX_WORDS: u32 = 6;
    let labelled = reading.page.lines.iter().filter_map(|line| {
        let label = line.label.as_ref().filter(|label| label.kind == LabelKind::MoreFrom)?;
        Some((line, label))
    });
    labelled.take(MAX_CLAIMS).find_map(|(line, label)| {
        let from = line.span.start + label.len;
        let rest = &reading.text[from..line.span.end];
        let start = from + rest.len() - rest.trim_start().len();
        let rest = rest.trim().trim_end_matches([':', '→', '›', '»']).trim_end();
        let name = rest.chars().next().is_some_and(char::is_uppercase) && line.shape.words <= MAX_WORDS;
        // A name that stands on a line of its own is that of a section, from the menu.
        let menu = reading.page.lines.iter().any(|line| &reading.text[line.span.clone()] == rest);
        (name && !menu).then(|| (start..start + rest.len(), "behind_more_from", LABELLED))
    })
}

fn as_rights_holder(reading: &Reading<'_>) -> Option<Found> {
    rights_holder(reading.text).map(|span| (span, "rights_holder", CONFIRMED))
}

/// Where a page names who holds its rights: `© 2023 The Courier Ltd. All rights reserved`, without what the law calls the
/// company, if the name is printed once more.
pub fn rights_holder(text: &str) -> Option<Range<usize>> {
    const SIGN: &str = "©";
    let signs: Vec<usize> = memmem::find_iter(text.as_bytes(), SIGN).collect();
    let claims = signs.into_iter().rev().map(|at| {
        let behind = &text[at + SIGN.len()..];
        let end = memchr2(b'\n', b'\r', behind.as_bytes()).unwrap_or(behind.len());
        (at + SIGN.len(), behind[..end].trim_end())
    });
    claims.take(MAX_CLAIMS).find_map(|(at, behind)| {
        let rest = behind.trim_start_matches(|c: char| !c.is_alphabetic());
        // Without its year it is the credit of a picture.
        let dated = behind[..behind.len() - rest.len()].contains(|c: char| c.is_ascii_digit());
        let name = without_legal_form(rest.split(ENDS_HOLDER).next()?);
        let fits = dated && name.len() >= 4 && name.split_whitespace().count() <= MAX_HOLDER_WORDS;
        let start = at + behind.len() - rest.len();
        let is_publisher =
            || copydesk_bylines::agency(name).is_none() && text.match_indices(name).nth(1).is_some();
        (fits && is_publisher()).then(|| start..start + name.len())
    })
}

/// A page makes no more claims to be somebody's; each costs a search of the page.
const MAX_CLAIMS: usize = 8;
const MAX_HOLDER_WORDS: usize = 5;
/// What ends the name of a rights holder.
const ENDS_HOLDER: [char; 13] = ['|', '.', ',', ';', ':', '·', '•', '–', '—', '(', '/', '，', '。'];

/// A company's name without `Ltd` and its like at the end.
fn without_legal_form(name: &str) -> &str {
    const FORMS: [&str; 14] =
        ["Ltd", "Limited", "Inc", "LLC", "Corp", "Co", "plc", "PLC", "GmbH", "AG", "SA", "AB", "BV", "Ltda"];
    let name = name.trim();
    match name.rsplit_once(' ') {
        Some((rest, form)) if FORMS.contains(&form) => rest.trim_end(),
        _ => name,
    }
}

fn is_printed_twice(reading: &Reading<'_>, name: &str) -> bool {
    reading.text.match_indices(name).nth(1).is_some()
}

/// `Jane Doe is a reporter for Foo News`: the outlet that the author works for, with its name printed once more.
fn as_employer(reading: &Reading<'_>, authors: &List<Author<'_>>) -> Option<Found> {
    let contributors = reading.bylines.iter().flat_map(|byline| &byline.contributors);
    let of_author = contributors.filter(|contributor| {
        authors.findings().iter().any(|author| same_name(&author.value.name, contributor.name))
    });
    let employer = of_author
        .filter_map(|contributor| contributor.affiliation.clone())
        .find(|employer| reading.text.match_indices(&reading.text[employer.clone()]).nth(1).is_some())?;
    Some((employer, "author_s_employer", CONFIRMED))
}
