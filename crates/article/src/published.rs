use crate::article::Stamp;
use crate::choice::chances;
use crate::context::Context;
use crate::evidence::{Field, Finding, Reason};
use crate::features::{Features, Weighed};
use crate::profile::day_of_url;
use crate::reading::{Reading, only};
use crate::weights::{CONFLICT_MARGIN, LABELLED_UPDATE, Published, THRESHOLD, confidence};
use copydesk_blocks::{LabelKind, Role};
use copydesk_dates::{Kind, Mention, NaiveDate};
use std::cmp::Ordering;

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
    let mut published = Field::best(usable, THRESHOLD, reason(reading, &candidates));
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

/// Whether two labels of publication, about equally likely, stand before different days.
fn contradicts(candidates: &[Candidate<'_, '_>]) -> bool {
    let mut labelled = candidates
        .iter()
        .filter(|candidate| candidate.label == Some(LabelKind::Published) && candidate.day.is_ok());
    let Some(best) = labelled.next() else { return false };
    let least = best.features.log_odds() - CONFLICT_MARGIN;
    labelled.any(|other| other.day != best.day && other.features.log_odds() > least)
}

/// Why no date was taken: what the best candidate lacks, or where the dates stand.
fn reason(reading: &Reading<'_>, candidates: &[Candidate<'_, '_>]) -> Reason {
    let likely = candidates.first().filter(|best| best.chance >= THRESHOLD);
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
            finding.evidence.confidence = confidence(candidate.features.log_odds() + LABELLED_UPDATE);
            Some(finding)
        },
    );
    Field::best(later, THRESHOLD, Reason::NoCandidate)
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

/// What all dates of a page are weighed against.
struct Judge<'r, 't> {
    reading: &'r Reading<'t>,
    anchor: usize,
    fetched: Option<NaiveDate>,
    url_day: Option<NaiveDate>,
    /// Lines outside the prose that print a whole day, with that day.
    day_lines: Vec<(usize, NaiveDate)>,
    /// The last day that the prose tells of.
    told: Option<NaiveDate>,
    /// The day of all dates outside of prose and furniture, if they agree.
    only_day: Option<NaiveDate>,
    /// The first of them on the page, and the latest.
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
}

impl<'r, 't> Judge<'r, 't> {
    fn new(reading: &'r Reading<'t>, context: &Context<'_>, anchor: usize) -> Self {
        let mut judge = Self {
            reading,
            anchor,
            fetched: context.fetched,
            url_day: context.url.and_then(day_of_url),
            day_lines: Vec::new(),
            told: None,
            only_day: None,
            first_day: None,
            last_day: None,
        };
        let days = reading
            .mentions
            .iter()
            .filter_map(|mention| Some((reading.line_at(mention.span.start), judge.day(mention).ok()?)));
        let (told, outside): (Vec<_>, Vec<_>) = days.partition(|(line, _)| reading.is_prose(*line));
        judge.told = told.into_iter().map(|(_, day)| day).max();
        let own = outside.iter().filter(|(line, _)| is_own(reading, *line)).map(|(_, day)| *day);
        judge.only_day = only(own.clone());
        judge.first_day = own.clone().next();
        judge.last_day = own.max();
        judge.day_lines = outside;
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
            candidates.push(Candidate { mention, label, features, chance: 0.0, day: self.day(mention) });
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

    fn features(&self, mention: &Mention<'_>, line: usize, label: Option<LabelKind>) -> Features<Published> {
        let (reading, anchor, end) = (self.reading, self.anchor, self.reading.page.main.end);
        let steps = reading.steps(line, anchor);
        let in_prose = reading.is_prose(line) || line == anchor;
        let behind = line >= end && line > anchor;
        let day = self.day(mention).ok();
        let role = reading.page.lines[line].role;
        let is_own = !in_prose && is_own(reading, line);
        let (words_before, words_behind) = around(reading, mention, line);
        let line_bytes = reading.page.lines[line].span.len();
        Features::of([
            (Published::Base, true),
            (Published::Labelled, label == Some(LabelKind::Published)),
            (Published::LabelledUpdated, label == Some(LabelKind::Updated)),
            (Published::OwnLine, line_bytes <= mention.span.len() + OWN_LINE_SLACK_BYTES),
            (Published::InProse, in_prose),
            (Published::InFurniture, is_furniture(role)),
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
            (Published::OpensParagraph, in_prose && opens_line((words_before, words_behind))),
            (Published::InCaption, reading.is_picture(line)),
            (Published::OnBylineLine, reading.is_byline(line)),
            (Published::BeforeTold, day.is_some_and(|day| self.told.is_some_and(|told| day < told))),
            (Published::OnlyDay, is_own && day.is_some() && day == self.only_day),
            (Published::NoProseBetween, line > anchor && reading.paragraphs_between(anchor, line) == 0),
            (Published::OtherLabel, label.is_none() && words_before.trim_end().ends_with([':', '：'])),
            (Published::InAddress, is_in_address(reading.text, mention)),
            (Published::Weekday, mention.weekday.is_some()),
            (
                Published::Repeated,
                self.day_lines.iter().filter(|(_, other)| Some(*other) == day).count() >= 2,
            ),
            (Published::StartsLine, !in_prose && mention.span.start == reading.page.lines[line].span.start),
            (Published::FirstDay, is_own && day.is_some() && day == self.first_day),
            (Published::LastDay, is_own && day.is_some() && day == self.last_day),
            (Published::BehindWords, !in_prose && words(words_before) >= MANY_WORDS),
            (Published::BeforeWords, !in_prose && words(words_behind) >= MANY_WORDS),
            (Published::TopOfPage, reading.steps(0, line) <= 6 && line < anchor),
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

/// So many words beside a date make a sentence or caption of its line.
const MANY_WORDS: usize = 4;

/// What stands before and behind a date on its line.
fn around<'t>(reading: &Reading<'t>, mention: &Mention<'_>, line: usize) -> (&'t str, &'t str) {
    let line = &reading.page.lines[line].span;
    let (start, end) = (mention.span.start, mention.span.end);
    (&reading.text[line.start.min(start)..start], &reading.text[end..line.end.max(end)])
}

fn words(text: &str) -> usize {
    text.split_whitespace().take(MANY_WORDS).count()
}

/// Whether a line outside the prose may be the article's own, and no picture's.
fn is_own(reading: &Reading<'_>, line: usize) -> bool {
    !is_furniture(reading.page.lines[line].role) && !reading.is_picture(line)
}

/// Whether a line is not the article's own.
fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Related | Role::Comment | Role::Legal | Role::Caption)
}

/// Whether a date begins its line, brackets and a word aside, and a separator parts it from what follows: `3.5.2017 – The`.
fn opens_line((before, behind): (&str, &str)) -> bool {
    const FARTHEST: usize = 12;
    let behind = behind.trim_start_matches(' ');
    before.len() <= FARTHEST && behind.starts_with(['-', '–', '—', ':', '|', ')', '/', '•'])
}

/// Whether a date is part of an address: `example.org/2017/05/03/`.
fn is_in_address(text: &str, mention: &Mention<'_>) -> bool {
    let before = text[..mention.span.start].strip_suffix('/');
    before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
}
