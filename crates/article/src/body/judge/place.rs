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
    const OTHERS: u8 = 1;
    const SHARE: u8 = 2;
    const BYLINE: u8 = 4;

    fn hear(&mut self, reading: &Reading<'_>, at: usize) {
        let label = reading.page.lines[at].label;
        let is = |kinds: &[LabelKind]| label.is_some_and(|label| kinds.contains(&label.kind));
        let heard = [
            (Self::OTHERS, is(labels::OTHERS)),
            (Self::SHARE, is(labels::SHARE)),
            (Self::BYLINE, reading.is_byline(at)),
        ];
        self.0 |= heard.into_iter().filter(|(_, holds)| *holds).map(|(what, _)| what).sum::<u8>();
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
            (Body::Edge, main.contains(&at) && (at == main.start || at + 1 == main.end)),
            (Body::NearAboveMain, near_above),
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
        Features::of([
            (Body::RoleOfAside, is_aside),
            (Body::LongAside, is_aside && line.shape.words >= SHORT),
            (Body::RoleOfMenu, matches!(line.role, R::Nav | R::Label | R::Furniture)),
            (Body::AmongLegal, line.role == R::Legal && line.label.is_none()),
        ])
    }

    /// What stands above it.
    pub(super) fn behind(&self, nth: usize) -> Features<Body> {
        let Places { above, all, announced } = &self.places;
        let (above, all, announced) = (above[nth], *all, announced[nth]);
        Features::of([
            (Body::ThinPage, all < THIN_PAGE),
            (Body::InLastProse, 10 * above > 9 * all && above < all),
            (Body::BehindOthers, announced.has(Announced::OTHERS)),
            (Body::BehindShare, announced.has(Announced::SHARE)),
            (Body::BehindByline, announced.has(Announced::BYLINE)),
        ])
    }
}
