//! Texts made to be slow finish: a search that is not linear would take minutes over them.

use copydesk_bylines::{find, find_in};

#[track_caller]
fn check(text: &str, bylines: usize) {
    assert_eq!(find(text).len(), bylines);
}

#[test]
fn labels_without_names() {
    check(&"By\n".repeat(100_000), 0);
}

#[test]
fn one_name_on_each_line() {
    check(&"By Ada Example\n".repeat(100_000), 100_000);
}

#[test]
fn one_long_line() {
    check(&"the river is rising ".repeat(250_000), 0);
}

#[test]
fn capitals() {
    check(&"A".repeat(1_000_000), 0);
}

#[test]
fn capitalised_words() {
    check(&"Ab ".repeat(1_000_000), 0);
}

#[test]
fn a_label_and_a_long_list() {
    check(&format!("By {}", "Ada Example, ".repeat(100_000)), 0);
}

#[test]
fn brackets_and_dashes() {
    check(&"BERLIN ( - ".repeat(300_000), 0);
}

#[test]
fn colons() {
    check(&"Foto: ".repeat(300_000), 0);
}

#[test]
fn a_range_looks_at_no_other_line() {
    let text = "By Ada Example\nBy Karl Muster\nBy Ines Vogel\n";
    let found = find_in(text, 15..30);
    assert_eq!(found.iter().map(|byline| byline.contributors[0].name).collect::<Vec<_>>(), ["Karl Muster"]);
}
