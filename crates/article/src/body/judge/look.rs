use super::{Judge, labels};
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use copydesk_blocks::{Bullet, Ending, LabelKind, Shape};
use copydesk_bylines::Rule;
use memchr::{memchr_iter, memmem};

impl Judge<'_, '_> {
    /// What the line looks like by itself.
    pub(super) fn look(&self, at: usize) -> Features<Body> {
        let Shape { words, ending, capitals, bullet, commas, .. } = self.line(at).shape;
        Features::of([
            (Body::OneWord, words <= 1),
            (Body::FewWords, (2..=3).contains(&words)),
            (Body::Phrase, (4..=7).contains(&words)),
            (Body::LongPhrase, (8..=14).contains(&words)),
            (Body::Paragraph, (26..=50).contains(&words)),
            (Body::LongParagraph, words > 50),
            (Body::EndsAsSentence, ending == Ending::Sentence),
            (Body::EndsAsQuestion, ending == Ending::Question),
            (Body::EndsWithColon, ending == Ending::Colon),
            (Body::EndsWithEllipsis, ending == Ending::Ellipsis),
            (Body::Commas, commas >= 1),
            (Body::Bulleted, matches!(bullet, Some(Bullet::Mark(_)))),
            (Body::Numbered, matches!(bullet, Some(Bullet::Number(_)))),
            (Body::Capitalised, words >= 3 && 4 * capitals >= 3 * words),
            (Body::Divided, self.marks.divided[at]),
        ])
    }

    /// The marks that it is made of.
    pub(super) fn marks(&self, at: usize) -> Features<Body> {
        let text = self.reading.line(at);
        let is_short = self.line(at).shape.words <= MOST_WORDS;
        Features::of([
            (Body::Bracketed, text.ends_with([')', ']', '）'])),
            (Body::Clock, is_short && has_clock(text.as_bytes())),
            (Body::Glued, is_short && is_glued(text.as_bytes())),
            (Body::Rights, is_short && self.marks.rights[at]),
            (Body::Arrowed, is_short && (text.starts_with(is_arrow) || text.ends_with(is_arrow))),
        ])
    }

    /// What label it starts with.
    pub(super) fn label(&self, at: usize) -> Features<Body> {
        use LabelKind as K;
        let line = self.line(at);
        let kind = line.label.map(|label| label.kind);
        let is = |kinds: &[K]| kind.is_some_and(|kind| kinds.contains(&kind));
        let is_announcing =
            line.label.is_some_and(|label| label.len < line.span.len()) && line.shape.ending == Ending::Open;
        let ends_as_picture = line.tail.is_some_and(|tail| tail.kind == K::Photo);
        Features::of([
            (Body::LabelOfOthers, is(labels::OTHERS)),
            (Body::LabelOfComments, is(labels::COMMENTS)),
            (Body::LabelOfOffer, is(labels::OFFER)),
            (Body::LabelOfShare, is(labels::SHARE)),
            (Body::LabelOfMenu, is(&[K::Home, K::Navigation, K::Print, K::Listen, K::Legal])),
            (Body::LabelOfDetails, is(labels::DETAILS)),
            (Body::LabelOfPicture, is(&[K::Photo]) || ends_as_picture),
            (Body::AnnouncesOthers, is(labels::OTHERS) && is_announcing),
            (Body::LabelAlone, line.label.is_some_and(|label| label.len == line.span.len())),
        ])
    }

    /// What the finders found on it.
    pub(super) fn statements(&self, at: usize) -> Features<Body> {
        let reading = self.reading;
        let bylines = reading.bylines_on(at);
        let has = |rule: Rule| bylines.clone().any(|byline| byline.rule == rule);
        let byline = reading.is_byline(at);
        Features::of([
            (Body::Byline, byline),
            (Body::DateLine, !byline && reading.is_meta(at)),
            (Body::DateAlone, 2 * reading.date_bytes(at) > self.line(at).span.len()),
            (Body::Biography, has(Rule::Biography)),
            (Body::PictureCredit, has(Rule::PhotoCredit)),
            (Body::Name, has(Rule::BareName) || has(Rule::RepeatedName)),
        ])
    }
}

/// Longer lines hold all kinds of marks.
const MOST_WORDS: u32 = 60;

fn is_arrow(c: char) -> bool {
    matches!(c, '→' | '←' | '»' | '«' | '›' | '‹' | '▶' | '►' | '>' | '<')
}

/// `9:30`.
fn has_clock(line: &[u8]) -> bool {
    let is_digit = |at: usize| line.get(at).is_some_and(u8::is_ascii_digit);
    memchr_iter(b':', line).any(|at| at > 0 && is_digit(at - 1) && is_digit(at + 1) && is_digit(at + 2))
}

/// `atPress`: a caption and what stood behind it on the page.
fn is_glued(line: &[u8]) -> bool {
    let is_small = |at: usize| line.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut pairs = (1..).zip(line.windows(2).skip(1));
    pairs.any(|(at, pair)| {
        pair[1].is_ascii_uppercase() && pair[0].is_ascii_lowercase() && is_small(at - 1) && is_small(at + 2)
    })
}

/// Which lines some marks stand on.
pub(super) struct Marks {
    divided: Vec<bool>,
    rights: Vec<bool>,
}

impl Marks {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        // `Home › News`, `Council votes | The Courier`
        let divided = lines_with(reading, &["| ", "› ", "» ", "· "], |before| before.ends_with(' '));
        Self { divided, rights: lines_with(reading, &["©"], |_| true) }
    }
}

/// Of each line, whether one of some marks stands on it, behind what fits. To search the page for each mark costs less than to
/// search each line for all.
fn lines_with(reading: &Reading<'_>, marks: &[&str], fits: fn(&str) -> bool) -> Vec<bool> {
    let mut has = vec![false; reading.page.lines.len()];
    for mark in marks {
        for start in memmem::find_iter(reading.text.as_bytes(), mark) {
            let at = reading.line_at(start);
            let span = &reading.page.lines[at].span;
            let is_within = span.start <= start && start + mark.len() <= span.end;
            has[at] |= is_within && fits(&reading.text[span.start..start]);
        }
    }
    has
}
