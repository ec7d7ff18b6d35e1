use crate::evidence::{Finding, List, Reason};
use crate::reading::Reading;
use copydesk_blocks::Role as Zone;
use copydesk_bylines::{Byline, Rule};
use std::borrow::Cow;
use std::collections::BTreeSet;

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
    List::of(found, Vec::new(), Reason::NoCandidate)
}

/// The statements on lines that belong to this article, not to others or to readers.
fn article_bylines<'r, 't>(reading: &'r Reading<'t>) -> impl Iterator<Item = &'r Byline<'t>> {
    reading.bylines.iter().filter(|byline| {
        let zone = reading.page.lines[reading.line_at(byline.span.start)].role;
        !matches!(zone, Zone::Related | Zone::Comment | Zone::Legal)
    })
}
