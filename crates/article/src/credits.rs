use crate::evidence::{Field, Finding, List};
use crate::reading::Reading;
use copydesk_blocks::Role as Zone;
use copydesk_bylines::{Byline, Contributor, Kind, Role, Rule};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// Agencies credited for the text: in the byline, the dateline, a lead-in, an end slug or a source line, never from a
/// mention in prose.
pub(crate) fn agencies(reading: &Reading<'_>) -> List<&'static str> {
    let mut found: Vec<Finding<&'static str>> = Vec::new();
    for byline in text_credits(reading) {
        for contributor in byline.contributors.iter().filter(|contributor| is_text_source(contributor)) {
            let Some(code) = contributor.agency else { continue };
            if found.iter().all(|known| known.value != code) {
                let span = agency_span(contributor);
                found.push(Finding::new(code, span, rule(byline.rule), byline.rule.confidence()));
            }
        }
    }
    List::of(found, [])
}

/// The people and agencies that the pictures are credited to, as printed.
pub(crate) fn photos<'t>(reading: &Reading<'t>) -> List<Cow<'t, str>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for byline in article_bylines(reading).filter(|byline| byline.rule == Rule::PhotoCredit) {
        let (Some(first), Some(last)) = (byline.contributors.first(), byline.contributors.last()) else {
            continue;
        };
        let end = last.affiliation.as_ref().map_or(last.span.end, |span| span.end.max(last.span.end));
        let span = first.span.start..end.max(first.span.end);
        let value = reading.squeezed(&span);
        if seen.insert(value.clone()) {
            found.push(Finding::new(value, span, "photo_credit", byline.rule.confidence()));
        }
    }
    List::of(found, [])
}

/// The place that the first paragraph starts with.
pub(crate) fn dateline<'t>(reading: &Reading<'t>, anchor: usize) -> Field<Cow<'t, str>> {
    let start = anchor.min(reading.page.main.start);
    let paragraph = (start..reading.page.main.end).find(|at| *at != anchor && reading.is_prose(*at));
    let place = paragraph.and_then(|at| {
        let from = reading.page.lines[at].span.start;
        let place = copydesk_bylines::dateline(reading.line(at))?.place?;
        Some(from + place.start..from + place.end)
    });
    Field::of(place.map(|span| Finding::new(reading.squeezed(&span), span, "place_before_dash", DATELINE)))
}

/// A dash behind capitals is a dateline's as a rule.
const DATELINE: f32 = 0.9;

fn text_credits<'r, 't>(reading: &'r Reading<'t>) -> impl Iterator<Item = &'r Byline<'t>> {
    article_bylines(reading)
        .filter(|byline| !matches!(byline.rule, Rule::PhotoCredit | Rule::Biography | Rule::BareName))
}

/// The statements on lines that belong to this article, not to others or to readers.
fn article_bylines<'r, 't>(reading: &'r Reading<'t>) -> impl Iterator<Item = &'r Byline<'t>> {
    reading.bylines.iter().filter(|byline| {
        let zone = reading.page.lines[reading.line_at(byline.span.start)].role;
        !matches!(zone, Zone::Related | Zone::Comment | Zone::Legal)
    })
}

/// Where the agency itself stands: behind the person who works for it, or alone.
fn agency_span(contributor: &Contributor<'_>) -> Range<usize> {
    let employer = contributor.affiliation.clone().filter(|_| contributor.kind == Kind::Person);
    employer.unwrap_or_else(|| contributor.span.clone())
}

fn is_text_source(contributor: &Contributor<'_>) -> bool {
    matches!(contributor.role, Role::Author | Role::Reporter | Role::Contributor | Role::Source)
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::LeadIn => "agency_lead_in",
        Rule::DatelineCredit => "agency_in_dateline",
        Rule::EndSlug => "agency_end_slug",
        _ => "agency_in_byline",
    }
}
