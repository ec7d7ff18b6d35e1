mod features;
mod place;
mod run_on;
mod told;

use crate::article::Author;
use crate::choice::chances;
use crate::evidence::{Finding, List, Reason};
use crate::features::{Feature, Features, Weighed};
use crate::reading::Reading;
use crate::weights::{Authors, confidence};
use copydesk_bylines::{Byline, Contributor, Kind, Role, Rule, has_given_name, name_key, same_name};
use features::Statements;
use std::ops::Range;

/// Statements this near to the best one may name further authors.
const SAME_BLOCK_STEPS: u32 = 6;
/// No more candidates are measured against the whole page, that its length counts once.
const MOST_MEASURED: usize = 8;

/// A byline that names authors.
struct Statement<'r, 't> {
    byline: &'r Byline<'t>,
    /// Where the first of them stands.
    line: usize,
    /// Equal for all printings of his name.
    key: String,
}

impl<'t> Statement<'_, 't> {
    fn authors(&self) -> impl Iterator<Item = &Contributor<'t>> {
        self.byline.contributors.iter().filter(|contributor| is_author(contributor))
    }
}

struct Candidate<'r, 't> {
    statement: Statement<'r, 't>,
    features: Features<Authors>,
    score: f32,
    /// How sure it is that they are the authors, 0 to 1.
    chance: f32,
    /// Where their names stand.
    names: Vec<Range<usize>>,
}

/// Picks those who wrote the text; `anchor` is the line of the headline, `date` that of the date of publication;
/// `body` are those of the article.
pub(crate) fn find<'t>(
    reading: &Reading<'t>,
    anchor: usize,
    date: Option<usize>,
    body: &[usize],
) -> List<Author<'t>> {
    let candidates = candidates(reading, anchor, date, body);
    let best = candidates.first().filter(|best| best.chance >= Authors::THRESHOLD);
    let (mut found, mut rivals) = (Vec::new(), Vec::new());
    for candidate in &candidates {
        let is_taken = best.is_some_and(|best| goes_with(reading, candidate, best));
        let list = if is_taken { &mut found } else { &mut rivals };
        list.extend(findings(reading, candidate));
    }
    found.sort_by_key(|finding| finding.evidence.span.start);
    let reason = Reason::NoCandidate.given(&rivals);
    List::of(dedup(found), rivals, reason)
}

/// Whether a statement beside the best one names further authors, or the same again.
fn goes_with(reading: &Reading<'_>, candidate: &Candidate<'_, '_>, best: &Candidate<'_, '_>) -> bool {
    let (one, other) = (&candidate.statement, &best.statement);
    let is_like =
        || one.byline.rule == other.byline.rule && one.authors().all(|author| has_given_name(author.name));
    let is_further = || {
        confidence(candidate.score) >= Authors::THRESHOLD && (one.byline.rule == Rule::Labelled || is_like())
    };
    reading.steps(one.line, other.line) <= SAME_BLOCK_STEPS && (one.key == other.key || is_further())
}

/// All candidates with their weights, the best first.
pub(crate) fn weighed(
    reading: &Reading<'_>,
    anchor: usize,
    date: Option<usize>,
    body: &[usize],
) -> Vec<Weighed> {
    let weighed = |candidate: &Candidate<'_, '_>| {
        let names: Vec<_> = candidate.names.iter().map(|name| reading.squeezed(name)).collect();
        let span = candidate.statement.byline.span.clone();
        Weighed::new("authors", names.join("; "), span, candidate.features)
    };
    candidates(reading, anchor, date, body).iter().map(weighed).collect()
}

/// The statements that name authors, the best first.
fn candidates<'r, 't>(
    reading: &'r Reading<'t>,
    anchor: usize,
    date: Option<usize>,
    body: &'r [usize],
) -> Vec<Candidate<'r, 't>> {
    let statements = Statements::of(reading, anchor, date, body);
    let features: Vec<_> = statements.all.iter().map(|statement| statements.features(statement)).collect();
    let mut candidates: Vec<_> = std::iter::zip(statements.all, features)
        .map(|(statement, features)| Candidate {
            statement,
            features,
            score: features.log_odds(),
            chance: 0.0,
            names: Vec::new(),
        })
        .collect();
    let values: Vec<_> = candidates.iter().map(|one| (&*one.statement.key, one.score)).collect();
    let chances = chances(&values);
    for (candidate, chance) in std::iter::zip(&mut candidates, chances) {
        candidate.chance = chance;
    }
    // Of a name, its best statement; stable: of equals, the first on the page stays first.
    candidates.sort_by(|a, b| b.chance.total_cmp(&a.chance).then(b.score.total_cmp(&a.score)));
    for (rank, candidate) in candidates.iter_mut().enumerate() {
        let len = |author: &Contributor<'_>| {
            if rank < MOST_MEASURED { run_on::own_len(reading, author) } else { author.name.len() }
        };
        let span = |author: &Contributor<'_>| author.span.start..author.span.start + len(author);
        candidate.names = candidate.statement.authors().map(span).collect();
    }
    candidates
}

/// The statements that name authors, in the order of the page.
fn statements<'r, 't>(reading: &'r Reading<'t>) -> Vec<Statement<'r, 't>> {
    let statement = |byline: &'r Byline<'t>| {
        let key = name_key(byline.contributors.iter().find(|one| is_author(one))?.name);
        Some(Statement { byline, line: reading.line_at(byline.contributors[0].span.start), key })
    };
    reading.bylines.iter().filter_map(statement).collect()
}

fn is_author(contributor: &Contributor<'_>) -> bool {
    let is_agency = contributor.agency.is_some() && contributor.kind != Kind::Person;
    matches!(contributor.role, Role::Author | Role::Reporter) && !is_agency
}

fn findings<'t>(
    reading: &Reading<'t>,
    candidate: &Candidate<'_, 't>,
) -> impl Iterator<Item = Finding<Author<'t>>> {
    std::iter::zip(candidate.statement.authors(), &candidate.names).map(|(contributor, name)| {
        let role = contributor.title.as_ref().map(|span| reading.squeezed(span));
        let author = Author { name: reading.squeezed(name), role };
        Finding::new(author, name.clone(), rule(candidate.statement.byline.rule), candidate.chance)
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

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Labelled | Rule::Preposition => "name_after_label",
        Rule::LabelledNextLine => "name_below_label",
        Rule::NameBeforeLabel => "name_before_title",
        Rule::NameWithRole => "name_above_title",
        Rule::RepeatedName => "name_printed_twice",
        Rule::Introduced => "name_introduced",
        Rule::NameBesideDate | Rule::NameNearDate => "name_at_date",
        _ => "name_line",
    }
}
