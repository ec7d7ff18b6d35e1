//! Messages of which there are many: five of a kind are shown, the others counted.

use crate::command::run_on;

#[test]
fn a_long_run_of_warnings_is_cut_short() {
    let bundle: String = (0..40).map(|_| "==> a.txt <==\nCafe reopens\n").collect();
    let run = run_on(&["extract", "-"], bundle.as_bytes()).without_findings();
    assert_eq!(run.code, Some(0));
    assert_eq!(run.stderr.matches("expected a new name").count(), 5);
    insta::assert_snapshot!(run.stderr.lines().rev().take(2).collect::<Vec<_>>().join("\n"), @"
    documents: 40; warnings: 39, problems: 0
    34 messages more of the same kinds: duplicate_name 34
    ");
}

/// Twelve documents that are not what was packed, under markers that end in CR LF.
fn twelve_faults() -> Vec<u8> {
    let sha256 = "0".repeat(64);
    let page = |page| format!("=== FILE: {page}.txt bytes=2 sha256={sha256} ===\r\nA\n\n");
    (10..22).map(page).collect::<String>().into_bytes()
}

#[track_caller]
fn check_faults(args: &[&str], last: &str) {
    let run = run_on(args, &twelve_faults()).without_findings();
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert_eq!(run.stderr.matches("expected content with SHA-256").count(), 5, "{}", run.stderr);
    assert_eq!(
        run.stderr.split_once("14 messages more of").map_or("", |(_, rest)| rest),
        last,
        "{}",
        run.stderr
    );
}

#[test]
fn every_command_counts_the_messages_that_it_does_not_show() {
    let more = " the same kinds: marker_carriage_return 7, wrong_checksum 7\n";
    check_faults(&["bundle", "list", "-"], more);
    check_faults(&["bundle", "pack", "-"], more);
    let counts = "documents: 12; warnings: 12, problems: 12\n";
    check_faults(&["extract", "-"], &format!("{more}{counts}"));
}

#[test]
fn problems_that_are_not_shown_are_counted_even_when_quiet() {
    let run = run_on(&["extract", "-", "--quiet"], &twelve_faults());
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stderr.matches("error: ").count(), 5, "{}", run.stderr);
    assert_eq!(run.stderr.lines().last(), Some("7 messages more of the same kinds: wrong_checksum 7"));
}

#[test]
fn a_run_that_fails_counts_them_too() {
    let names: String = (0..9).map(|_| "==> ../a.txt <==\nA\n").collect();
    let run = run_on(&["bundle", "unpack", "-", "new"], names.as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("3 messages more of the same kinds: duplicate_name 3\nerror: "),
        "{}",
        run.stderr
    );
}
