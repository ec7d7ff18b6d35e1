//! What counts as right, per field.
//!
//! - headline: the same letters and digits as an accepted form, or nine words in ten the same;
//! - published, modified: an accepted day; a part of a date that agrees counts neither way, unless the text itself has no day;
//! - authors, agency: sets of names;
//! - language: the primary subtag;
//! - body: how many of the wanted fragments are in, how many of the unwanted are out.
//!
//! Recall is taken over what the text shows, precision over what was predicted.

use super::days::Day;
use super::fold::{overlap, squeeze, words};
use super::names::{Names, list, strings};
use serde_json::Value;
use std::collections::BTreeSet;

/// What is scored, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Headline,
    Published,
    Modified,
    Authors,
    Agency,
    Language,
    Body,
}

impl Field {
    pub(crate) const ALL: [Self; 7] = [
        Self::Headline,
        Self::Published,
        Self::Modified,
        Self::Authors,
        Self::Agency,
        Self::Language,
        Self::Body,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Authors => "authors",
            Self::Agency => "agency",
            Self::Language => "language",
            Self::Body => "body",
        }
    }

    /// Where the gold has it.
    pub(super) fn gold_key(self) -> &'static str {
        match self {
            Self::Headline => "title",
            Self::Published => "dates_ok",
            Self::Modified => "modified",
            Self::Authors => "authors",
            Self::Agency => "agency",
            Self::Language => "lang",
            Self::Body => "body_snippets",
        }
    }
}

/// Counts of values in one document: one or none, but for names and fragments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Gold values that the text shows.
    pub(crate) visible: usize,
    pub(crate) predicted: usize,
    pub(crate) correct: usize,
    /// Correct and visible.
    pub(crate) found: usize,
    /// Values that the gold knows to be wrong: fragments that are not of the body.
    pub(crate) unwanted: usize,
    /// How bad it is: a wrong value is worse than a missing one.
    pub(crate) fault: usize,
}

impl Verdict {
    fn one(visible: bool, predicted: bool, correct: bool) -> Self {
        Self {
            visible: visible.into(),
            predicted: predicted.into(),
            correct: correct.into(),
            found: (correct && visible).into(),
            unwanted: 0,
            fault: match (correct, predicted) {
                (true, _) => 0,
                (false, true) => 2,
                (false, false) => visible.into(),
            },
        }
    }
}

/// Judges a cell; `None` if nobody knows the right value.
pub(crate) fn judge(names: &Names, field: Field, gold: &Value, cell: &str) -> Option<Verdict> {
    let cell = cell.trim();
    match field {
        Field::Headline => headline(gold, cell),
        Field::Published => published(gold, cell),
        Field::Modified => modified(gold, cell),
        Field::Authors => authors(names, gold, cell),
        Field::Agency => agency(names, gold, cell),
        Field::Language => language(gold, cell),
        Field::Body => body(gold, cell),
    }
}

fn headline(gold: &Value, cell: &str) -> Option<Verdict> {
    let title = gold["title"].as_str()?;
    let accepted: Vec<&str> = strings(gold, "titles_ok").collect();
    let accepted = if accepted.is_empty() { vec![title] } else { accepted };
    let found = words(cell);
    let is_same = |title: &str| {
        let title = words(title);
        title.concat() == found.concat() || overlap(&title, &found) >= 0.9
    };
    let correct = !cell.is_empty() && accepted.into_iter().any(is_same);
    Some(Verdict::one(gold["title_visible"] == true, !cell.is_empty(), correct))
}

fn published(gold: &Value, cell: &str) -> Option<Verdict> {
    let date = gold["date"].as_str().filter(|date| !date.is_empty())?;
    let accepted: Vec<&str> = strings(gold, "dates_ok").collect();
    let accepted = if accepted.is_empty() { vec![date] } else { accepted };
    let text = gold["date_visible"].as_str().unwrap_or_default();
    let has_no_day =
        text == "partial" && gold["date_form"].as_str().is_some_and(|form| form.starts_with("no-day"));
    Some(day(&accepted, text == "full", has_no_day, cell))
}

fn modified(gold: &Value, cell: &str) -> Option<Verdict> {
    let date = gold["modified"].as_str().filter(|date| !date.is_empty())?;
    Some(day(&[date], gold["modified_visible"] == "full", false, cell))
}

fn day(accepted: &[&str], visible: bool, has_no_day: bool, cell: &str) -> Verdict {
    match Day::read(cell) {
        Day::Full(day, utc) => {
            let is_right = |ok: &&str| **ok == day || utc.as_deref() == Some(ok);
            Verdict::one(visible, true, accepted.iter().any(is_right))
        }
        Day::Partial(part) if !accepted.iter().any(|day| day.starts_with(&part)) => {
            Verdict::one(visible, true, false)
        }
        Day::Partial(part) if has_no_day && part.len() == "2017-05".len() => Verdict::one(false, true, true),
        Day::Partial(_) => Verdict::one(visible, false, false),
        Day::Unreadable => Verdict::one(visible, !cell.is_empty(), false),
    }
}

fn authors(names: &Names, gold: &Value, cell: &str) -> Option<Verdict> {
    let (wanted, visible) = people(gold, "authors", |name| names.person(name))?;
    let counts = |key: &String, name| wanted.contains(key) || !names.is_neutral(name, gold);
    let found = list(cell).map(|name| (names.person(name), name)).filter(|(key, name)| counts(key, name));
    Some(set(&wanted, &visible, &found.map(|(key, _)| key).collect()))
}

fn agency(names: &Names, gold: &Value, cell: &str) -> Option<Verdict> {
    let (wanted, visible) =
        people(gold, "agency", |name| names.agency(name)).filter(|(all, _)| !all.is_empty())?;
    Some(set(&wanted, &visible, &list(cell).map(|name| names.agency(name)).collect()))
}

/// The keys of all names, and of those that the text shows.
fn people(
    gold: &Value,
    key: &str,
    fold: impl Fn(&str) -> String,
) -> Option<(BTreeSet<String>, BTreeSet<String>)> {
    let all = gold[key].as_array()?;
    let shown = gold[format!("{key}_visible")].as_array().map(Vec::as_slice).unwrap_or_default();
    let shown = all.iter().zip(shown).filter(|(_, visible)| **visible == true).map(|(name, _)| name);
    let keys = |name: &Value| name.as_str().map(&fold);
    Some((all.iter().filter_map(keys).collect(), shown.filter_map(keys).collect()))
}

fn set(wanted: &BTreeSet<String>, visible: &BTreeSet<String>, found: &BTreeSet<String>) -> Verdict {
    let found: BTreeSet<&String> = found.iter().filter(|key| !key.is_empty()).collect();
    let correct = found.iter().filter(|key| wanted.contains(**key)).count();
    let seen = found.iter().filter(|key| visible.contains(**key)).count();
    Verdict {
        visible: visible.len(),
        predicted: found.len(),
        correct,
        found: seen,
        unwanted: 0,
        fault: 2 * (found.len() - correct) + visible.len() - seen,
    }
}

fn language(gold: &Value, cell: &str) -> Option<Verdict> {
    let lang = gold["lang"].as_str().filter(|lang| !lang.is_empty())?;
    let correct = primary(cell) == lang;
    Some(Verdict { fault: (!correct).into(), ..Verdict::one(true, !cell.is_empty(), correct) })
}

/// The primary subtag, in today's form.
fn primary(tag: &str) -> String {
    let tag = tag.to_lowercase();
    match tag.split(['-', '_']).next().unwrap_or_default() {
        "nb" | "nn" => "no",
        "iw" => "he",
        "in" => "id",
        "ji" => "yi",
        "fil" => "tl",
        other => other,
    }
    .into()
}

fn body(gold: &Value, cell: &str) -> Option<Verdict> {
    let fragments = &gold["body_snippets"];
    let text = squeeze(cell);
    let inside = |key| strings(fragments, key).filter(|fragment| text.contains(&squeeze(fragment))).count();
    let wanted = strings(fragments, "with").count();
    let (kept, leaked) = (inside("with"), inside("without"));
    let verdict = Verdict {
        visible: wanted,
        predicted: kept + leaked,
        correct: kept,
        found: kept,
        unwanted: strings(fragments, "without").count(),
        fault: wanted - kept + leaked,
    };
    (wanted > 0).then_some(verdict)
}

#[cfg(test)]
mod tests;
