//! What speaks for and against each line as a part of the article.

mod asides;
mod beside;
mod labels;
mod look;
mod place;
mod words;

pub(crate) use asides::Aside;

use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use asides::Asides;
use copydesk_blocks::Line;
use place::Places;
use words::Words;

/// Tells what speaks for and against each line of a page as a part of the article.
pub(super) struct Judge<'r, 't> {
    reading: &'r Reading<'t>,
    headline: Option<usize>,
    /// The lines that are not blank, in the order of the page.
    pub(super) lines: &'r [u32],
    words: Words,
    /// The words of asides that are looked for on this page.
    asides: Asides,
    places: Places,
    /// Which lines of the page, blank ones included, a divider stands on.
    divided: Vec<bool>,
    /// Which of the lines that are not blank are captions or credits of pictures.
    pictures: Vec<bool>,
    /// Of each of them, how many lines the run of links has that it stands in.
    runs: Vec<u32>,
    /// Which of them stand where lines of two forms take turns.
    alternating: Vec<bool>,
}

impl<'r, 't> Judge<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, headline: Option<usize>) -> Self {
        let lines = reading.written();
        Self {
            reading,
            headline,
            lines,
            words: Words::of(reading, lines, headline),
            asides: Asides::of(&reading.languages),
            places: Places::of(reading, lines),
            divided: look::divided(reading),
            pictures: lines.iter().map(|at| reading.is_picture(*at as usize)).collect(),
            runs: beside::runs(reading, lines),
            alternating: beside::alternating(reading, lines),
        }
    }

    /// What holds for the nth line that is not blank.
    pub(super) fn features(&self, nth: usize) -> Features<Body> {
        let at = self.at(nth);
        let base = Features::of([(Body::Base, true)]);
        base.and(self.look(at))
            .and(self.marks(at))
            .and(self.label(at))
            .and(self.statements(at))
            .and(self.place(at))
            .and(self.zone(at))
            .and(self.behind(nth))
            .and(self.neighbours(nth))
            .and(self.words(nth))
            .and(self.asides(nth))
    }

    fn at(&self, nth: usize) -> usize {
        self.lines[nth] as usize
    }

    fn line(&self, at: usize) -> &Line {
        &self.reading.page.lines[at]
    }
}
