use crate::choice::chances;
use crate::echo::Echo;
use crate::evidence::{Field, Finding, Reason};
use crate::features::{Feature, Features, Weighed};
use crate::reading::Reading;
use crate::weights::Headline;
use copydesk_blocks::{Ending, LabelKind, Line, Role, Shape};
use std::borrow::Cow;
use std::ops::Range;

/// How many lines above the prose a headline is looked for.
const REACH_ABOVE: usize = 150;
/// How many lines from the start of the prose on: where the start was found too early.
const REACH_BELOW: usize = 8;

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
pub(crate) fn find<'t>(reading: &Reading<'t>) -> Head<'t> {
    let candidates = candidates(reading);
    let findings = candidates.iter().map(|candidate| {
        let span = reading.page.lines[candidate.line].span.clone();
        Finding::new(reading.squeezed(&span), span, "headline_line", candidate.chance)
    });
    let field = Field::best(findings, Headline::THRESHOLD, Reason::NoCandidate);
    let line = field.outcome.is_ok().then(|| candidates[0].line);
    Head { field, line }
}

/// All candidates with their weights, the best first.
pub(crate) fn weighed(reading: &Reading<'_>) -> Vec<Weighed> {
    let weighed = |candidate: &Candidate| {
        let span = reading.page.lines[candidate.line].span.clone();
        Weighed::new("headline", reading.squeezed(&span).into_owned(), span, candidate.features)
    };
    candidates(reading).iter().map(weighed).collect()
}

/// The best first.
fn candidates(reading: &Reading<'_>) -> Vec<Candidate> {
    let echo = Echo::of(first_paragraphs(reading));
    let lines: Vec<usize> = reach(reading).filter(|at| is_candidate(&reading.page.lines[*at])).collect();
    let candidate = |at: &usize| {
        let features = features(reading, &echo, *at, &lines);
        Candidate { line: *at, features, chance: 0.0 }
    };
    let mut candidates: Vec<_> = lines.iter().map(candidate).collect();
    let values: Vec<_> =
        candidates.iter().map(|one| (reading.line(one.line), one.features.log_odds())).collect();
    for (candidate, chance) in candidates.iter_mut().zip(chances(&values)) {
        candidate.chance = chance;
    }
    // Stable: of equals, the first on the page stays first.
    candidates.sort_by(|a, b| b.chance.total_cmp(&a.chance));
    candidates
}

fn reach(reading: &Reading<'_>) -> Range<usize> {
    let main = &reading.page.main;
    main.start.saturating_sub(REACH_ABOVE)..main.end.min(main.start + REACH_BELOW)
}

fn is_candidate(line: &Line) -> bool {
    let role = matches!(line.role, Role::Title | Role::Body | Role::Nav | Role::List | Role::Quote);
    role && line.label.is_none() && line.shape.letters >= 4 && line.shape.chars <= 300
}

fn features(reading: &Reading<'_>, echo: &Echo, at: usize, candidates: &[usize]) -> Features<Headline> {
    let base = Features::of([(Headline::Base, true)]);
    base.and(look(&reading.page.lines[at]))
        .and(surroundings(reading, at))
        .and(place(reading, at, candidates))
        .and(repeats(reading, echo, at, candidates))
}

/// What the line looks like by itself.
fn look(line: &Line) -> Features<Headline> {
    let Shape { words, ending, bullet, .. } = line.shape;
    Features::of([
        (Headline::Tiny, words <= 2),
        (Headline::Short, (3..=4).contains(&words)),
        (Headline::Long, (16..=25).contains(&words)),
        (Headline::Overlong, words > 25),
        (Headline::EndsAsSentence, ending == Ending::Sentence),
        (Headline::EndsAsQuestion, ending == Ending::Question),
        (Headline::EndsOpen, matches!(ending, Ending::Colon | Ending::Ellipsis)),
        (Headline::Listed, bullet.is_some()),
    ])
}

/// What stands on it and on the lines round it.
fn surroundings(reading: &Reading<'_>, at: usize) -> Features<Headline> {
    let line = &reading.page.lines[at];
    let (blank_above, blank_below) =
        (reading.is_blank(at.checked_sub(1)), reading.is_blank(at.checked_add(1)));
    let above = reading.above(at).map(|above| &reading.page.lines[above]);
    let below = reading.below(at).map(|below| &reading.page.lines[below]);
    let is_list = |above: &Line| above.shape.bullet.is_some() || above.role == Role::Nav;
    let meta_below = reading.is_meta_within(at, 1);
    Features::of([
        (Headline::Alone, blank_above && blank_below),
        (Headline::BlankAbove, blank_above && !blank_below),
        (Headline::BlankBelow, !blank_above && blank_below),
        (Headline::Meta, reading.is_meta(at)),
        (Headline::MetaBelow, meta_below),
        (Headline::MetaSoon, !meta_below && reading.is_meta_within(at, 4)),
        (Headline::MetaAbove, reading.above(at).is_some_and(|at| reading.is_meta(at))),
        (Headline::BelowList, above.is_some_and(is_list)),
        (Headline::AboveLonger, below.is_some_and(|below| is_standfirst_shape(below, line))),
        (Headline::EndOfAbove, above.is_some_and(|above| ends_with(reading, above, reading.line(at)))),
    ])
}

/// Where it stands on the page.
fn place(reading: &Reading<'_>, at: usize, candidates: &[usize]) -> Features<Headline> {
    let main = reading.page.main.start;
    let (above_body, steps) = (at < main, reading.steps(at, main));
    let first_heading = candidates.iter().find(|at| is_heading(reading, **at));
    Features::of([
        (Headline::AtBody, above_body && steps <= 1),
        (Headline::NearBody, above_body && (2..=4).contains(&steps)),
        (Headline::AboveBody, above_body && (5..=12).contains(&steps)),
        (Headline::FarFromBody, above_body && steps > 12),
        (Headline::InsideBody, !above_body),
        (Headline::First, candidates.first() == Some(&at)),
        (Headline::FirstAlone, first_heading == Some(&at)),
    ])
}

/// What of it stands elsewhere as well.
fn repeats(reading: &Reading<'_>, echo: &Echo, at: usize, candidates: &[usize]) -> Features<Headline> {
    let text = reading.line(at);
    let (echoed, words) = echo.share(text);
    Features::of([
        (Headline::EchoedByBody, words >= 2 && echoed >= 0.5),
        (Headline::HalfEchoed, words >= 1 && (0.25..0.5).contains(&echoed)),
        (Headline::NotEchoed, words >= 2 && echoed == 0.0),
        (Headline::Repeated, candidates.iter().any(|other| *other != at && reading.line(*other) == text)),
        (Headline::QuotedByComments, is_quoted(reading, text)),
    ])
}

/// Whether a line of some words stands alone between empty lines.
fn is_heading(reading: &Reading<'_>, at: usize) -> bool {
    let line = &reading.page.lines[at];
    let alone = reading.is_blank(at.checked_sub(1)) && reading.is_blank(at.checked_add(1));
    alone && line.shape.words >= 3 && line.shape.bullet.is_none()
}

/// Whether the line below looks like the sentence that sums the article up.
fn is_standfirst_shape(below: &Line, line: &Line) -> bool {
    below.shape.words > line.shape.words && below.shape.words >= 10 && below.shape.words <= 60
}

/// Whether the line above ends with the text: a trail from the home page to the article.
fn ends_with(reading: &Reading<'_>, above: &Line, text: &str) -> bool {
    let above = &reading.text[above.span.clone()];
    above.len() > text.len() && above.ends_with(text)
}

/// Whether a line behind the article quotes the text behind a label of comments: `One thought on “…”`.
fn is_quoted(reading: &Reading<'_>, text: &str) -> bool {
    let headings = reading.page.lines[reading.page.main.start..].iter();
    headings
        .filter(|line| {
            line.label
                .is_some_and(|label| matches!(label.kind, LabelKind::OneComment | LabelKind::CommentCount))
        })
        .any(|line| reading.text[line.span.clone()].contains(text))
}

fn first_paragraphs<'r, 't>(reading: &'r Reading<'t>) -> impl Iterator<Item = &'t str> + use<'r, 't> {
    const PARAGRAPHS: usize = 10;
    let main = reading.page.main.clone();
    let prose = main.filter(|at| reading.page.lines[*at].role.is_prose());
    prose.filter(|at| reading.page.lines[*at].shape.words > 12).take(PARAGRAPHS).map(|at| reading.line(at))
}
