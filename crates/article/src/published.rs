mod beside;
mod judge;

use crate::article::Stamp;
use crate::choice::chances;
use crate::context::Context;
use crate::evidence::{Field, Finding, Reason};
use crate::features::{Feature, Features, Weighed};
use crate::reading::Reading;
use crate::weights::{CONFLICT_MARGIN, LABELLED_UPDATE, Published, confidence};
use copydesk_blocks::LabelKind;
use copydesk_dates::{Mention, NaiveDate};
use judge::Judge;

/// When the article was published and when it was changed.
pub(crate) struct Dates {
    pub(crate) published: Field<Stamp>,
    pub(crate) modified: Field<Stamp>,
    /// The line of the date of publication.
    pub(crate) line: Option<usize>,
}

/// A date on the page, weighed as date of publication.
struct Candidate<'r, 't> {
    mention: &'r Mention<'t>,
    label: Option<LabelKind>,
    features: Features<Published>,
    /// How sure it is, 0 to 1.
    chance: f32,
    /// The day, or why the mention is none.
    day: Result<NaiveDate, Reason>,
}

/// Picks both dates; `anchor` is the line of the headline, or else the first line of the prose.
pub(crate) fn find(reading: &Reading<'_>, context: &Context<'_>, anchor: usize) -> Dates {
    let candidates = Judge::new(reading, context, anchor).candidates();
    let usable =
        candidates.iter().filter_map(|candidate| Some(candidate.finding(reading, candidate.day.ok()?)));
    let mut published = Field::best(usable, Published::THRESHOLD, reason(reading, &candidates));
    if contradicts(&candidates) {
        published.withdraw(Reason::Conflict);
    }
    let line = published.evidence().map(|evidence| reading.line_at(evidence.span.start));
    let modified = modified(reading, &candidates, published.value());
    Dates { published, modified, line }
}

/// All candidates with their weights, the best first.
pub(crate) fn weighed(reading: &Reading<'_>, context: &Context<'_>, anchor: usize) -> Vec<Weighed> {
    let candidates = Judge::new(reading, context, anchor).candidates();
    let weighed = |candidate: &Candidate<'_, '_>| {
        let printed = || candidate.mention.text.to_owned();
        let value = candidate.day.map_or_else(|_| printed(), |day| day.to_string());
        Weighed::new("published", value, candidate.mention.span.clone(), candidate.features)
    };
    candidates.iter().map(weighed).collect()
}

/// Whether the best stands under a label of publication, and near by or behind the article another day does, not much less
/// likely.
fn contradicts(candidates: &[Candidate<'_, '_>]) -> bool {
    let is_labelled = |one: &&Candidate<'_, '_>| one.label == Some(LabelKind::Published) && one.day.is_ok();
    let Some(best) = candidates.first().filter(is_labelled) else { return false };
    let least = (best.features.log_odds() + CONFLICT_MARGIN.ln()).max(0.0);
    let is_rival = |other: &Candidate<'_, '_>| {
        other.day != best.day
            && !other.features.hold(Published::FarFromHeadline)
            && other.features.log_odds() > least
    };
    candidates.iter().filter(is_labelled).any(is_rival)
}

/// Why no date was taken: what the likeliest lacks, or where the dates stand.
fn reason(reading: &Reading<'_>, candidates: &[Candidate<'_, '_>]) -> Reason {
    let lacking = lacking(candidates);
    let is_told = |candidate: &Candidate<'_, '_>| candidate.features.hold(Published::InProse);
    match lacking {
        Some(reason) => reason,
        None if reading.has_bare_label(LabelKind::Published) => Reason::LabelWithoutValue,
        None if candidates.is_empty() || !candidates.iter().all(is_told) => Reason::NoCandidate,
        None => Reason::OnlyBodyDates,
    }
}

/// What keeps the candidate from being a day that would be taken if it were one.
fn lacking(candidates: &[Candidate<'_, '_>]) -> Option<Reason> {
    let log_odds = |candidate: &Candidate<'_, '_>| candidate.features.without(Published::NoDay).log_odds();
    let values: Vec<_> = candidates.iter().map(|one| (one.value(), log_odds(one))).collect();
    let chances = chances(&values);
    let taken = candidates.iter().zip(chances).find(|(_, chance)| *chance >= Published::THRESHOLD);
    taken.and_then(|(candidate, _)| candidate.day.err())
}

/// The likeliest of the dates that a label calls those of a change, not before the day of publication.
fn modified(
    reading: &Reading<'_>,
    candidates: &[Candidate<'_, '_>],
    published: Option<&Stamp>,
) -> Field<Stamp> {
    let later = candidates.iter().filter(|candidate| candidate.label == Some(LabelKind::Updated)).filter_map(
        |candidate| {
            let day =
                candidate.day.ok().filter(|day| published.is_none_or(|published| published.day <= *day))?;
            let mut finding = candidate.finding(reading, day);
            finding.evidence.confidence = confidence(candidate.features.log_odds() + LABELLED_UPDATE);
            Some(finding)
        },
    );
    Field::best(later, Published::THRESHOLD, Reason::NoCandidate)
}

impl<'t> Candidate<'_, 't> {
    /// The day, or what is printed where that is none.
    fn value(&self) -> Result<NaiveDate, &'t str> {
        self.day.map_err(|_| self.mention.text)
    }

    fn finding(&self, reading: &Reading<'_>, day: NaiveDate) -> Finding<Stamp> {
        let time = self.mention.time;
        let seconds = |time: copydesk_dates::Time| {
            let minute = u32::from(time.minute?);
            Some(u32::from(time.hour) * 3600 + minute * 60 + u32::from(time.second.unwrap_or_default()))
        };
        let stamp = Stamp {
            day,
            time: time.and_then(seconds),
            offset: time.and_then(|time| time.offset),
            locale: reading.locale_of(self.mention.locales),
        };
        let rule = match self.label {
            Some(LabelKind::Published) => "date_after_label",
            Some(LabelKind::Updated) => "date_after_update_label",
            _ => "date_near_headline",
        };
        Finding::new(stamp, self.mention.span.clone(), rule, self.chance)
    }
}
