use crate::article::Languages;
use crate::evidence::{Field, Finding, Reason};
use copydesk_blocks::{Line, Page, Role};
use copydesk_languages::{Guess, Votes};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// Enough prose to be sure of its language.
const BODY_SAMPLE_BYTES: usize = Votes::LIMIT;
/// Lines outside the prose that are asked, from either end of the page.
const UI_LINES: usize = 8;
/// Shorter lines are names as often as words.
const UI_LINE_LETTERS: u32 = 8;
/// A menu in another language shows in more than a name or two.
const UI_MIN_WEIGHT: f32 = 25.0;
/// How sure a single short line must be.
const UI_LINE_CONFIDENCE: f32 = 0.8;

/// The language of the article and that of the page round it.
pub(crate) fn find(page: &Page<'_>) -> Languages {
    let body = body(page);
    let ui = ui(page, body.value().copied());
    Languages { body, ui }
}

/// The language of the prose: furniture does not vote, unless there is no prose.
fn body(page: &Page<'_>) -> Field<&'static str> {
    let prose = page.main.clone().filter(|at| page.lines[*at].role.is_prose());
    let (votes, span) = sample(page, prose);
    let (votes, span) = if span.is_empty() { sample(page, 0..page.lines.len()) } else { (votes, span) };
    field(votes.guess(), span, "language_of_prose")
}

fn sample(page: &Page<'_>, lines: impl Iterator<Item = usize>) -> (Votes, Range<usize>) {
    let mut votes = Votes::new();
    let (mut span, mut bytes) = (0..0, 0);
    for at in lines {
        let line = &page.lines[at].span;
        if bytes >= BODY_SAMPLE_BYTES {
            break;
        }
        if !line.is_empty() {
            votes.add(&page.text[line.clone()]);
            bytes += line.len();
            span = if span.is_empty() { line.clone() } else { span.start..line.end };
        }
    }
    (votes, span)
}

fn field(guess: Guess, span: Range<usize>, rule: &'static str) -> Field<&'static str> {
    if guess.tag == "und" {
        return Field::empty(Reason::NoCandidate);
    }
    Field::of(Some(Finding::new(guess.tag, span, rule, guess.confidence)))
}

/// What speaks for a language of the page's own words.
#[derive(Default)]
struct Case {
    weight: f32,
    /// The first and the last line that speak for it.
    span: Range<usize>,
}

impl Case {
    fn add(&mut self, weight: f32, line: &Range<usize>) {
        self.span = if self.weight == 0.0 {
            line.clone()
        } else {
            self.span.start.min(line.start)..line.end.max(self.span.end)
        };
        self.weight += weight;
    }
}

/// The language of menus and labels: that of the body, unless more of them are in another one. Headlines of other
/// articles are in the body's language, whatever that of the page, so they do not speak for it.
fn ui(page: &Page<'_>, body: Option<&'static str>) -> Field<&'static str> {
    let mut cases = Cases { body, ..Cases::default() };
    let (labelled, mut others): (Vec<_>, Vec<_>) = ui_lines(page).partition(|line| line.label.is_some());
    for line in labelled {
        cases.add_label(line);
    }
    others.retain(|line| line.shape.letters >= UI_LINE_LETTERS);
    // Those that say most are asked first, and no more than it takes.
    others.sort_by_key(|line| (is_of_article(line), Reverse(line.span.len()), line.span.start));
    let mut left: usize = others.iter().map(|line| line.span.len()).sum();
    for line in others {
        if !cases.may_turn(left as f32) {
            break;
        }
        cases.add_line(page, line);
        left -= line.span.len();
    }
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
    fn add_label(&mut self, line: &Line) {
        let Some(label) = line.label else { return };
        for tag in label.languages {
            self.all.entry(tag).or_default().add(label.len as f32 / label.languages.len() as f32, &line.span);
        }
    }

    fn add_line(&mut self, page: &Page<'_>, line: &Line) {
        let guess = copydesk_languages::identify(&page.text[line.span.clone()]);
        let is_content = Some(guess.tag) == self.body && is_of_article(line);
        if !is_content && guess.tag != "und" && guess.confidence >= UI_LINE_CONFIDENCE {
            self.all.entry(guess.tag).or_default().add(line.span.len() as f32 * guess.confidence, &line.span);
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

/// Whether a line may be of an article, this one or another, and so in the body's language.
fn is_of_article(line: &Line) -> bool {
    matches!(line.role, Role::Related | Role::Title | Role::Comment)
}

fn same_as_body(page: &Page<'_>, body: Option<&'static str>, case: Option<&Case>) -> Field<&'static str> {
    const CONFIDENCE: f32 = 0.7;
    let whole = 0..page.text.len();
    Field::of(body.map(|tag| {
        let span = case.map_or(whole, |case| case.span.clone());
        Finding::new(tag, span, "language_of_prose", CONFIDENCE)
    }))
}

/// The lines outside the prose: from the start and from the end of the page.
fn ui_lines<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Line> {
    let (above, below) = (page.main.start, page.main.end);
    let head = page.lines[..above].iter().filter(|line| !line.span.is_empty()).take(UI_LINES);
    let tail = page.lines[below..].iter().rev().filter(|line| !line.span.is_empty()).take(UI_LINES);
    let labels = page.lines[above..below].iter().filter(|line| line.label.is_some());
    head.chain(labels).chain(tail)
}
