use crate::article::Author;
use crate::evidence::{Finding, List};
use crate::features::{Features, Weighed};
use crate::reading::Reading;
use crate::weights::{Authors, THRESHOLD, confidence};
use copydesk_blocks::Role as Zone;
use copydesk_bylines::{Byline, Contributor, Kind, Role, Rule, same_name};

/// Statements this near to the best one may name further authors.
const SAME_BLOCK_STEPS: u32 = 6;

struct Candidate<'r, 't> {
    byline: &'r Byline<'t>,
    line: usize,
    features: Features<Authors>,
    score: f32,
}

/// Picks those who wrote the text; `anchor` is the line of the headline, `date` that of the date of publication.
pub(crate) fn find<'t>(reading: &Reading<'t>, anchor: usize, date: Option<usize>) -> List<Author<'t>> {
    let candidates = candidates(reading, anchor, date);
    let chosen =
        candidates.first().map(|best| best.line).filter(|_| confidence(candidates[0].score) >= THRESHOLD);
    let (mut found, mut rivals) = (Vec::new(), Vec::new());
    for candidate in &candidates {
        let taken = chosen.is_some_and(|line| {
            confidence(candidate.score) >= THRESHOLD
                && reading.steps(line, candidate.line) <= SAME_BLOCK_STEPS
        });
        let list = if taken { &mut found } else { &mut rivals };
        list.extend(findings(reading, candidate));
    }
    found.sort_by_key(|finding| finding.evidence.span.start);
    List::of(dedup(found), rivals)
}

/// All candidates with their weights, the best first.
pub(crate) fn weighed(reading: &Reading<'_>, anchor: usize, date: Option<usize>) -> Vec<Weighed> {
    let weighed = |candidate: &Candidate<'_, '_>| {
        let authors = candidate.byline.contributors.iter().filter(|one| is_author(one));
        let names: Vec<_> = authors.map(|author| reading.squeezed(&author.span)).collect();
        Weighed::new("authors", names.join("; "), candidate.byline.span.clone(), candidate.features)
    };
    candidates(reading, anchor, date).iter().map(weighed).collect()
}

/// The statements that name authors, the best first.
fn candidates<'r, 't>(
    reading: &'r Reading<'t>,
    anchor: usize,
    date: Option<usize>,
) -> Vec<Candidate<'r, 't>> {
    let named = reading.bylines.iter().filter(|byline| byline.contributors.iter().any(is_author));
    let candidate = |byline: &'r Byline<'t>| {
        let line = reading.line_at(byline.contributors[0].span.start);
        let features = features(reading, byline, line, anchor, date);
        Candidate { byline, line, features, score: features.log_odds() }
    };
    let mut candidates: Vec<_> = named.map(candidate).collect();
    // Stable: of equals, the first on the page stays first.
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    candidates
}

fn is_author(contributor: &Contributor<'_>) -> bool {
    let is_agency = contributor.agency.is_some() && contributor.kind != Kind::Person;
    matches!(contributor.role, Role::Author | Role::Reporter) && !is_agency
}

fn findings<'t>(
    reading: &Reading<'t>,
    candidate: &Candidate<'_, 't>,
) -> impl Iterator<Item = Finding<Author<'t>>> {
    candidate.byline.contributors.iter().filter(|contributor| is_author(contributor)).map(|contributor| {
        let role = contributor.title.as_ref().map(|span| reading.squeezed(span));
        let author = Author { name: reading.squeezed(&contributor.span), role };
        Finding::new(
            author,
            contributor.span.clone(),
            rule(candidate.byline.rule),
            confidence(candidate.score),
        )
    })
}

/// One entry per person, with the job title where one of the printings has it.
fn dedup<'t>(findings: Vec<Finding<Author<'t>>>) -> Vec<Finding<Author<'t>>> {
    let mut people: Vec<Finding<Author<'t>>> = Vec::new();
    for finding in findings {
        match people.iter_mut().find(|known| same_name(&known.value.name, &finding.value.name)) {
            Some(known) => known.value.role = known.value.role.take().or(finding.value.role),
            None => people.push(finding),
        }
    }
    people
}

fn features(
    reading: &Reading<'_>,
    byline: &Byline<'_>,
    line: usize,
    anchor: usize,
    date: Option<usize>,
) -> Features<Authors> {
    let end = reading.page.main.end;
    let (inside, behind) = (reading.page.main.contains(&line), line >= end);
    let zone = reading.page.lines[line].role;
    Features::of([
        (Authors::Base, true),
        (Authors::Labelled, byline.rule == Rule::Labelled),
        (Authors::BelowLabel, byline.rule == Rule::LabelledNextLine),
        (Authors::Preposition, byline.rule == Rule::Preposition),
        (Authors::TitleBehind, byline.rule == Rule::NameBeforeLabel),
        (Authors::TitleBelow, byline.rule == Rule::NameWithRole),
        (Authors::BesideDate, byline.rule == Rule::NameBesideDate),
        (Authors::NearDate, byline.rule == Rule::NameNearDate),
        (Authors::PrintedTwice, byline.rule == Rule::RepeatedName),
        (Authors::Biography, byline.rule == Rule::Biography),
        (Authors::AtHeadline, line != anchor && reading.steps(line, anchor) <= 4),
        (Authors::AboveBody, line > anchor && !behind && reading.paragraphs_between(anchor, line) == 0),
        (Authors::AtBodyEnd, behind && reading.steps(end.saturating_sub(1), line) <= 4),
        (Authors::BehindBody, behind),
        (Authors::FarAbove, line < anchor && reading.steps(line, anchor) > 4),
        (Authors::InsideBody, inside && reading.paragraphs_between(anchor, line) > 1),
        (
            Authors::InFurniture,
            matches!(zone, Zone::Related | Zone::Comment | Zone::Caption | Zone::Legal | Zone::Share),
        ),
        (Authors::AtDate, date.is_some_and(|date| reading.steps(date, line) <= 1)),
    ])
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Labelled | Rule::Preposition => "name_after_label",
        Rule::LabelledNextLine => "name_below_label",
        Rule::NameBeforeLabel => "name_before_title",
        Rule::NameWithRole => "name_above_title",
        Rule::RepeatedName => "name_printed_twice",
        Rule::NameBesideDate | Rule::NameNearDate => "name_at_date",
        _ => "name_line",
    }
}
