use super::is_name;
use crate::reading::Reading;
use copydesk_blocks::Ending;
use std::ops::Range;

/// The lines that look like headings, of this article or another, and how many of them stand before each paragraph.
pub(super) struct Headings {
    /// The first line that is known.
    start: usize,
    lines: Vec<Place>,
}

#[derive(Clone, Copy, Default)]
struct Place {
    is_heading: bool,
    /// How many headings that stand alone lie between the line and the next paragraph, if that is near.
    before_prose: Option<u32>,
}

impl Headings {
    /// The headings of a range of lines and of the few below it that belong to its last one.
    pub(super) fn of(reading: &Reading<'_>, range: &Range<usize>) -> Self {
        let end = range.end.saturating_add(2 * STEPS as usize).min(reading.page.lines.len());
        let mut lines = vec![Place::default(); end.saturating_sub(range.start)];
        let mut ahead = None;
        for at in (range.start..end).rev().filter(|at| !reading.is_blank(Some(*at))) {
            let is_heading = is_heading(reading, at);
            lines[at - range.start] = Place { is_heading, before_prose: ahead.map(|(headings, _)| headings) };
            ahead = match ahead {
                _ if reading.is_prose(at) => Some((0, 1)),
                Some((headings, steps)) if steps < STEPS => {
                    Some((headings + u32::from(is_heading && reading.is_alone(at)), steps + 1))
                }
                _ => None,
            };
        }
        Self { start: range.start, lines }
    }

    pub(super) fn is_heading(&self, at: usize) -> bool {
        self.place(at).is_heading
    }

    /// How many headings stand between a line and the next paragraph, if that is near.
    pub(super) fn before_prose(&self, at: usize) -> Option<u32> {
        self.place(at).before_prose
    }

    fn place(&self, at: usize) -> Place {
        at.checked_sub(self.start).and_then(|nth| self.lines.get(nth)).copied().unwrap_or_default()
    }
}

/// Paragraphs that are further away are not near.
const STEPS: u32 = 12;

/// Whether a line of some words looks like a heading.
fn is_heading(reading: &Reading<'_>, at: usize) -> bool {
    let line = &reading.page.lines[at];
    let fits = (3..=25).contains(&line.shape.words)
        && line.shape.bullet.is_none()
        && line.label.is_none()
        && matches!(line.shape.ending, Ending::Open | Ending::Question);
    fits && !reading.is_meta(at) && !reading.is_picture(at) && !is_name(reading, at)
}
