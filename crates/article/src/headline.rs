mod filter;
mod judge;
mod repeats;

use crate::Context;
use crate::choice::chances;
use crate::evidence::{Field, Finding, Reason};
use crate::features::{Feature, Features, Weighed};
use crate::reading::Reading;
use crate::weights::Headline;
use judge::Judge;
use std::borrow::Cow;

/// The headline and its line.
pub(crate) struct Head<'t> {
    pub(crate) field: Field<Cow<'t, str>>,
    /// The line of the headline, if one was found.
    pub(crate) line: Option<usize>,
}

/// A line, weighed as headline.
struct Candidate {
    line: usize,
    features: Features<Headline>,
    /// How sure it is, 0 to 1.
    chance: f32,
}

/// Picks the headline among the lines above the prose and at its start.
pub(crate) fn find<'t>(reading: &Reading<'t>, context: &Context<'_>) -> Head<'t> {
    let candidates = candidates(reading, context);
    let findings = candidates.iter().map(|candidate| {
        let span = reading.page.lines[candidate.line].span.clone();
        Finding::new(reading.squeezed(&span), span, "headline_line", candidate.chance)
    });
    let field = Field::best(findings, Headline::THRESHOLD, Reason::NoCandidate);
    let line = field.outcome.is_ok().then(|| candidates[0].line);
    Head { field, line }
}

/// All candidates with their weights, the best first.
pub(crate) fn weighed(reading: &Reading<'_>, context: &Context<'_>) -> Vec<Weighed> {
    let weighed = |candidate: &Candidate| {
        let span = reading.page.lines[candidate.line].span.clone();
        Weighed::new("headline", reading.squeezed(&span).into_owned(), span, candidate.features)
    };
    candidates(reading, context).iter().map(weighed).collect()
}

/// The best first.
fn candidates(reading: &Reading<'_>, context: &Context<'_>) -> Vec<Candidate> {
    let judge = Judge::new(reading, context);
    let candidate = |(line, features)| Candidate { line, features, chance: 0.0 };
    let mut candidates: Vec<_> = judge.candidates().map(candidate).collect();
    let values: Vec<_> =
        candidates.iter().map(|one| (reading.line(one.line), one.features.log_odds())).collect();
    for (candidate, chance) in candidates.iter_mut().zip(chances(&values)) {
        candidate.chance = chance;
    }
    // Stable: of equals, the first on the page stays first.
    candidates.sort_by(|a, b| b.chance.total_cmp(&a.chance));
    candidates
}
