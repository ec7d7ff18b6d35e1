//! What speaks for and against a name as the author's.

use super::{Statement, statements, told};
use crate::features::Features;
use crate::reading::Reading;
use crate::weights::Authors;
use copydesk_blocks::Role as Zone;
use copydesk_bylines::{Rule, has_given_name};
use copydesk_lexicon::is_word;
use std::collections::BTreeSet;

/// The statements of a page that name authors, and what else tells them apart.
pub(super) struct Statements<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) all: Vec<Statement<'r, 't>>,
    /// The line of the headline.
    pub(super) anchor: usize,
    /// The words of the headline.
    headline: String,
    /// All lines that print it.
    pub(super) echoes: Vec<usize>,
    /// That of the date of publication.
    date: Option<usize>,
    /// The lines of the article, ascending.
    pub(super) body: &'r [usize],
    /// The names behind labels.
    labelled: BTreeSet<String>,
    /// How many different ones there are, those of one list counted once.
    labels: usize,
    /// The first statement of each line with a label on it, by its place among all.
    pub(super) by_label: Vec<usize>,
    /// The names beside which a biography, a job or an introduction stands.
    presented: BTreeSet<String>,
    /// The last words of names that the article's paragraphs say, sorted.
    told: Vec<&'t str>,
}

impl<'r, 't> Statements<'r, 't> {
    pub(super) fn of(
        reading: &'r Reading<'t>,
        anchor: usize,
        date: Option<usize>,
        body: &'r [usize],
    ) -> Self {
        let all = statements(reading);
        let labels = lists(reading, &all).collect::<BTreeSet<_>>().len();
        let keys = |is_such: fn(Rule) -> bool| {
            all.iter().filter(|one| is_such(one.byline.rule)).map(|one| one.key.clone()).collect()
        };
        let (labelled, presented) = (keys(is_labelled), keys(presents));
        let by_label = by_label(&all);
        let echoes = echoes(reading, anchor);
        let told = told::surnames(reading, &all);
        let headline = padded(reading.line(anchor));
        Self {
            reading,
            all,
            anchor,
            headline,
            echoes,
            date,
            body,
            labelled,
            labels,
            by_label,
            presented,
            told,
        }
    }

    pub(super) fn features(&self, statement: &Statement<'_, '_>) -> Features<Authors> {
        let reading = self.reading;
        let (rule, line, anchor) = (statement.byline.rule, statement.line, self.anchor);
        let end = reading.page.main.end;
        let (inside, behind) = (reading.page.main.contains(&line), line >= end);
        let zone = reading.page.lines[line].role;
        Features::of([
            (Authors::Base, true),
            (
                Authors::Labelled,
                rule == Rule::Labelled || rule == Rule::Preposition && has_given_names(statement),
            ),
            (Authors::BelowLabel, rule == Rule::LabelledNextLine),
            (Authors::NearDate, rule == Rule::NameNearDate),
            (Authors::Introduced, rule == Rule::Introduced),
            (Authors::OnlyLabel, is_labelled(rule) && self.labels == 1),
            (Authors::AtHeadline, line != anchor && reading.steps(line, anchor) <= 4),
            (Authors::BelowHeadline, reading.below(anchor) == Some(line)),
            (Authors::AtBodyEnd, behind && reading.steps(end.saturating_sub(1), line) <= 4),
            (Authors::BehindBody, behind),
            (Authors::FarAbove, line < anchor && reading.steps(line, anchor) > 4),
            (Authors::InsideBody, inside && reading.paragraphs_between(anchor, line) > 1),
            (
                Authors::InFurniture,
                matches!(zone, Zone::Related | Zone::Comment | Zone::Caption | Zone::Legal | Zone::Share),
            ),
            (Authors::InComments, zone == Zone::Comment),
            (Authors::AtDate, self.date.is_some_and(|date| reading.steps(date, line) <= 1)),
            (Authors::GivenName, !is_labelled(rule) && has_given_names(statement)),
            (
                Authors::GivenNameAboveBody,
                !is_labelled(rule) && has_given_names(statement) && self.is_above_body(line),
            ),
            (Authors::AmidBody, !is_labelled(rule) && self.is_amid_body(line)),
            (Authors::DatedAtHead, rule == Rule::NameBesideDate && self.is_at_head(line)),
            (Authors::SignsOff, rule != Rule::Signature && self.closes_prose(line) && self.is_at_end(line)),
            (Authors::AtEnd, self.is_at_end(line)),
            (Authors::BiographyAtEnd, rule == Rule::Biography && self.is_at_end(line)),
            (Authors::LabelElsewhere, !is_labelled(rule) && self.is_labelled_elsewhere(statement)),
            (Authors::PresentedElsewhere, !presents(rule) && self.is_presented(statement)),
            (Authors::AmongLabels, has_label(rule) && self.is_among_labels(statement)),
            (Authors::AmongNames, self.is_among_names(statement)),
            (Authors::AboveProse, reading.below(line).is_some_and(|below| reading.is_prose(below))),
            (Authors::OneWord, !statement.key.contains(' ') && !is_spaceless(&statement.key)),
            (Authors::InHeadline, self.is_in_headline(statement)),
            (Authors::InStory, !is_labelled(rule) && self.is_told(statement)),
            (Authors::First, self.is_first(statement)),
            (Authors::Signature, rule == Rule::Signature),
            (Authors::FillsLine, self.fills_line(statement)),
            (Authors::LabelFillsLine, is_labelled(rule) && self.labels == 1 && self.fills_line(statement)),
            (Authors::BelowStory, self.is_below_story(statement)),
        ])
    }

    fn is_labelled_elsewhere(&self, statement: &Statement<'_, '_>) -> bool {
        self.labelled.contains(&statement.key)
    }

    fn is_presented(&self, statement: &Statement<'_, '_>) -> bool {
        self.presented.contains(&statement.key)
    }

    /// Whether another name starts on the next line, or the one above.
    fn is_among_names(&self, statement: &Statement<'_, '_>) -> bool {
        let line = statement.line;
        self.reading.neighbours(line).any(|next| {
            let from = self.all.partition_point(|one| one.line < next);
            self.all[from..].iter().take_while(|one| one.line == next).any(|one| one.key != statement.key)
        })
    }

    fn is_told(&self, statement: &Statement<'_, '_>) -> bool {
        statement.authors().any(|one| self.told.binary_search(&told::surname(one.name)).is_ok())
    }

    fn is_in_headline(&self, statement: &Statement<'_, '_>) -> bool {
        statement.authors().any(|one| self.headline.contains(&padded(one.name)))
    }
}

/// The lines that print the headline; no more than a page has, so that each name may be measured from all of them.
fn echoes(reading: &Reading<'_>, anchor: usize) -> Vec<usize> {
    const MOST: usize = 8;
    let headline = Some(reading.line(anchor)).filter(|headline| !headline.is_empty());
    (0..reading.page.lines.len()).filter(|at| Some(reading.line(*at)) == headline).take(MOST).collect()
}

/// The names behind labels; of several under one label, the first.
fn lists<'s>(reading: &Reading<'_>, statements: &'s [Statement<'_, '_>]) -> impl Iterator<Item = &'s str> {
    const NEXT: u32 = 2;
    let mut before: Option<&Statement<'_, '_>> = None;
    statements.iter().filter(|one| is_labelled(one.byline.rule)).filter_map(move |one| {
        let before = before.replace(one);
        let goes_on = |before: &Statement<'_, '_>| {
            one.byline.rule == Rule::LabelledNextLine
                && before.byline.rule == Rule::LabelledNextLine
                && reading.steps(before.line, one.line) <= NEXT
        };
        (!before.is_some_and(goes_on)).then_some(&*one.key)
    })
}

/// The first statement of each line with a label on it.
fn by_label(statements: &[Statement<'_, '_>]) -> Vec<usize> {
    let mut places: Vec<usize> =
        (0..statements.len()).filter(|at| has_label(statements[*at].byline.rule)).collect();
    places.dedup_by_key(|at| statements[*at].line);
    places
}

/// Whether each name has a given one. In scripts without blanks nothing tells.
fn has_given_names(statement: &Statement<'_, '_>) -> bool {
    statement.authors().all(|one| has_given_name(one.name) || is_spaceless(one.name))
}

fn is_spaceless(name: &str) -> bool {
    name.chars().all(copydesk_lexicon::is_spaceless)
}

/// Whether the page says beside the name who its bearer is.
fn presents(rule: Rule) -> bool {
    matches!(rule, Rule::Biography | Rule::Introduced | Rule::NameWithRole | Rule::NameBeforeLabel)
}

fn is_labelled(rule: Rule) -> bool {
    has_label(rule) || rule == Rule::LabelledNextLine
}

/// Whether the label stands on the same line.
fn has_label(rule: Rule) -> bool {
    matches!(rule, Rule::Labelled | Rule::Preposition)
}

/// The words in small letters, with a blank before and behind each.
fn padded(text: &str) -> String {
    let words = copydesk_lexicon::fold(text);
    let words = words.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |text, word| text + word + " ")
}
