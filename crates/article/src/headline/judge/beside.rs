use super::window::{MOST_WORDS, SOON};
use super::{Judge, is_name};
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Headline;
use copydesk_blocks::{Ending, Line, Role};

/// A kicker has fewer words, a title as many or more.
const TITLE_WORDS: u32 = 5;
/// Subtitles of so many words are standfirsts.
const STANDFIRST_WORDS: u32 = 12;

impl Judge<'_, '_> {
    /// What stands on a line and on the lines round it.
    pub(super) fn surroundings(&self, at: usize) -> Features<Headline> {
        let reading = self.reading;
        let meta_below = reading.is_meta_within(at, 1);
        let meta_soon = !meta_below && reading.is_meta_within(at, SOON);
        let words = reading.page.lines[at].shape.words;
        let name = is_name(reading, at);
        let above = reading.above(at);
        let meta_above = above.is_some_and(|above| reading.is_meta(above));
        Features::of([
            (Headline::Alone, reading.is_spaced() && reading.is_alone(at)),
            (Headline::Name, name && !reading.is_meta(at)),
            (Headline::Person, name && copydesk_bylines::has_given_name(reading.line(at))),
            (Headline::Picture, reading.is_picture(at)),
            (Headline::MetaBelow, meta_below),
            (Headline::MetaSoon, meta_soon),
            (Headline::ShortMetaSoon, meta_soon && (3..=4).contains(&words)),
            (Headline::MetaAbove, meta_above),
            (Headline::MetaOnlyAbove, meta_above && !meta_below),
            (Headline::PictureBelow, reading.below(at).is_some_and(|below| reading.is_picture(below))),
            (Headline::BelowProse, above.is_some_and(|above| reading.is_prose(above))),
            (Headline::BelowTiny, above.is_some_and(|above| is_kicker(reading, above))),
        ])
    }

    /// How it stands to other headings.
    pub(super) fn neighbours(&self, at: usize) -> Features<Headline> {
        let (reading, lines) = (self.reading, &self.reading.page.lines);
        let words = lines[at].shape.words;
        let is_title =
            |other: usize| self.headings.is_heading(other) && lines[other].shape.words >= TITLE_WORDS;
        let (title_above, title_below) =
            (reading.above(at).is_some_and(is_title), reading.below(at).is_some_and(is_title));
        Features::of([
            (Headline::Kicker, words < TITLE_WORDS && title_below),
            (Headline::StandfirstLike, words >= STANDFIRST_WORDS && title_above),
            (Headline::BelowSentence, reading.above(at).is_some_and(|above| is_sentence(&lines[above]))),
            (Headline::ProseBehindHeading, self.headings.before_prose(at) == Some(1)),
        ])
    }

    /// How it stands to menus, headings and paragraphs further away.
    pub(super) fn outline(&self, at: usize) -> Features<Headline> {
        let (reading, place) = (self.reading, self.outline.place(at));
        let tiny = reading.page.lines[at].shape.words <= 2;
        let is_list = |above: &Line| above.shape.bullet.is_some() || above.role == Role::Nav;
        let below_list = reading.above(at).is_some_and(|above| is_list(&reading.page.lines[above]));
        Features::of([
            (Headline::BehindMenu, place.below_menu.is_some_and(|steps| steps <= 8)),
            (Headline::BelowTrail, place.below_home.is_some_and(|steps| steps <= 4)),
            (Headline::MetaBeforeProse, place.meta_before_prose),
            (Headline::NoHeadingBeforeProse, !place.heading_before_prose),
            (Headline::TinyMetaBeforeProse, tiny && place.meta_before_prose),
            (Headline::TinyOpensSection, tiny && place.opens_section),
            (Headline::TinyBelowList, tiny && below_list),
        ])
    }
}

/// Whether a line is a sentence, and no paragraph.
fn is_sentence(line: &Line) -> bool {
    line.shape.ending == Ending::Sentence && line.shape.words <= MOST_WORDS
}

/// Whether a line is of a few words that tell neither who nor when.
fn is_kicker(reading: &Reading<'_>, at: usize) -> bool {
    const WORDS: u32 = 3;
    reading.page.lines[at].shape.words <= WORDS && !reading.is_meta(at)
}
