use crate::article::Languages;
use crate::evidence::{Field, Finding, Reason};
use copydesk_blocks::{Label, Line, Page, Role};
use copydesk_languages::{Guess, Votes};
use std::collections::BTreeMap;
use std::ops::Range;

/// Lines outside the prose that are asked, from either end of the page.
const UI_LINES: usize = 8;
/// Shorter lines are names as often as words.
const UI_LINE_LETTERS: u32 = 8;
/// A menu in another language shows in more than a name or two.
const UI_MIN_WEIGHT: f32 = 25.0;
/// How sure the guess of a menu must be.
const UI_CONFIDENCE: f32 = 0.8;

/// The language of the article and that of the page round it.
pub(crate) fn find(page: &Page<'_>) -> Languages {
    let body = body(page);
    let ui = ui(page, body.value().copied());
    Languages { body, ui }
}

/// The language of the prose: furniture does not vote, unless there is no prose.
fn body(page: &Page<'_>) -> Field<&'static str> {
    let prose = page.lines[page.main.clone()].iter().filter(|line| line.role.is_prose());
    let of_prose = Sample::of(page, prose);
    let sample = if of_prose.bytes == 0 { Sample::of(page, page.lines.iter()) } else { of_prose };
    field(sample.votes.guess(), sample.span, "language_of_prose")
}

fn field(guess: Guess, span: Range<usize>, rule: &'static str) -> Field<&'static str> {
    if !guess.is_determined() {
        return Field::empty(Reason::NoCandidate);
    }
    Field::of(Some(Finding::new(guess.tag, span, rule, guess.confidence)))
}

/// Lines that are judged together.
struct Sample {
    votes: Votes,
    /// From the first of them to the last.
    span: Range<usize>,
    bytes: usize,
}

impl Sample {
    /// As many lines as it takes.
    fn of<'p>(page: &'p Page<'_>, lines: impl Iterator<Item = &'p Line>) -> Self {
        let mut sample = Self { votes: Votes::new(), span: 0..0, bytes: 0 };
        for line in lines.filter(|line| !line.span.is_empty()) {
            if sample.bytes >= Votes::LIMIT {
                break;
            }
            sample.votes.add(&page.text[line.span.clone()]);
            sample.span = joined(&sample.span, &line.span);
            sample.bytes += line.span.len();
        }
        sample
    }
}

/// From the first of two spans to the last; an empty one is none.
fn joined(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    if a.is_empty() { b.clone() } else { a.start.min(b.start)..a.end.max(b.end) }
}

/// What speaks for a language of the page's own words.
#[derive(Default)]
struct Case {
    weight: f32,
    /// The first and the last line that speak for it.
    span: Range<usize>,
}

impl Case {
    fn add(&mut self, weight: f32, span: &Range<usize>) {
        self.span = joined(&self.span, span);
        self.weight += weight;
    }
}

/// The language of menus and labels: that of the body, unless more of them are in another one.
fn ui(page: &Page<'_>, body: Option<&'static str>) -> Field<&'static str> {
    let mut cases = Cases { body, ..Cases::default() };
    cases.add_labels(page);
    cases.add_others(page);
    let case = cases.all.get(body.unwrap_or_default());
    cases.foreign().unwrap_or_else(|| same_as_body(page, body, case))
}

/// What speaks for each language.
#[derive(Default)]
struct Cases {
    body: Option<&'static str>,
    all: BTreeMap<&'static str, Case>,
}

impl Cases {
    fn add_labels(&mut self, page: &Page<'_>) {
        for (line, label) in labelled(page) {
            let weight = label.len as f32 / label.languages.len() as f32;
            for tag in label.languages {
                self.all.entry(tag).or_default().add(weight, &line.span);
            }
        }
    }

    /// Adds what lines without labels say, judged together.
    fn add_others(&mut self, page: &Page<'_>) {
        let sample = Sample::of(page, others(page));
        if !self.may_turn(sample.bytes as f32) {
            return;
        }
        let guess = sample.votes.guess();
        if guess.is_determined() && guess.confidence >= UI_CONFIDENCE {
            let weight = sample.bytes as f32 * guess.confidence;
            self.all.entry(guess.tag).or_default().add(weight, &sample.span);
        }
    }

    fn of_body(&self) -> f32 {
        self.body.and_then(|tag| self.all.get(tag)).map_or(0.0, |case| case.weight)
    }

    /// The best language but the body's.
    fn rival(&self) -> Option<(&'static str, &Case)> {
        // The last of equals would win: turn round, so that the result hangs on the alphabet alone.
        let foreign = self.all.iter().rev().filter(|(tag, _)| Some(**tag) != self.body);
        foreign.max_by(|a, b| a.1.weight.total_cmp(&b.1.weight)).map(|(tag, case)| (*tag, case))
    }

    /// Whether so much more weight could still decide for or between other languages than the body's.
    fn may_turn(&self, weight: f32) -> bool {
        let most = self.rival().map_or(0.0, |(_, case)| case.weight) + weight;
        most >= UI_MIN_WEIGHT && most > self.of_body()
    }

    fn foreign(&self) -> Option<Field<&'static str>> {
        let (tag, case) = self.rival()?;
        let all: f32 = self.all.values().map(|case| case.weight).sum();
        let is_clear = case.weight >= UI_MIN_WEIGHT && case.weight > self.of_body();
        let finding = || Finding::new(tag, case.span.clone(), "language_of_labels", case.weight / all);
        is_clear.then(|| Field::of(Some(finding())))
    }
}

fn same_as_body(page: &Page<'_>, body: Option<&'static str>, case: Option<&Case>) -> Field<&'static str> {
    const CONFIDENCE: f32 = 0.7;
    let whole = 0..page.text.len();
    Field::of(body.map(|tag| {
        let span = case.map_or(whole, |case| case.span.clone());
        Finding::new(tag, span, "language_of_prose", CONFIDENCE)
    }))
}

/// Lines with labels: those at either end of the page, and all within the prose.
fn labelled<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (&'p Line, Label)> {
    let within = page.lines[page.main.clone()].iter();
    head(page).chain(within).chain(tail(page)).filter_map(|line| Some((line, line.label?)))
}

/// Lines without labels that say what the page says by itself, its foot first. Headlines of other articles are in the body's
/// language, whatever that of the page, so they are not asked; but where a list goes on to the end, it hides the foot.
fn others<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Line> {
    const FOOT: usize = 3;
    let is_own = |line: &&Line| !matches!(line.role, Role::Related | Role::Title | Role::Comment);
    let rest = head(page).chain(tail(page).skip(FOOT)).filter(is_own);
    let lines = tail(page).take(FOOT).chain(rest);
    lines.filter(|line| line.label.is_none() && line.shape.letters >= UI_LINE_LETTERS)
}

/// The lines above the prose, from the start of the page.
fn head<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Line> {
    page.lines[..page.main.start].iter().filter(|line| !line.span.is_empty()).take(UI_LINES)
}

/// The lines below the prose, from the end of the page.
fn tail<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Line> {
    page.lines[page.main.end..].iter().rev().filter(|line| !line.span.is_empty()).take(UI_LINES)
}
