use crate::article::Body;
use crate::dateline::Opening;
use crate::reading::Reading;
use copydesk_blocks::{Ending, Line, Role};
use std::collections::BTreeSet;
use std::ops::Range;

/// The paragraphs of the article, each once: the prose, quotes, lists and subheadings of the story below the headline, and the
/// prose between the two, without the dateline. The standfirst, which starts at a byte of the text, is one of them.
pub(crate) fn find(
    reading: &Reading<'_>,
    headline: Option<usize>,
    standfirst: Option<usize>,
    dateline: Option<&Opening>,
) -> Body {
    let story = &reading.page.story;
    let boxed = boxes(reading, story);
    let is_paragraph = |at: &usize| {
        let line = &reading.page.lines[*at];
        let is_of_article = match line.role {
            Role::Body | Role::Quote => true,
            Role::List | Role::Title => story.contains(at) || Some(line.span.start) == standfirst,
            _ => false,
        };
        is_of_article && !boxed.contains(at) && (reading.is_prose(*at) || !reading.is_meta(*at))
    };
    let lines = start(reading, headline)..story.end;
    let mut seen = BTreeSet::new();
    let mut body = Body::default();
    for at in lines.filter(|at| Some(*at) != headline).filter(is_paragraph) {
        let line = &reading.page.lines[at];
        if seen.insert(reading.line(at)) {
            let opening = dateline.filter(|dateline| dateline.line == at).map(|dateline| dateline.end);
            let start = opening.unwrap_or(line.span.start);
            let before = opening.map_or(0, |end| words(&reading.text[line.span.start..end]));
            body.words += (line.shape.words as usize).saturating_sub(before);
            body.paragraphs.push(start..line.span.end);
        }
    }
    body
}

/// The body starts below the headline, unless prose of the story stands above it: then that is a subheading, or a headline that
/// the page prints late.
fn start(reading: &Reading<'_>, headline: Option<usize>) -> usize {
    let first = reading.page.story.start;
    let below = headline.filter(|line| (first..*line).all(|at| !reading.is_prose(at)));
    below.map_or(first, |line| line + 1)
}

/// The lines of the story that stand two and more together and are short: boxes of links, and buttons. A short line alone is a
/// subheading; one with figures may be an ingredient or a result.
fn boxes(reading: &Reading<'_>, story: &Range<usize>) -> BTreeSet<usize> {
    const LEAST_LINES: usize = 2;
    let written: Vec<usize> = story.clone().filter(|at| !reading.is_blank(Some(*at))).collect();
    let is_short = |at: &usize| is_link(&reading.page.lines[*at]);
    let runs = written.chunk_by(|a, b| is_short(a) && is_short(b));
    runs.filter(|run| run.len() >= LEAST_LINES).flatten().copied().collect()
}

/// Whether a line may be a link of a box: a few words that are no sentence and introduce none.
fn is_link(line: &Line) -> bool {
    const MOST_WORDS: u32 = 9;
    let is_open = matches!(line.shape.ending, Ending::Open | Ending::Ellipsis);
    is_open && line.shape.bullet.is_none() && line.shape.digits == 0 && line.shape.words <= MOST_WORDS
}

/// Words between blanks.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
