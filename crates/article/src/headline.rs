use crate::echo::Echo;
use crate::evidence::{Field, Finding, Reason};
use crate::reading::Reading;
use crate::weights::{Headline, confidence, weigh};
use copydesk_blocks::{Ending, LabelKind, Line, Role};
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

/// Picks the headline among the lines above the prose and at its start.
pub(crate) fn find<'t>(reading: &Reading<'t>) -> Head<'t> {
    let echo = Echo::of(first_paragraphs(reading));
    let lines: Vec<usize> = reach(reading).filter(|at| is_candidate(&reading.page.lines[*at])).collect();
    let mut ranked: Vec<(usize, f32)> =
        lines.iter().map(|at| (*at, weigh(&features(reading, &echo, *at, &lines)))).collect();
    // Stable: of equals, the first on the page stays first.
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let findings = ranked.iter().map(|(at, score)| {
        let span = reading.page.lines[*at].span.clone();
        Finding::new(reading.squeezed(&span), span, "headline_line", confidence(*score))
    });
    let field = Field::best(findings, Reason::NoCandidate);
    let line = field.outcome.is_ok().then(|| ranked[0].0);
    Head { field, line }
}

fn reach(reading: &Reading<'_>) -> Range<usize> {
    let main = &reading.page.main;
    main.start.saturating_sub(REACH_ABOVE)..main.end.min(main.start + REACH_BELOW)
}

fn is_candidate(line: &Line) -> bool {
    let role = matches!(line.role, Role::Title | Role::Body | Role::Nav | Role::List | Role::Quote);
    role && line.label.is_none() && line.shape.letters >= 4 && line.shape.chars <= 300
}

fn features(reading: &Reading<'_>, echo: &Echo, at: usize, candidates: &[usize]) -> [(Headline, bool); 21] {
    let line = &reading.page.lines[at];
    let shape = &line.shape;
    let text = reading.line(at);
    let (blank_above, blank_below) =
        (reading.is_blank(at.checked_sub(1)), reading.is_blank(at.checked_add(1)));
    let (echoed, words) = echo.share(text);
    let above_body = at < reading.page.main.start;
    let steps = reading.steps(at, reading.page.main.start);
    let repeated = candidates.iter().any(|other| *other != at && reading.line(*other) == text);
    [
        (Headline::Base, true),
        (Headline::Alone, blank_above && blank_below),
        (Headline::HalfAlone, blank_above != blank_below),
        (Headline::Phrase, shape.words >= 4),
        (Headline::Tiny, shape.words <= 2),
        (Headline::Overlong, shape.chars > 180),
        (Headline::EndsAsSentence, shape.ending == Ending::Sentence),
        (Headline::Listed, shape.bullet.is_some()),
        (Headline::EchoedByBody, words >= 2 && echoed >= 0.5),
        (Headline::HalfEchoed, words >= 1 && (0.25..0.5).contains(&echoed)),
        (Headline::NotEchoed, words >= 2 && echoed == 0.0),
        (Headline::Repeated, repeated),
        (Headline::QuotedByComments, is_quoted(reading, text)),
        (Headline::MetaBelow, reading.is_meta_within(at, 3)),
        (Headline::MetaAbove, reading.above(at).is_some_and(|at| reading.is_meta(at))),
        (Headline::NearBody, above_body && steps <= 3),
        (Headline::AboveBody, above_body && (4..=10).contains(&steps)),
        (Headline::FarFromBody, above_body && steps > 10),
        (Headline::InsideBody, !above_body),
        (Headline::First, candidates.first() == Some(&at)),
        (Headline::Separated, [" | ", " » ", " › ", " > "].iter().any(|mark| text.contains(mark))),
    ]
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
    const PARAGRAPHS: usize = 12;
    let main = reading.page.main.clone();
    let prose =
        main.filter(|at| matches!(reading.page.lines[*at].role, Role::Body | Role::Quote | Role::List));
    prose.filter(|at| reading.page.lines[*at].shape.words > 12).take(PARAGRAPHS).map(|at| reading.line(at))
}
