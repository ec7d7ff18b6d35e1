//! Which lines are the article's, and that it starts with the first sentence, not with where and from whom it comes.

use copydesk_article::{Context, read};
use serde::Deserialize;

/// `testdata/bodies.toml`, whose README tells the fields.
#[derive(Deserialize)]
struct Bodies {
    page: Vec<Page>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    name: String,
    lines: String,
}

impl Page {
    /// The page as it would be printed, and the lines that are the article's.
    fn parts(&self) -> (String, Vec<&str>) {
        let lines = self.lines.lines().map(|line| (line.starts_with('>'), line.get(2..).unwrap_or_default()));
        let text = lines.clone().map(|(_, line)| line.to_owned() + "\n").collect();
        (text, lines.filter(|(is_body, _)| *is_body).map(|(_, line)| line).collect())
    }
}

#[test]
fn lines_of_the_article() {
    let Bodies { page: pages } = toml::from_str(include_str!("../../testdata/bodies.toml")).unwrap();
    for page in &pages {
        let (text, expected) = page.parts();
        let body = read(&text, &Context::default()).body;
        let found: Vec<&str> = body.paragraphs.iter().map(|span| &text[span.clone()]).collect();
        assert_eq!(found, expected, "{}", page.name);
    }
}

const SECOND: &str = "The harbour master expects the first boats to leave on Sunday, when the wind is to turn and lose \
    much of its force over the bay.";

#[track_caller]
fn check_start(paragraph: &str, start: &str) {
    let page = format!("Fishing fleet stays in port\n\n12 March 2021\n\n{paragraph}\n\n{SECOND}\n");
    let body = read(&page, &Context::default()).body_text();
    assert!(body.starts_with(start), "{body}");
}

#[test]
fn a_dateline_is_left_out() {
    let sentence = "The fishing fleet stayed in port on Friday for the third day in a row, as a storm from the west \
        raised waves of up to nine metres.";
    for dateline in ["HARBOURTOWN (AP) — ", "HARBOURTOWN, March 12 (Reuters) - ", "LISBON — ", "(AFP) - "]
    {
        check_start(&format!("{dateline}{sentence}"), "The fishing fleet");
    }
}

#[test]
fn first_words_stay() {
    let sentence = "The fleet - some forty boats in all - stayed in port on Friday for the third day in a row, as a \
        storm raised waves of up to nine metres.";
    check_start(sentence, "The fleet - some");
    check_start(&format!("Friday: {sentence}"), "Friday: The fleet");
}
