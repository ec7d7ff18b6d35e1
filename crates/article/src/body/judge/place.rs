use super::{Judge, labels};
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Body;
use copydesk_blocks::{LabelKind, Role};

/// From so many words on a line counts as prose here, whatever its zone.
const PROSE_WORDS: u32 = 16;

/// Fewer words are a title or a label, as a rule: where they stand says more than where a paragraph does.
const SHORT: u32 = 15;

/// Pages with fewer words of prose are told by their short lines, too.
const THIN_PAGE: u32 = 150;

/// How far the prose has come at each line, and what has been announced by then.
pub(super) struct Places {
    /// Words of prose above each line, and of the whole page.
    above: Vec<u32>,
    all: u32,
    announced: Vec<Announced>,
}

/// What stands above a line, below the first part of the prose.
#[derive(Clone, Copy, Default)]
struct Announced(u8);

impl Places {
    pub(super) fn of(reading: &Reading<'_>, lines: &[u32]) -> Self {
        let words = |at: &u32| reading.page.lines[*at as usize].shape.words;
        let prose: Vec<u32> =
            lines.iter().map(words).map(|words| if words < PROSE_WORDS { 0 } else { words }).collect();
        let above: Vec<u32> = sums(&prose).collect();
        let all = above.last().copied().unwrap_or_default() + prose.last().copied().unwrap_or_default();
        let mut announced = vec![Announced::default(); lines.len()];
        let mut now = Announced::default();
        for (nth, at) in lines.iter().enumerate() {
            announced[nth] = now;
            if 10 * above[nth] > 3 * all {
                now.hear(reading, *at as usize);
            }
        }
        Self { above, all, announced }
    }
}

/// The sum of what stands before each.
fn sums(of: &[u32]) -> impl Iterator<Item = u32> {
    of.iter().scan(0, |sum, one| Some(std::mem::replace(sum, *sum + one)))
}

impl Announced {
    const COMMENTS: u8 = 1;
    const OTHERS: u8 = 2;
    const DETAILS: u8 = 4;
    const SHARE: u8 = 8;
    const OFFER: u8 = 16;
    const BYLINE: u8 = 32;
    const GROUPS: [(u8, &[LabelKind]); 5] = [
        (Self::COMMENTS, labels::COMMENTS),
        (Self::OTHERS, labels::OTHERS),
        (Self::DETAILS, labels::DETAILS),
        (Self::SHARE, labels::SHARE),
        (Self::OFFER, labels::OFFER),
    ];

    fn hear(&mut self, reading: &Reading<'_>, at: usize) {
        if let Some(label) = reading.page.lines[at].label {
            let group = Self::GROUPS.iter().find(|(_, kinds)| kinds.contains(&label.kind));
            self.0 |= group.map_or(0, |(what, _)| *what);
        }
        if reading.is_byline(at) {
            self.0 |= Self::BYLINE;
        }
    }

    fn has(self, what: u8) -> bool {
        self.0 & what != 0
    }
}

impl Judge<'_, '_> {
    /// Where it stands on the page.
    pub(super) fn place(&self, at: usize) -> Features<Body> {
        let main = &self.reading.page.main;
        let steps = |to: usize| self.reading.steps(at, to);
        let is_short = self.line(at).shape.words < SHORT;
        let is_above = self.headline.is_some_and(|line| at < line);
        let is_at = !is_above && self.headline.is_some_and(|line| steps(line) <= 1);
        let near_above = at < main.start && steps(main.start) <= 4;
        let near_below = at >= main.end && steps(main.end.saturating_sub(1)) <= 4;
        Features::of([
            (Body::InMain, main.contains(&at)),
            (Body::NearAboveMain, near_above),
            (Body::NearBelowMain, near_below),
            (Body::AboveHeadline, is_above),
            (Body::AtHeadline, is_at),
            (Body::ShortNearAboveMain, is_short && near_above),
            (Body::ShortNearBelowMain, is_short && near_below),
            (Body::ShortAboveHeadline, is_short && is_above),
            (Body::ShortAtHeadline, is_short && is_at),
        ])
    }

    /// What `blocks` makes of the line, and what beyond its label.
    pub(super) fn zone(&self, at: usize) -> Features<Body> {
        use Role as R;
        let line = self.line(at);
        let is_aside = matches!(line.role, R::Caption | R::Related | R::Comment | R::Legal | R::Share);
        let role = Some(line.role).filter(|_| line.label.is_none());
        Features::of([
            (Body::RoleOfAside, is_aside),
            (Body::LongAside, is_aside && line.shape.words >= SHORT),
            (Body::RoleOfMenu, matches!(line.role, R::Nav | R::Label | R::Furniture)),
            (Body::AmongComments, role == Some(R::Comment)),
            (Body::AmongOthers, role == Some(R::Related)),
            (Body::AmongLegal, role == Some(R::Legal)),
            (Body::Furniture, matches!(role, Some(R::Furniture | R::Nav | R::Share))),
        ])
    }

    /// What stands above it.
    pub(super) fn behind(&self, nth: usize) -> Features<Body> {
        let Places { above, all, announced } = &self.places;
        let (above, all, announced) = (above[nth], *all, announced[nth]);
        Features::of([
            (Body::ThinPage, all < THIN_PAGE),
            (Body::InLastProse, 10 * above > 9 * all && above < all),
            (Body::BehindComments, announced.has(Announced::COMMENTS)),
            (Body::BehindOthers, announced.has(Announced::OTHERS)),
            (Body::BehindDetails, announced.has(Announced::DETAILS)),
            (Body::BehindShare, announced.has(Announced::SHARE)),
            (Body::BehindOffer, announced.has(Announced::OFFER)),
            (Body::BehindByline, announced.has(Announced::BYLINE)),
        ])
    }
}
