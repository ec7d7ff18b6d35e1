use crate::reading::Reading;
use copydesk_blocks::{LabelKind, Role};
use std::ops::Range;

/// Menus, headings and paragraphs as they follow one another: what kind of place each line of a page has among them.
pub(super) struct Outline {
    /// The first line that is known.
    start: usize,
    places: Vec<Place>,
    /// The words of all paragraphs of the page.
    words: u32,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// How many words the paragraphs above have.
    words_above: u32,
    /// How many lines that are not blank lie between it and the menu above.
    pub(super) below_menu: Option<u32>,
    /// It is the first line behind that menu, or on the page, that could be a heading.
    pub(super) opens_section: bool,
    /// How many lines that are not blank lie between it and the label of the home page above.
    pub(super) below_home: Option<u32>,
    /// A date or byline comes before the next paragraph.
    pub(super) meta_before_prose: bool,
    /// What could be a heading does.
    pub(super) heading_before_prose: bool,
}

impl Outline {
    /// The outline of a range of lines, and of what lies near below it.
    pub(super) fn of(reading: &Reading<'_>, range: &Range<usize>) -> Self {
        let end = range.end.saturating_add(REACH).min(reading.page.lines.len());
        let mut places = vec![Place::default(); end.saturating_sub(range.start)];
        let mut above = Above { words: words(reading, 0..range.start), ..Above::default() };
        for at in written(reading, range.start..end) {
            above.step(reading, at, &mut places[at - range.start]);
        }
        let mut below = Below::default();
        for at in written(reading, range.start..end).rev() {
            below.step(reading, at, &mut places[at - range.start]);
        }
        let words = above.words + words(reading, end..reading.page.lines.len());
        Self { start: range.start, places, words }
    }

    pub(super) fn place(&self, at: usize) -> Place {
        at.checked_sub(self.start).and_then(|nth| self.places.get(nth)).copied().unwrap_or_default()
    }

    /// The share of the words of all paragraphs that stand above a line.
    pub(super) fn above(&self, at: usize) -> f32 {
        self.place(at).words_above as f32 / self.words.max(1) as f32
    }
}

/// How far below a line the next paragraph is looked for.
const REACH: usize = 100;

fn written<'r>(
    reading: &'r Reading<'_>,
    lines: Range<usize>,
) -> impl DoubleEndedIterator<Item = usize> + use<'r> {
    lines.filter(|at| reading.page.lines[*at].role != Role::Blank)
}

fn words(reading: &Reading<'_>, lines: Range<usize>) -> u32 {
    lines.filter(|at| is_paragraph(reading, *at)).map(|at| reading.page.lines[at].shape.words).sum()
}

/// What stands above a line.
#[derive(Default)]
struct Above {
    words: u32,
    /// How many lines of a menu follow one another.
    menu: u32,
    below_menu: Option<u32>,
    below_home: Option<u32>,
    /// Something that could be a heading came since the menu.
    opened: bool,
}

impl Above {
    /// So many short lines in a row are a menu.
    const MENU: u32 = 4;

    fn step(&mut self, reading: &Reading<'_>, at: usize, place: &mut Place) {
        self.menu = if is_menu(reading, at) { self.menu + 1 } else { 0 };
        self.below_menu = self.below_menu.map(|steps| steps + 1);
        if self.menu >= Self::MENU {
            (self.below_menu, self.opened) = (Some(0), false);
        }
        place.below_home = self.below_home.map(|steps| steps + 1);
        self.below_home = if is_home(reading, at) { Some(0) } else { place.below_home };
        place.words_above = self.words;
        place.below_menu = self.below_menu;
        if may_head(reading, at) {
            place.opens_section = !self.opened;
            self.opened = true;
        }
        if is_paragraph(reading, at) {
            self.words += reading.page.lines[at].shape.words;
        }
    }
}

/// How many lines that are not blank lie between a line and what stands below it.
#[derive(Default)]
struct Below {
    prose: Option<u32>,
    meta: Option<u32>,
    heading: Option<u32>,
}

impl Below {
    fn step(&mut self, reading: &Reading<'_>, at: usize, place: &mut Place) {
        /// Paragraphs that are further away do not count.
        const NEAR: u32 = 40;
        let prose = self.prose.filter(|steps| *steps < NEAR).unwrap_or(REACH as u32);
        let before_prose = |steps: Option<u32>| steps.is_some_and(|steps| steps < prose);
        place.meta_before_prose = before_prose(self.meta);
        place.heading_before_prose = before_prose(self.heading);
        for (steps, is_such) in [
            (&mut self.prose, is_paragraph(reading, at)),
            (&mut self.meta, reading.is_meta(at)),
            (&mut self.heading, may_head(reading, at)),
        ] {
            *steps = if is_such { Some(0) } else { steps.map(|steps| steps + 1) };
        }
    }
}

/// Whether a line looks like one of a menu: an item, or a few words between other lines.
fn is_menu(reading: &Reading<'_>, at: usize) -> bool {
    const WORDS: u32 = 6;
    let shape = &reading.page.lines[at].shape;
    let is_between = || !reading.is_blank(at.checked_sub(1)) && !reading.is_blank(at.checked_add(1));
    shape.words <= WORDS && (shape.bullet.is_some() || is_between())
}

/// Whether a line stands alone and could be a heading, however few words it has.
fn may_head(reading: &Reading<'_>, at: usize) -> bool {
    const WORDS: u32 = 25;
    let line = &reading.page.lines[at];
    let fewest = if reading.is_spaced() { 1 } else { 3 };
    let fits = (fewest..=WORDS).contains(&line.shape.words)
        && line.shape.letters >= 4
        && line.shape.bullet.is_none()
        && line.label.is_none()
        && reading.is_alone(at);
    fits && !reading.is_meta(at) && !reading.is_picture(at)
}

/// Whether a line is a paragraph, and no caption or item.
fn is_paragraph(reading: &Reading<'_>, at: usize) -> bool {
    const WORDS: u32 = 15;
    let shape = &reading.page.lines[at].shape;
    shape.words > WORDS && shape.bullet.is_none() && !reading.is_picture(at)
}

fn is_home(reading: &Reading<'_>, at: usize) -> bool {
    reading.page.lines[at].label.is_some_and(|label| label.kind == LabelKind::Home)
}
