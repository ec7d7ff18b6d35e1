use crate::article::Author;
use crate::evidence::{Field, Finding, List};
use crate::reading::Reading;
use copydesk_blocks::LabelKind;
use copydesk_bylines::{Kind, same_name};
use std::borrow::Cow;
use std::ops::Range;

/// A label that says so is sure enough; an affiliation must be printed twice.
const LABELLED: f32 = 0.8;
const AFFILIATED: f32 = 0.75;

/// The outlet, where the page names it: as author, as the source of further articles, or as the author's employer.
pub(crate) fn find<'t>(reading: &Reading<'t>, authors: &List<Author<'t>>) -> Field<Cow<'t, str>> {
    let found = as_author(reading, authors)
        .or_else(|| as_source_of_more(reading))
        .or_else(|| as_employer(reading, authors));
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
    let outlet = outlets.find(|contributor| spans.contains(&&contributor.span))?;
    Some((outlet.span.clone(), "outlet_as_author", LABELLED))
}

/// `More from The Courier`: a name behind the label, up to the end of the line.
fn as_source_of_more(reading: &Reading<'_>) -> Option<Found> {
    const MAX_WORDS: u32 = 6;
    reading.page.lines.iter().find_map(|line| {
        let label = line.label.as_ref().filter(|label| label.kind == LabelKind::MoreFrom)?;
        let rest = reading.text[line.span.start + label.len..line.span.end].trim();
        let name = rest.chars().next().is_some_and(char::is_uppercase) && line.shape.words <= MAX_WORDS;
        name.then(|| (line.span.end - rest.len()..line.span.end, "behind_more_from", LABELLED))
    })
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
    Some((employer, "author_s_employer", AFFILIATED))
}
