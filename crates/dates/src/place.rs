use crate::base::Base;
use crate::boundary::stands_alone;
use crate::clarity::{Clarity, clarity, fills};
use crate::deictic::deictic;
use crate::draft::Draft;
use crate::grammar::{day, mention, time_behind};
use crate::mention::{Issue, Issues, Kind, Mention};
use crate::reading::{Verdict, decide, is_weekday};
use crate::relative::{again, lasting, series, shift};
use crate::shift::Shift;
use crate::signed::signed;
use crate::summer::zoned;
use crate::token::{Grammar, Name, Token, Tokens};
use crate::window::Window;
use crate::{Deictic, Finder};
use copydesk_date_words::Calendar;
use std::cell::Cell;
use std::ops::Range;

/// A digit (or a word that can be a date) in a text, and what is known about the text.
pub(crate) struct Place<'a, 't> {
    pub(crate) text: &'t str,
    /// Where the mention before ends.
    pub(crate) floor: usize,
    pub(crate) anchor: usize,
    pub(crate) finder: &'a Finder<'a>,
}

/// What stands at a place.
pub(crate) enum Found<'t> {
    Mention(Mention<'t>),
    /// No date, or what reads like one that does not exist: the search goes on behind it.
    Nothing(usize),
}

impl<'t> Place<'_, 't> {
    /// What the tokens around the place say.
    pub(crate) fn found(&self, window: &Window<'_>) -> Found<'t> {
        let tokens = window.tokens();
        let Some(at) = tokens.iter().position(|token| token.start <= self.anchor && self.anchor < token.end)
        else {
            let len = self.text[self.anchor..].chars().next().map_or(1, char::len_utf8);
            return Found::Nothing(self.anchor + len);
        };
        if self.finder.deictic == Deictic::Skip && !window.may_hold_date() {
            return self.counted(tokens, at).unwrap_or(Found::Nothing(tokens[at].end));
        }
        self.counted(tokens, at)
            .or_else(|| self.absolute(tokens, at))
            .or_else(|| self.deictic(tokens, at))
            .unwrap_or(Found::Nothing(tokens[at].end))
    }

    /// `2 hours ago`; a time to come is no date of running text.
    fn counted(&self, tokens: Tokens<'_>, at: usize) -> Option<Found<'t>> {
        let (span, shift) = self.shift(tokens, at)?;
        let tokens = &tokens[at..];
        let behind = tokens.iter().position(|token| token.start >= span.end);
        let time = behind.and_then(|at| time_behind(&tokens[at..]).ok()).filter(|_| shift.is_of_days());
        let end = time
            .and_then(|(rest, _)| tokens[..tokens.len() - rest.len()].last())
            .map_or(span.end, |last| last.end);
        let span = span.start..end;
        let draft = Draft { date: None, weekday: None, time: time.map(|(_, time)| time), nth: None };
        let is_wanted = shift.is_past() || self.finder.deictic == Deictic::Find;
        let is_found = is_wanted && stands_alone(self.text, self.floor, &span, &draft);
        is_found.then(|| Found::Mention(self.pointing(span, &Base::Shift(shift), &draft)))
    }

    fn shift(&self, tokens: Tokens<'_>, at: usize) -> Option<(Range<usize>, Shift)> {
        let (from, context) = (&tokens[at..], &self.finder.context);
        let found = shift(self.text, self.floor, from, context)
            .or_else(|| series(self.text, self.floor, from, context));
        if self.finder.deictic == Deictic::Skip {
            return found;
        }
        found
            .map(|found| again(self.text, from, context, found))
            .or_else(|| lasting(tokens, at))
            .or_else(|| self.signed(from))
    }

    /// `-3 days`, which is a date only where the text holds nothing else.
    fn signed(&self, tokens: Tokens<'_>) -> Option<(Range<usize>, Shift)> {
        signed(self.text, self.floor, tokens, &self.finder.context).filter(|(span, _)| fills(self.text, span))
    }

    /// A date that says by itself which day it is.
    fn absolute(&self, tokens: Tokens<'_>, at: usize) -> Option<Found<'t>> {
        let context = &self.finder.context;
        let is_read = Cell::new(false);
        let is_believed = |span: &Range<usize>, draft: &Draft| {
            is_read.set(true);
            stands_alone(self.text, self.floor, span, draft)
                && self.is_believed(span, clarity(draft, context))
        };
        let (span, draft) = match self.leftmost(tokens, at, mention, is_believed) {
            Some(found) => found,
            // A date may be believed without the time beside it.
            None if is_read.get() => self.leftmost(tokens, at, day, is_believed)?,
            None => return None,
        };
        let Some(verdict) = draft.date.and_then(|date| decide(date, &draft, context)) else {
            return Some(Found::Nothing(span.end));
        };
        match draft.weekday.filter(|name| !is_weekday(*name, &verdict.reading, context)) {
            Some(name) => self.absolute(&without_weekday(tokens, name), at),
            None => Some(Found::Mention(self.dated(span, &draft, verdict))),
        }
    }

    /// What is a date in a short text only: `Tuesday`, `17:12`, `March`.
    fn deictic(&self, tokens: Tokens<'_>, at: usize) -> Option<Found<'t>> {
        if self.finder.deictic == Deictic::Skip {
            return None;
        }
        let (span, (base, draft)) = self.leftmost(tokens, at, deictic, |span, (base, draft)| {
            stands_alone(self.text, self.floor, span, draft)
                && self.is_believed(span, base.clarity(&self.text[span.clone()], draft, &self.finder.context))
        })?;
        Some(Found::Mention(self.pointing(span, &base, &draft)))
    }

    /// The first place from which the grammar reads as far as the anchor something to be believed.
    fn leftmost<T>(
        &self,
        tokens: Tokens<'_>,
        at: usize,
        grammar: Grammar<T>,
        is_believed: impl Fn(&Range<usize>, &T) -> bool,
    ) -> Option<(Range<usize>, T)> {
        let mut starts = (0..=at).filter(|first| tokens[*first].sign().is_none());
        starts.find_map(|first| {
            let (rest, found) = grammar(&tokens[first..]).ok()?;
            let last = tokens[..tokens.len() - rest.len()].last()?;
            let span = tokens[first].start..last.end;
            (span.end > self.anchor && is_believed(&span, &found)).then_some((span, found))
        })
    }

    fn is_believed(&self, span: &Range<usize>, clarity: Clarity) -> bool {
        match clarity {
            Clarity::Never => false,
            Clarity::Anywhere => true,
            Clarity::Short => self.finder.deictic == Deictic::Find,
            Clarity::Alone => self.finder.deictic == Deictic::Find && fills(self.text, span),
        }
    }

    fn dated(&self, span: Range<usize>, draft: &Draft, verdict: Verdict) -> Mention<'t> {
        let unzoned = draft.time.filter(|time| time.offset.is_none());
        let zoned = unzoned.and_then(|time| zoned(&self.text[span.end..], verdict.reading.date, time));
        let span = span.start..span.end + zoned.map_or(0, |(len, _)| len);
        let is_partial = draft.date.is_none_or(|date| date.year().is_none());
        Mention {
            text: &self.text[span.clone()],
            span,
            kind: if draft.nth.is_some() && is_partial { Kind::Relative } else { Kind::Absolute },
            date: verdict.reading.date,
            time: zoned.map(|(_, time)| time).or(draft.time),
            weekday: verdict.weekday,
            order: verdict.reading.order,
            rival: verdict.rival,
            locales: verdict.reading.locales,
            calendar: verdict.reading.calendar,
            issues: verdict.issues,
        }
    }

    fn pointing(&self, span: Range<usize>, base: &Base, draft: &Draft) -> Mention<'t> {
        let context = &self.finder.context;
        let moment = base.moment(context);
        let (date, time) = moment.unwrap_or_default();
        let issues = Issues::default();
        Mention {
            text: &self.text[span.clone()],
            span,
            kind: Kind::Relative,
            date,
            time: draft.time.or(time),
            weekday: base.weekday(context),
            order: None,
            rival: None,
            locales: base.locales(),
            calendar: Calendar::Gregorian,
            issues: if moment.is_some() { issues } else { issues.with(Issue::RelativeWithoutBase) },
        }
    }
}

/// The tokens, one word among them being no weekday.
fn without_weekday(tokens: Tokens<'_>, name: Name) -> Vec<Token> {
    let masked = |token: &Token| if token.start == name.start { token.without_weekday() } else { *token };
    tokens.iter().map(masked).collect()
}
