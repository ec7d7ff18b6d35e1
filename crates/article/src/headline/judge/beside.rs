use super::{Judge, is_name};
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Headline;
use copydesk_blocks::{Line, Role};

/// A kicker has fewer words, a title as many or more.
const TITLE_WORDS: u32 = 5;
/// Subtitles of so many words are standfirsts.
const STANDFIRST_WORDS: u32 = 12;

impl Judge<'_, '_> {
    /// What stands on a line and on the lines round it.
    pub(super) fn surroundings(&self, at: usize) -> Features<Headline> {
        let reading = self.reading;
        let (blank_above, blank_below) =
            (reading.is_blank(at.checked_sub(1)), reading.is_blank(at.checked_add(1)));
        let (meta, meta_below) = (reading.is_meta(at), reading.is_meta_within(at, 1));
        let name = is_name(reading, at);
        Features::of([
            (Headline::Alone, blank_above && blank_below),
            (Headline::BlankAbove, blank_above && !blank_below),
            (Headline::BlankBelow, !blank_above && blank_below),
            (Headline::Meta, meta),
            (Headline::Name, name && !meta),
            (Headline::Person, name && copydesk_bylines::has_given_name(reading.line(at))),
            (Headline::Picture, reading.is_picture(at)),
            (Headline::MetaBelow, meta_below),
            (Headline::MetaSoon, !meta_below && reading.is_meta_within(at, 4)),
            (Headline::MetaAbove, reading.above(at).is_some_and(|above| reading.is_meta(above))),
            (Headline::PictureBelow, reading.below(at).is_some_and(|below| reading.is_picture(below))),
        ])
    }

    /// What the nearest lines look like beside it.
    pub(super) fn neighbours(&self, at: usize) -> Features<Headline> {
        let (reading, lines) = (self.reading, &self.reading.page.lines);
        let (line, words) = (&lines[at], lines[at].shape.words);
        let (above, below) = (reading.above(at), reading.below(at));
        let is_list = |above: &Line| above.shape.bullet.is_some() || above.role == Role::Nav;
        let words_of = |other: usize| self.headings.is_heading(other).then(|| lines[other].shape.words);
        let (heading_above, heading_below) = (above.and_then(words_of), below.and_then(words_of));
        let title_above = heading_above.is_some_and(|above| above >= TITLE_WORDS);
        let prose = self.headings.before_prose(at);
        Features::of([
            (Headline::BelowList, above.is_some_and(|above| is_list(&lines[above]))),
            (Headline::AboveLonger, below.is_some_and(|below| is_standfirst_shape(&lines[below], line))),
            (Headline::BelowProse, above.is_some_and(|above| reading.is_prose(above))),
            (Headline::EndOfAbove, above.is_some_and(|above| ends_with(reading, above, at))),
            (Headline::LongerHeadingBelow, heading_below.is_some_and(|below| below > words)),
            (Headline::ShorterHeadingBelow, heading_below.is_some_and(|below| below <= words)),
            (
                Headline::Kicker,
                words < TITLE_WORDS && heading_below.is_some_and(|below| below >= TITLE_WORDS),
            ),
            (Headline::OverSubtitle, words >= TITLE_WORDS && heading_below.is_some()),
            (Headline::StandfirstLike, title_above && words >= STANDFIRST_WORDS),
            (Headline::ProseSoon, prose == Some(0)),
            (Headline::ProseBehindHeading, prose == Some(1)),
        ])
    }
}

/// Whether the line below looks like the sentence that sums the article up.
fn is_standfirst_shape(below: &Line, line: &Line) -> bool {
    below.shape.words > line.shape.words && below.shape.words >= 10 && below.shape.words <= 60
}

/// Whether the line above ends with the text: a trail from the home page to the article.
fn ends_with(reading: &Reading<'_>, above: usize, at: usize) -> bool {
    let (above, text) = (reading.line(above), reading.line(at));
    above.len() > text.len() && above.ends_with(text)
}
