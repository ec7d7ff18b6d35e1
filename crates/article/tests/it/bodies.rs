//! The body starts with the first sentence, not with where and from whom it comes.

use copydesk_article::{Context, read};

const SECOND: &str = "The harbour master expects the first boats to leave on Sunday, when the wind is to turn and lose \
    much of its force over the bay.";

#[track_caller]
fn check(paragraph: &str, start: &str) {
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
        check(&format!("{dateline}{sentence}"), "The fishing fleet");
    }
}

#[test]
fn first_words_stay() {
    let sentence = "The fleet - some forty boats in all - stayed in port on Friday for the third day in a row, as a \
        storm raised waves of up to nine metres.";
    check(sentence, "The fleet - some");
    check(&format!("Friday: {sentence}"), "Friday: The fleet");
}
