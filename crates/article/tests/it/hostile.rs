//! Pages made to be slow finish: a search that is not linear would take minutes over them.

use copydesk_article::{Context, read};

#[track_caller]
fn check(text: &str, paragraphs: usize) {
    assert_eq!(read(text, &Context::default()).body.paragraphs.len(), paragraphs);
}

#[test]
fn blank_lines() {
    check(&"\n".repeat(1_000_000), 0);
}

#[test]
fn digits() {
    check(&"7".repeat(1_000_000), 0);
}

#[test]
fn dates() {
    check(&"3 May 2021\n".repeat(100_000), 0);
}

#[test]
fn dates_on_one_line() {
    let dates = "3 May 2021 ".repeat(50_000);
    check(&dates, 1);
    check(&format!("Flood in the valley\n\n{}", "3 May 2021 | 4 May 2021\n".repeat(20_000)), 0);
}

#[test]
fn lines_without_blanks() {
    for piece in ["1,", "a1b2", "1年1月", "年", "{\"id\":7,\"t\":\"a\"},"] {
        let page = format!("Flood in the valley\n\n{}\n", piece.repeat(1_000_000 / piece.len()));
        assert!(read(&page, &Context::default()).body.paragraphs.len() <= 1, "{piece}");
    }
}

#[test]
fn labels_without_values() {
    check(&"Published\n".repeat(100_000), 0);
}

#[test]
fn names() {
    check(&"By Ada Example\n\n".repeat(50_000), 0);
}

#[test]
fn rights_holders() {
    check(&"© 2021 Quiet Harbour\n".repeat(20_000), 0);
}
