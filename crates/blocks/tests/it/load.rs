//! Texts that would take minutes if the time were not linear.

use copydesk_blocks::read;

#[track_caller]
fn check(text: &str, lines: usize) {
    assert_eq!(read(text).lines.len(), lines);
}

#[test]
fn many_line_ends() {
    check(&"\n".repeat(1_000_000), 1_000_000);
    check(&"\r".repeat(1_000_000), 1_000_000);
    check(&"\u{2028}".repeat(1_000_000), 1_000_000);
    check(&"\u{2028}\n".repeat(500_000), 1_000_000);
}

#[test]
fn one_long_line() {
    check(&"The owls are back. ".repeat(300_000), 1);
    check(&" ".repeat(5_000_000), 1);
    check(&"1".repeat(5_000_000), 1);
    check(&"(".repeat(5_000_000), 1);
    check(&"• ".repeat(1_000_000), 1);
    check(&"Comments ".repeat(500_000), 1);
    check(&"市".repeat(1_500_000), 1);
}

#[test]
fn many_labels() {
    check(&"Comments\n".repeat(100_000), 100_000);
    check(&"Posted on: 3 May 2021\n".repeat(100_000), 100_000);
    check(&"The owls are back in the quarry again [Continue reading…]\n".repeat(100_000), 100_000);
}
