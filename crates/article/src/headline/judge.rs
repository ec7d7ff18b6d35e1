mod beside;
mod echoes;
mod headings;
mod outline;
mod site;
mod window;

use super::repeats::Repeats;
use crate::Context;
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Headline;
use copydesk_blocks::{Ending, Shape};
use echoes::Echoes;
use headings::Headings;
use memchr::memchr2;
use outline::Outline;
use site::Site;
use window::reach;

/// Tells what speaks for and against each line of a page as its headline.
pub(super) struct Judge<'r, 't> {
    reading: &'r Reading<'t>,
    /// The candidates, in the order of the page.
    lines: Vec<usize>,
    headings: Headings,
    outline: Outline,
    echoes: Echoes,
    repeats: Repeats<'t>,
    site: Site,
    /// The first heading of the page.
    first: Option<usize>,
    /// The heading that the article echoes most.
    most_echoed: Option<usize>,
}

impl<'r, 't> Judge<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, context: &Context<'_>) -> Self {
        let mut lines: Vec<usize> = window::lines(reading).collect();
        let repeats = Repeats::of(reading, &lines);
        lines.retain(|at| window::may_stand(reading, *at) || repeats.count(*at) > 1);
        let echoes = Echoes::of(reading, &lines);
        let headings = Headings::of(reading, &reach(reading));
        let is_such = |nth: &usize| headings.is_heading(lines[*nth]) && reading.is_alone(lines[*nth]);
        let alone: Vec<usize> = (0..lines.len()).filter(is_such).collect();
        let first = alone.first().map(|nth| lines[*nth]);
        let most_echoed = echoes.most(&alone).map(|nth| lines[nth]);
        let outline = Outline::of(reading, &reach(reading));
        let site = Site::of(context.source);
        Self { reading, lines, headings, outline, echoes, repeats, site, first, most_echoed }
    }

    /// The lines that come into question, with what speaks for and against each.
    pub(super) fn candidates(&self) -> impl Iterator<Item = (usize, Features<Headline>)> {
        (0..self.lines.len()).map(|nth| (self.lines[nth], self.features(nth)))
    }

    fn features(&self, nth: usize) -> Features<Headline> {
        let at = self.lines[nth];
        let base = Features::of([(Headline::Base, true), (Headline::Unspaced, !self.reading.is_spaced())]);
        base.and(self.look(at))
            .and(self.place(at))
            .and(self.surroundings(at))
            .and(self.neighbours(at))
            .and(self.outline(at))
            .and(self.repeats(at))
            .and(self.echo(nth))
            .and(self.site(at))
    }

    /// What the line looks like by itself.
    fn look(&self, at: usize) -> Features<Headline> {
        let line = &self.reading.page.lines[at];
        let Shape { words, chars, ending, capitals, .. } = line.shape;
        let text = self.reading.line(at);
        Features::of([
            (Headline::Long, words >= 14),
            (Headline::Overlong, chars > 140),
            (Headline::TwoWords, words == 2),
            (Headline::FileName, is_file_name(text)),
            (Headline::EndsAsSentence, ending == Ending::Sentence),
            (Headline::Listed, line.shape.bullet.is_some()),
            (Headline::Divided, is_divided(text)),
            (Headline::ColonInside, text.trim_end_matches([':', '：']).contains([':', '：'])),
            (Headline::Capitalised, words >= 3 && capitals == words),
        ])
    }

    /// Where it stands on the page.
    fn place(&self, at: usize) -> Features<Headline> {
        let main = self.reading.page.main.start;
        let (above_body, steps) = (at < main, self.reading.steps(at, main));
        let paragraphs = self.reading.paragraphs_between(main.saturating_sub(1), at);
        let near_body = above_body && (2..=4).contains(&steps);
        let further_above = above_body && (5..=12).contains(&steps);
        let is_alone = self.reading.is_alone(at);
        let prose_above = self.outline.above(at);
        Features::of([
            (Headline::AtBody, above_body && steps <= 1),
            (Headline::AloneNearBody, near_body && is_alone),
            (Headline::AboveBody, further_above),
            (Headline::AloneAboveBody, further_above && is_alone),
            (Headline::DeepInsideBody, at > main && paragraphs > 1),
            (Headline::ProseAbove, prose_above > 0.0),
            (Headline::MuchProseAbove, prose_above > 0.1),
            (Headline::NearTop, self.reading.steps(0, at) < TOP),
            (Headline::FirstAlone, self.first == Some(at)),
        ])
    }

    /// What of it stands elsewhere on the page.
    fn repeats(&self, at: usize) -> Features<Headline> {
        let (line, words) = (self.reading.line(at), self.reading.page.lines[at].shape.words);
        let count = self.repeats.count(at);
        Features::of([
            (Headline::Repeated, count == 2),
            (Headline::RepeatedOften, count > 2),
            (Headline::TinyRepeatedOften, words <= 2 && count > 2),
            (Headline::EndOfLonger, self.repeats.is_end(line, words)),
        ])
    }

    /// What of it comes back in the article.
    fn echo(&self, nth: usize) -> Features<Headline> {
        let echoed = self.echoes.get(nth);
        Features::of([
            (Headline::Echoed, echoed.share() >= 0.2),
            (Headline::EchoedMostly, echoed.share() >= 0.67),
            (Headline::EchoedTwice, echoed.found >= 2),
            (Headline::MuchEchoed, echoed.found >= 4),
            (Headline::MostEchoed, self.most_echoed == Some(self.lines[nth])),
            (Headline::WordRecurs, echoed.most >= 2),
            (Headline::WordRecursOften, echoed.most >= 8),
            (Headline::AboveEchoed, self.is_above_echoed(nth)),
        ])
    }

    /// Whether the line below comes into question as well, and more of it comes back.
    fn is_above_echoed(&self, nth: usize) -> bool {
        let below =
            self.lines.get(nth + 1).filter(|below| self.reading.below(self.lines[nth]) == Some(**below));
        below.is_some() && self.echoes.get(nth + 1).found > self.echoes.get(nth).found + 1
    }
}

/// So many lines that are not blank are the top of a page.
const TOP: u32 = 20;

/// Whether a byline, a credit or a mere name starts on the line.
fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.bylines_on(at).next().is_some()
}

/// `storm_2.jpg`
fn is_file_name(text: &str) -> bool {
    const MARKS: [&str; 4] = ["_", ".jpg", ".jpeg", ".png"];
    memchr2(b'_', b'.', text.as_bytes()).is_some() && MARKS.iter().any(|mark| text.contains(mark))
}

/// `Home › News`, `Council votes | The Courier`
fn is_divided(text: &str) -> bool {
    const DIVIDERS: [&str; 5] = [" | ", " // ", " › ", " > ", " » "];
    let may_begin = |bytes: &[u8]| matches!(bytes, [b' ', b'|' | b'/' | b'>' | 0xE2 | 0xC2]);
    text.as_bytes().windows(2).any(may_begin) && DIVIDERS.iter().any(|divider| text.contains(divider))
}
