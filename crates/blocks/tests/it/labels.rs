use copydesk_blocks::{Label, Line, read};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `labels` hold a line, the kind of its label, and the label; `prose` are lines without one.
#[derive(Deserialize)]
struct Cases {
    labels: Vec<(String, String, String)>,
    prose: Vec<String>,
}

/// By language.
fn cases() -> BTreeMap<String, Cases> {
    toml::from_str(include_str!("../../testdata/labels.toml")).unwrap()
}

/// The label of a line as a case states it.
fn shown(content: &str, label: Option<Label>) -> Option<(String, &str)> {
    label.map(|label| (format!("{:?}", label.kind), &content[..label.len]))
}

#[track_caller]
fn check(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn only_line(text: &str) -> Line {
    let [line] = read(text).lines.try_into().unwrap();
    line
}

#[test]
fn a_label_and_what_follows_it() {
    let mut wrong = Vec::new();
    for (language, cases) in cases() {
        for (text, kind, label) in &cases.labels {
            let found = only_line(text).label;
            let of_language = found.is_some_and(|label| label.languages.contains(&language.as_str()));
            if shown(text, found) != Some((kind.clone(), label)) || !of_language {
                wrong.push(format!("{language}: {text:?}: {found:?}"));
            }
        }
    }
    check(&wrong);
}

#[test]
fn prose_that_starts_like_a_label() {
    let mut wrong = Vec::new();
    for (language, cases) in cases() {
        for text in &cases.prose {
            if let Some(label) = only_line(text).label {
                wrong.push(format!("{language}: {text:?}: {label:?}"));
            }
        }
    }
    check(&wrong);
}

#[test]
fn half_of_the_cases_are_negative() {
    let cases = cases();
    let labels: usize = cases.values().map(|cases| cases.labels.len()).sum();
    let prose: usize = cases.values().map(|cases| cases.prose.len()).sum();
    assert!(prose >= labels && labels + prose >= 100, "{labels} labels, {prose} of prose");
}

#[test]
fn the_last_label_of_a_line() {
    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let tail = only_line(text).tail.map(|tail| {
            let span = only_line(text).span;
            (format!("{:?}", tail.kind), &text[span.end - tail.len..span.end])
        });
        assert_eq!(tail.as_ref().map(|(kind, label)| (&kind[..], *label)), expected, "{text}");
    }
    check(
        "The ferry sails again from the first of June [Continue reading…]",
        Some(("ContinueReading", "[Continue reading…]")),
    );
    check("The old bridge in the morning fog. (Photo: Ida Marwick)", Some(("Photo", "(Photo: Ida Marwick)")));
    check("By Ida Marwick | in Penrose Bay | 3 min read", Some(("ReadingTime", "3 min read")));
    check("The ferry sails again from the first of June. Read on and on", None);
    check("She kept the photo for as long as she lived (and so did I)", None);
    check("Photo: Ida Marwick", None);
}
