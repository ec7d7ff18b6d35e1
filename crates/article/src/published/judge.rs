use super::Candidate;
use super::beside::Beside;
use crate::choice::chances;
use crate::context::Context;
use crate::evidence::Reason;
use crate::features::Features;
use crate::profile::day_of_url;
use crate::reading::Reading;
use crate::weights::Published;
use copydesk_blocks::{LabelKind, Role};
use copydesk_dates::{Issue, Kind, Mention, NaiveDate};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Older dates belong to what an article tells, not to a page: the web began then.
const FIRST_YEAR: i32 = 1991;
/// What a date line holds beside the date: a weekday, "Uhr", a separator.
const OWN_LINE_SLACK_BYTES: usize = 16;
/// Lines with other days this near make a list of articles.
const LIST_REACH: u32 = 6;
/// Lines may hold many dates: no more of them are looked at.
const MOST_NEAR: usize = 400;
/// Lines this near to the headline or the first paragraph belong to it.
const NEAR: u32 = 3;

/// What all dates of a page are weighed against.
pub(super) struct Judge<'r, 't> {
    reading: &'r Reading<'t>,
    anchor: usize,
    fetched: Option<NaiveDate>,
    url_day: Option<NaiveDate>,
    /// Lines outside the prose that print a whole day, with that day.
    day_lines: Vec<(usize, NaiveDate)>,
    /// How many of them print a day.
    printed: BTreeMap<NaiveDate, usize>,
    /// Those that may be the article's own.
    own: Days,
    /// Those of them between the headline and the prose.
    head: Days,
    /// Those of them below the headline and before the end of the article.
    below: Days,
    /// Those of them under a label of publication.
    labelled: Days,
    /// The last day that the prose tells of.
    told: Option<NaiveDate>,
    /// The day of the first comment.
    commented: Option<NaiveDate>,
    /// Whether a date between the headline and the prose stands for no day.
    is_head_open: bool,
}

/// What a set of days comes to: the first on the page, and the range.
#[derive(Clone, Copy, Default)]
struct Days {
    first: Option<NaiveDate>,
    range: Option<(NaiveDate, NaiveDate)>,
}

impl Days {
    fn add(&mut self, day: NaiveDate) {
        self.first = self.first.or(Some(day));
        let (from, to) = self.range.unwrap_or((day, day));
        self.range = Some((from.min(day), to.max(day)));
    }

    fn earliest(&self) -> Option<NaiveDate> {
        self.range.map(|(from, _)| from)
    }

    fn latest(&self) -> Option<NaiveDate> {
        self.range.map(|(_, to)| to)
    }

    /// The day, if there is only one.
    fn only(&self) -> Option<NaiveDate> {
        self.range.filter(|(from, to)| from == to).map(|(from, _)| from)
    }

    /// Whether one of them is another day.
    fn has_other(&self, day: Option<NaiveDate>) -> bool {
        self.range.is_some_and(|(from, to)| Some(from) != day || Some(to) != day)
    }
}

impl<'r, 't> Judge<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, context: &Context<'_>, anchor: usize) -> Self {
        let mut judge = Self {
            reading,
            anchor,
            fetched: context.fetched,
            url_day: context.url.and_then(day_of_url),
            day_lines: Vec::new(),
            printed: BTreeMap::new(),
            own: Days::default(),
            head: Days::default(),
            below: Days::default(),
            labelled: Days::default(),
            told: None,
            commented: None,
            is_head_open: false,
        };
        judge.survey();
        judge
    }

    /// Looks over all dates.
    fn survey(&mut self) {
        for (mention, line, label) in labelled(self.reading) {
            let is_own = self.is_own(mention, line);
            let Some(day) = self.seen(mention) else {
                self.is_head_open |= is_own && mention.kind == Kind::Relative && self.is_head(line);
                continue;
            };
            if self.reading.is_prose(line) {
                self.told = self.told.max(Some(day));
                continue;
            }
            self.day_lines.push((line, day));
            *self.printed.entry(day).or_default() += 1;
            if self.reading.page.lines[line].role == Role::Comment {
                self.commented = Some(self.commented.map_or(day, |first| first.min(day)));
            }
            if is_own {
                self.own.add(day);
                if label == Some(LabelKind::Published) {
                    self.labelled.add(day);
                }
                if self.is_head(line) {
                    self.head.add(day);
                }
                if (self.anchor + 1..self.reading.page.main.end).contains(&line) {
                    self.below.add(day);
                }
            }
        }
    }

    /// The best first. Of mentions that differ in nothing but their place, the first stands for all: a day does not grow
    /// likelier with each comment of that day.
    pub(super) fn candidates(&self) -> Vec<Candidate<'r, 't>> {
        let mut candidates = Vec::new();
        let mut known = BTreeSet::new();
        for (mention, line, label) in labelled(self.reading) {
            let features = self.features(mention, line, label);
            let candidate = Candidate { mention, label, features, chance: 0.0, day: self.day(mention) };
            if known.insert((candidate.value(), features.bits())) {
                candidates.push(candidate);
            }
        }
        let values: Vec<_> = candidates.iter().map(|one| (one.value(), one.features.log_odds())).collect();
        for (candidate, chance) in candidates.iter_mut().zip(chances(&values)) {
            candidate.chance = chance;
        }
        // Of a day, its best mention; stable: of equals, the first on the page stays first.
        let key = |one: &Candidate<'_, '_>| (one.chance, one.features.log_odds());
        candidates.sort_by(|a, b| key(b).partial_cmp(&key(a)).unwrap_or(Ordering::Equal));
        candidates
    }

    /// The one day that a mention stands for, or what it lacks.
    fn day(&self, mention: &Mention<'_>) -> Result<NaiveDate, Reason> {
        if mention.kind == Kind::Relative {
            return Err(Reason::RelativeWithoutBase);
        }
        if mention.rival.is_some() {
            return Err(Reason::AmbiguousOrder);
        }
        let day = mention.date.to_naive().ok_or(Reason::Incomplete)?;
        let plausible =
            mention.date.year >= Some(FIRST_YEAR) && self.fetched.is_none_or(|fetched| day <= fetched);
        if plausible { Ok(day) } else { Err(Reason::Implausible) }
    }

    /// The day that a mention stands for, or is likeliest to stand for.
    fn seen(&self, mention: &Mention<'_>) -> Option<NaiveDate> {
        match self.day(mention) {
            Err(Reason::AmbiguousOrder) => mention.date.to_naive(),
            day => day.ok(),
        }
    }

    fn features(&self, mention: &Mention<'_>, line: usize, label: Option<LabelKind>) -> Features<Published> {
        let (reading, anchor, end) = (self.reading, self.anchor, self.reading.page.main.end);
        let steps = reading.steps(line, anchor);
        let in_prose = reading.is_prose(line) || line == anchor;
        let behind = line >= end && line > anchor;
        let below = line > anchor && !behind;
        let day = self.seen(mention);
        let role = reading.page.lines[line].role;
        let is_own = !in_prose && self.is_own(mention, line);
        let is_head = !in_prose && self.is_head(line);
        let beside = Beside::of(reading, mention, line);
        let part = beside.in_part();
        let paragraphs = reading.paragraphs_between(anchor, line);
        let line_bytes = reading.page.lines[line].span.len();
        let is_byline = reading.is_byline(line);
        let is_labelled = label.is_some() || is_byline;
        let opens = in_prose && beside.opens();
        let is = |other: Option<NaiveDate>| is_own && day.is_some() && day == other;
        let body_steps = reading.steps(line, reading.page.main.start);
        Features::of([
            (Published::Base, true),
            (Published::Labelled, label == Some(LabelKind::Published)),
            (Published::LabelledUpdated, label == Some(LabelKind::Updated)),
            (
                Published::UpdatedLater,
                label == Some(LabelKind::Updated)
                    && day.is_some_and(|day| self.own.earliest().is_some_and(|first| first < day)),
            ),
            (Published::OwnLine, line_bytes <= mention.span.len() + OWN_LINE_SLACK_BYTES),
            (Published::OwnPart, !in_prose && part.is_little()),
            (Published::InProse, in_prose),
            (Published::InFurniture, is_furniture(role)),
            (Published::AtHeadline, !in_prose && steps <= NEAR),
            (Published::NearHeadline, !in_prose && (4..=8).contains(&steps)),
            (Published::FarFromHeadline, steps > 8 && !behind),
            (Published::AboveHeadline, line < anchor && steps > NEAR),
            (Published::AtBody, !in_prose && line < reading.page.main.start + 1 && body_steps <= NEAR),
            (Published::BelowProse, !in_prose && below && paragraphs >= 2),
            (Published::BehindBody, behind),
            (Published::AtBodyEnd, behind && reading.steps(end.saturating_sub(1), line) <= 4),
            (Published::TimeOfDay, mention.time.is_some()),
            (Published::AtByline, is_byline || reading.neighbours(line).any(|at| reading.is_byline(at))),
            (Published::AmongOthers, self.other_days_near(line, day) >= 2),
            (Published::InUrl, day.is_some() && day == self.url_day),
            (Published::OpensParagraph, opens),
            (Published::OpensArticle, opens && below && paragraphs <= 2),
            (Published::ClosesParagraph, in_prose && beside.closes()),
            (Published::InCaption, reading.is_picture(line)),
            (Published::OnBylineLine, is_byline),
            (Published::BeforeTold, day.is_some_and(|day| self.told.is_some_and(|told| day < told))),
            (Published::OnlyDay, is(self.own.only())),
            (Published::NoProseBetween, line > anchor && paragraphs == 0),
            (Published::OtherLabel, label.is_none() && beside.is_behind_colon()),
            (Published::InName, beside.is_in_name()),
            (Published::Weekday, has_weekday(mention)),
            (Published::Repeated, self.repeats(day) >= 2),
            (Published::RepeatedOften, self.repeats(day) >= 4),
            (Published::StartsLine, !in_prose && beside.is_first()),
            (Published::FirstDay, is(self.own.first)),
            (Published::LastDay, is(self.own.latest())),
            (Published::FirstInHead, is_head && is(self.head.first)),
            (Published::OtherInHead, is_own && !is_head && self.head.has_other(day)),
            (Published::OtherBelow, is_own && line < anchor && self.below.has_other(day)),
            (Published::OtherLabelled, is_own && label.is_none() && self.labelled.has_other(day)),
            (Published::InRange, beside.is_in_range()),
            (Published::AtReply, self.is_at_reply(line)),
            (Published::BesideRelative, !is_head && self.is_head_open),
            (Published::BehindWords, !in_prose && !is_labelled && part.is_behind_words()),
            (Published::BeforeWords, !in_prose && !is_labelled && part.is_before_words()),
            (Published::EndsSentence, beside.ends_sentence()),
            (Published::TopOfPage, reading.steps(0, line) <= 6 && line < anchor),
            (Published::AfterComment, day.is_some_and(|day| self.commented.is_some_and(|first| first < day))),
            (Published::NoDay, day.is_none()),
        ])
    }

    /// How many lines outside the prose print the day.
    fn repeats(&self, day: Option<NaiveDate>) -> usize {
        day.and_then(|day| self.printed.get(&day)).copied().unwrap_or_default()
    }

    /// Whether a date outside the prose may be the article's own.
    fn is_own(&self, mention: &Mention<'_>, line: usize) -> bool {
        !is_furniture(self.reading.page.lines[line].role)
            && !self.reading.is_picture(line)
            && !Beside::of(self.reading, mention, line).is_in_name()
    }

    /// Whether a line stands between the headline and the prose, or right above the headline.
    fn is_head(&self, line: usize) -> bool {
        let is_below = line > self.anchor
            && line < self.reading.page.main.end
            && self.reading.paragraphs_between(self.anchor, line) == 0;
        is_below || self.reading.steps(line, self.anchor) <= NEAR
    }

    /// Whether a button to answer a comment stands on one of the next lines.
    fn is_at_reply(&self, line: usize) -> bool {
        let is_reply = |at: &usize| {
            self.reading.page.lines[*at].label.is_some_and(|label| label.kind == LabelKind::Reply)
        };
        let below = std::iter::successors(self.reading.below(line), |at| self.reading.below(*at));
        below.take(NEAR as usize).any(|at| is_reply(&at))
    }

    /// How many lines near by print another day.
    fn other_days_near(&self, line: usize, day: Option<NaiveDate>) -> usize {
        let near = self.day_lines.partition_point(|(at, _)| *at + 4 * LIST_REACH as usize <= line);
        self.day_lines[near..]
            .iter()
            .take_while(|(at, _)| *at <= line + 4 * LIST_REACH as usize)
            .take(MOST_NEAR)
            .filter(|(at, other)| {
                *at != line && Some(*other) != day && self.reading.steps(*at, line) <= LIST_REACH
            })
            .count()
    }
}

/// All dates with their lines and labels, in the order of the page.
fn labelled<'r, 't>(
    reading: &'r Reading<'t>,
) -> impl Iterator<Item = (&'r Mention<'t>, usize, Option<LabelKind>)> {
    let mut end_of_last = 0;
    reading.mentions.iter().map(move |mention| {
        let line = reading.line_at(mention.span.start);
        let gap = end_of_last..mention.span.start;
        end_of_last = mention.span.end;
        (mention, line, reading.label_before(line, gap))
    })
}

/// Whether the weekday is printed with the date; a word that would make it another one is none.
fn has_weekday(mention: &Mention<'_>) -> bool {
    mention.weekday.is_some() && !mention.issues.contains(Issue::WeekdayMismatch)
}

/// Whether a line is not the article's own.
fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Related | Role::Comment | Role::Legal | Role::Caption)
}
