use crate::article::Stamp;
use crate::context::Context;
use crate::evidence::{Field, Finding, Reason};
use crate::features::{Features, Weighed};
use crate::reading::Reading;
use crate::weights::{CONFLICT_MARGIN, LABELLED_UPDATE, Published, THRESHOLD, confidence};
use copydesk_blocks::{LabelKind, Role};
use copydesk_dates::{Kind, Mention, NaiveDate};

/// Older dates belong to what an article tells, not to a page: the web began then.
const FIRST_YEAR: i32 = 1991;
/// What a date line holds beside the date: a weekday, "Uhr", a separator.
const OWN_LINE_SLACK_BYTES: usize = 16;
/// Lines with other days this near make a list of articles.
const LIST_REACH: u32 = 6;

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
    score: f32,
    /// The day, or why the mention is none.
    day: Result<NaiveDate, Reason>,
}

/// Picks both dates; `anchor` is the line of the headline, or else the first line of the prose.
pub(crate) fn find(reading: &Reading<'_>, context: &Context<'_>, anchor: usize) -> Dates {
    let candidates = Judge::new(reading, context, anchor).candidates();
    let usable =
        candidates.iter().filter_map(|candidate| Some(candidate.finding(reading, candidate.day.ok()?)));
    let mut published = Field::best(usable, reason(reading, &candidates));
    if contradicts(&candidates) {
        published.outcome = Err(Reason::Conflict);
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

/// Whether two labels of publication, equally likely, stand before different days.
fn contradicts(candidates: &[Candidate<'_, '_>]) -> bool {
    let likely = |candidate: &&Candidate<'_, '_>| confidence(candidate.score) >= THRESHOLD;
    let mut labelled = candidates
        .iter()
        .filter(likely)
        .filter(|candidate| candidate.label == Some(LabelKind::Published) && candidate.day.is_ok());
    let Some(best) = labelled.next() else { return false };
    labelled.any(|other| other.day != best.day && best.score - other.score < CONFLICT_MARGIN)
}

/// Why no date was taken: what the best candidate lacks, or where the dates stand.
fn reason(reading: &Reading<'_>, candidates: &[Candidate<'_, '_>]) -> Reason {
    let likely = candidates.first().filter(|best| confidence(best.score) >= THRESHOLD);
    match likely.map(|best| best.day) {
        Some(Err(reason)) => reason,
        _ if reading.has_bare_label(LabelKind::Published) => Reason::LabelWithoutValue,
        _ if candidates.is_empty() => Reason::NoCandidate,
        _ => Reason::OnlyBodyDates,
    }
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
            finding.evidence.confidence = confidence(candidate.score + LABELLED_UPDATE);
            Some(finding)
        },
    );
    Field::best(later, Reason::NoCandidate)
}

impl Candidate<'_, '_> {
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
        Finding::new(stamp, self.mention.span.clone(), rule, confidence(self.score))
    }
}

/// What all dates of a page are weighed against.
struct Judge<'r, 't> {
    reading: &'r Reading<'t>,
    anchor: usize,
    fetched: Option<NaiveDate>,
    url_day: Option<NaiveDate>,
    /// Lines outside the prose that print a whole day, with that day.
    day_lines: Vec<(usize, NaiveDate)>,
}

impl<'r, 't> Judge<'r, 't> {
    fn new(reading: &'r Reading<'t>, context: &Context<'_>, anchor: usize) -> Self {
        let mut judge = Self {
            reading,
            anchor,
            fetched: context.fetched,
            url_day: context.url.and_then(day_of_url),
            day_lines: Vec::new(),
        };
        judge.day_lines = reading
            .mentions
            .iter()
            .map(|mention| (reading.line_at(mention.span.start), judge.day(mention)))
            .filter(|(line, _)| !reading.is_prose(*line))
            .filter_map(|(line, day)| Some((line, day.ok()?)))
            .collect();
        judge
    }

    /// The best first.
    fn candidates(&self) -> Vec<Candidate<'r, 't>> {
        let mut end_of_last = 0;
        let mut candidates = Vec::new();
        for mention in &self.reading.mentions {
            let line = self.reading.line_at(mention.span.start);
            let label = self.reading.label_before(line, end_of_last..mention.span.start);
            end_of_last = mention.span.end;
            let features = self.features(mention, line, label);
            let (score, day) = (features.log_odds(), self.day(mention));
            candidates.push(Candidate { mention, label, features, score, day });
        }
        // Stable: of equals, the first on the page stays first.
        candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
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

    fn features(&self, mention: &Mention<'_>, line: usize, label: Option<LabelKind>) -> Features<Published> {
        let (reading, anchor, end) = (self.reading, self.anchor, self.reading.page.main.end);
        let steps = reading.steps(line, anchor);
        let in_prose = reading.is_prose(line) || line == anchor;
        let behind = line >= end && line > anchor;
        let day = self.day(mention).ok();
        let role = reading.page.lines[line].role;
        let line_bytes = reading.page.lines[line].span.len();
        Features::of([
            (Published::Base, true),
            (Published::Labelled, label == Some(LabelKind::Published)),
            (Published::LabelledUpdated, label == Some(LabelKind::Updated)),
            (Published::OwnLine, line_bytes <= mention.span.len() + OWN_LINE_SLACK_BYTES),
            (Published::InProse, in_prose),
            (
                Published::InFurniture,
                matches!(role, Role::Related | Role::Comment | Role::Legal | Role::Caption),
            ),
            (Published::AtHeadline, !in_prose && steps <= 3),
            (Published::NearHeadline, !in_prose && (4..=8).contains(&steps)),
            (Published::FarFromHeadline, steps > 8 && !behind),
            (Published::AboveHeadline, line < anchor && steps > 3),
            (Published::BehindBody, behind),
            (Published::AtBodyEnd, behind && reading.steps(end.saturating_sub(1), line) <= 4),
            (Published::TimeOfDay, mention.time.is_some()),
            (
                Published::AtByline,
                reading.is_byline(line) || reading.neighbours(line).any(|at| reading.is_byline(at)),
            ),
            (Published::AmongOthers, self.other_days_near(line, day) >= 2),
            (Published::InUrl, day.is_some() && day == self.url_day),
        ])
    }

    /// How many lines near by print another day.
    fn other_days_near(&self, line: usize, day: Option<NaiveDate>) -> usize {
        let near = self.day_lines.partition_point(|(at, _)| *at + 4 * LIST_REACH as usize <= line);
        self.day_lines[near..]
            .iter()
            .take_while(|(at, _)| *at <= line + 4 * LIST_REACH as usize)
            .filter(|(at, other)| {
                *at != line && Some(*other) != day && self.reading.steps(*at, line) <= LIST_REACH
            })
            .count()
    }
}

fn day_of_url(url: &str) -> Option<NaiveDate> {
    copydesk_dates::find(url).iter().find_map(|mention| mention.date.to_naive())
}
