use super::Judge;
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use copydesk_blocks::{Bullet, Ending, Label, LabelKind, Shape};
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
            (Body::EndsWithEllipsis, ending == Ending::Ellipsis),
            (Body::Commas, commas >= 1),
            (Body::Bulleted, matches!(bullet, Some(Bullet::Mark(_)))),
            (Body::Capitalised, words >= 3 && 4 * capitals >= 3 * words),
        ])
    }

    /// The marks that it is made of.
    pub(super) fn marks(&self, at: usize) -> Features<Body> {
        let text = self.reading.line(at);
        let is_short = self.line(at).shape.words <= MOST_WORDS;
        Features::of([
            (Body::Bracketed, text.ends_with([')', ']', '）'])),
            (Body::Clock, is_short && has_clock(text.as_bytes())),
            (Body::Divided, self.divided[at]),
        ])
    }

    /// What label it starts or ends with.
    pub(super) fn label(&self, at: usize) -> Features<Body> {
        let line = self.line(at);
        let is_picture = |label: Option<Label>| label.is_some_and(|label| label.kind == LabelKind::Photo);
        Features::of([
            (Body::LabelOfPicture, is_picture(line.label) || is_picture(line.tail)),
            (Body::LabelAlone, line.label.is_some_and(|label| label.len == line.span.len())),
        ])
    }

    /// What the finders found on it.
    pub(super) fn statements(&self, at: usize) -> Features<Body> {
        let reading = self.reading;
        Features::of([
            (Body::DateLine, !reading.is_byline(at) && reading.is_meta(at)),
            (Body::DateAlone, 2 * reading.date_bytes(at) > self.line(at).span.len()),
            (Body::PictureCredit, reading.bylines_on(at).any(|byline| byline.rule == Rule::PhotoCredit)),
        ])
    }
}

/// Longer lines hold all kinds of marks.
const MOST_WORDS: u32 = 60;

/// `9:30`.
fn has_clock(line: &[u8]) -> bool {
    let is_digit = |at: usize| line.get(at).is_some_and(u8::is_ascii_digit);
    memchr_iter(b':', line).any(|at| at > 0 && is_digit(at - 1) && is_digit(at + 1) && is_digit(at + 2))
}

/// Which lines a divider stands on, as in `Home › News` and `Council votes | The Courier`. To search the page for each mark costs
/// less than to search each line for all.
pub(super) fn divided(reading: &Reading<'_>) -> Vec<bool> {
    let mut divided = vec![false; reading.page.lines.len()];
    for mark in ["| ", "› ", "» ", "· "] {
        for start in memmem::find_iter(reading.text.as_bytes(), mark) {
            let at = reading.line_at(start);
            let span = &reading.page.lines[at].span;
            let is_within = span.start < start && start + mark.len() <= span.end;
            divided[at] |= is_within && reading.text.as_bytes()[start - 1] == b' ';
        }
    }
    divided
}
