//! How well agencies are told from mere mentions, and datelines read, over a gold set.

use copydesk_bylines::{Contributor, Medium, Role, Rule, agency, dateline, find};
use serde::Deserialize;
use std::fmt::Write;

#[derive(Deserialize)]
struct Gold {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    language: String,
    text: String,
    #[serde(default)]
    agencies: Vec<String>,
    place: Option<String>,
}

/// What was right, wrong and missed.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn add(&mut self, expected: &[String], found: &[String]) {
        let right = found.iter().filter(|one| expected.contains(one)).count();
        self.right += right;
        self.wrong += found.len() - right;
        self.missed += expected.len() - right;
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed) as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.precision() * self.recall() / (self.precision() + self.recall())
    }
}

/// Codes of the agencies that are credited for a text, each once.
fn agencies(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for byline in find(text).iter().filter(|byline| byline.rule != Rule::PhotoCredit) {
        for code in byline.contributors.iter().filter_map(|one| text_source(text, one)) {
            if !codes.iter().any(|known| known == code) {
                codes.push(code.to_owned());
            }
        }
    }
    codes
}

fn text_source(text: &str, one: &Contributor<'_>) -> Option<&'static str> {
    let span = one.affiliation.clone().unwrap_or_else(|| one.span.clone());
    let is_photo = agency(&text[span]).is_some_and(|agency| agency.medium == Medium::Photo);
    let is_maker = matches!(one.role, Role::Author | Role::Reporter | Role::Contributor | Role::Source);
    one.agency.filter(|_| is_maker && !is_photo)
}

fn place(text: &str) -> Option<String> {
    dateline(text)?.place.map(|place| text[place].to_owned())
}

/// The scores of agencies and places over every second case, and what failed.
fn scores(half: usize) -> (Score, Score, String) {
    let gold: Gold = toml::from_str(include_str!("../../testdata/agency_gold.toml")).unwrap();
    let (mut of_agencies, mut of_places, mut failures) = (Score::default(), Score::default(), String::new());
    for case in gold.case.iter().skip(half).step_by(2) {
        let (codes, place) = (agencies(&case.text), place(&case.text));
        of_agencies.add(&case.agencies, &codes);
        of_places.add(case.place.as_slice(), place.as_slice());
        if codes != case.agencies || place != case.place {
            let (expected, text, language) = (&case.agencies, &case.text, &case.language);
            writeln!(
                failures,
                "{language} {text}: expected {expected:?} {:?}, found {codes:?} {place:?}",
                case.place
            )
            .unwrap();
        }
    }
    (of_agencies, of_places, failures)
}

#[track_caller]
fn check(half: usize) {
    let (agencies, places, failures) = scores(half);
    let shown = |score: &Score| format!("{:.3} {:.3} {:.3}", score.precision(), score.recall(), score.f1());
    let summary = format!("agencies {}, places {}\n{failures}", shown(&agencies), shown(&places));
    assert!(agencies.f1() >= 0.95 && places.f1() >= 0.95, "precision, recall, F1 of {summary}");
}

#[test]
fn developed_on() {
    check(0);
}

#[test]
fn held_out() {
    check(1);
}
