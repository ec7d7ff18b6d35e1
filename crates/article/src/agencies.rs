use crate::dateline::Opening;
use crate::evidence::{Finding, List, Reason};
use crate::reading::Reading;
use copydesk_blocks::Role as Zone;
use copydesk_bylines::{Byline, Contributor, Kind, Medium, Role, Rule, agency};
use std::ops::Range;

/// Between a headline and the line that credits an agency lies no more than this.
const HEAD_STEPS: u32 = 25;
/// Standfirst and captions may stand above the byline.
const MOST_PROSE: u32 = 3;
/// A credit stands no higher above its headline.
const STEPS_ABOVE: u32 = 6;
/// Below the last paragraph, a credit comes before whatever else does.
const TAIL_STEPS: usize = 4;

/// Agencies credited for the text: in the byline, the dateline, a lead-in, an end slug or a source line, never from a
/// mention in prose; `anchor` is the line of the headline.
pub(crate) fn find(reading: &Reading<'_>, anchor: usize, opening: Option<&Opening>) -> List<&'static str> {
    let place = Place {
        reading,
        anchor,
        opening: opening.map(|opening| opening.line),
        has_gallery: has_gallery(reading),
    };
    let (mut found, mut rivals) = (Vec::new(), Vec::new());
    for byline in reading.bylines.iter().filter(|byline| is_credit(byline.rule)) {
        let list = if place.is_own(byline) { &mut found } else { &mut rivals };
        for contributor in byline.contributors.iter().filter(|one| is_text_source(reading, one)) {
            push(list, byline.rule, contributor);
        }
    }
    List::of(found, rivals, Reason::NoCandidate)
}

fn push(list: &mut Vec<Finding<&'static str>>, rule: Rule, contributor: &Contributor<'_>) {
    let Some(code) = contributor.agency else { return };
    if list.iter().all(|known| known.value != code) {
        list.push(Finding::new(code, agency_span(contributor), name(rule), rule.confidence()));
    }
}

fn is_credit(rule: Rule) -> bool {
    !matches!(rule, Rule::PhotoCredit | Rule::Biography | Rule::BareName)
}

/// What tells whether a credit is this article's.
struct Place<'r, 't> {
    reading: &'r Reading<'t>,
    anchor: usize,
    /// The line that a dateline opens.
    opening: Option<usize>,
    /// Lines with nothing but an agency stand below many pictures.
    has_gallery: bool,
}

impl Place<'_, '_> {
    fn is_own(&self, byline: &Byline<'_>) -> bool {
        let name = byline.contributors.last().map_or(byline.span.start, |last| last.span.start);
        let line = self.reading.line_at(name);
        let zone = self.reading.page.lines[line].role;
        let is_others = matches!(zone, Zone::Related | Zone::Comment)
            || zone == Zone::Legal && byline.rule != Rule::EndSlug;
        let names_authors = byline.contributors.iter().any(|one| one.role == Role::Author);
        match byline.rule {
            Rule::DatelineCredit => self.opening == Some(line),
            Rule::LeadIn => !is_others && (self.anchor..self.reading.page.main.end).contains(&line),
            Rule::OutletLine if self.has_gallery => false,
            Rule::EndSlug => {
                self.is_last(line, TAIL_STEPS, 1)
                    || !is_others && self.fills(byline, line) && self.is_at_head(line, true)
            }
            // Heads of other articles have bylines of their own.
            Rule::Labelled if names_authors => {
                !is_others && !self.is_item(line) && self.is_at_head(line, true) || self.is_last(line, 2, 2)
            }
            _ => !is_others && self.is_at_head(line, names_authors) || self.is_last(line, TAIL_STEPS, 2),
        }
    }

    /// Whether a line is an item of a list below the text's first paragraph.
    fn is_item(&self, line: usize) -> bool {
        let prose = self.reading.paragraphs_between(self.anchor, line);
        prose > 0 && self.reading.page.lines[line].shape.bullet.is_some()
    }

    /// Whether little but a credit stands on its line.
    fn fills(&self, byline: &Byline<'_>, line: usize) -> bool {
        const BRACKET: usize = 4;
        byline.span.start <= self.reading.page.lines[line].span.start + BRACKET
    }

    /// Whether a line stands about the headline, and above the second paragraph or beside a date or byline; it may be a
    /// byline itself.
    fn is_at_head(&self, line: usize, is_byline: bool) -> bool {
        let steps = self.reading.steps(self.anchor, line);
        if line < self.anchor {
            return steps <= STEPS_ABOVE;
        }
        let prose = self.reading.paragraphs_between(self.anchor, line);
        let mut lines = self.reading.neighbours(line).chain(is_byline.then_some(line));
        steps <= HEAD_STEPS && (prose == 0 || prose <= MOST_PROSE && lines.any(|at| self.reading.is_meta(at)))
    }

    /// Whether a line is a paragraph or stands within some steps below one, and none follows within some steps.
    fn is_last(&self, line: usize, steps_above: usize, steps_below: usize) -> bool {
        let reading = self.reading;
        let mut above = std::iter::successors(Some(line), |at| reading.above(*at)).take(steps_above);
        let mut below = std::iter::successors(reading.below(line), |at| reading.below(*at)).take(steps_below);
        above.any(|at| reading.is_prose(at)) && !below.any(|at| reading.is_prose(at))
    }
}

/// Whether so many lines are nothing but an agency that they cannot all be the text's.
fn has_gallery(reading: &Reading<'_>) -> bool {
    const MANY: usize = 4;
    reading.bylines.iter().filter(|byline| byline.rule == Rule::OutletLine).nth(MANY - 1).is_some()
}

/// Where the agency itself stands: behind the person who works for it, or alone.
fn agency_span(contributor: &Contributor<'_>) -> Range<usize> {
    let employer = contributor.affiliation.clone().filter(|_| contributor.kind == Kind::Person);
    employer.unwrap_or_else(|| contributor.span.clone())
}

fn is_text_source(reading: &Reading<'_>, contributor: &Contributor<'_>) -> bool {
    let supplies = || agency(&reading.text[agency_span(contributor)]).map(|agency| agency.medium);
    matches!(contributor.role, Role::Author | Role::Reporter | Role::Contributor | Role::Source)
        && supplies() != Some(Medium::Photo)
}

fn name(rule: Rule) -> &'static str {
    match rule {
        Rule::LeadIn => "agency_lead_in",
        Rule::DatelineCredit => "agency_in_dateline",
        Rule::EndSlug => "agency_end_slug",
        _ => "agency_in_byline",
    }
}
