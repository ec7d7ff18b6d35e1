//! A reader that goes away, as `head` does, is no failure, whatever the command.

use crate::command::spawn;
use std::io::{Read, Write};

/// More rows than any buffer on the way holds.
const LINES: usize = 20_000;

/// Runs the command on this line, again and again, for a reader of its first bytes alone.
#[track_caller]
fn check(args: &[&str], line: &str) {
    let mut child = spawn(args);
    let mut stdin = child.stdin.take().expect("a pipe");
    let lines = line.repeat(LINES);
    // Who does not read to the end closes the pipe.
    let feeder = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).ok());
    let mut first = [0; 16];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("some output");
    let output = child.wait_with_output().expect("the command ends");
    feeder.join().expect("the feeder ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {stderr}");
    assert!(!stderr.contains("error: "), "{args:?}: {stderr}");
}

#[test]
fn of_filters() {
    check(&["dates"], "Posted 2017-06-02 17:12\n");
    check(&["bylines"], "By Ada Example, Staff Reporter\n");
    check(&["languages"], "The ferry was late again.\n");
}

const MARKER: &str = "=== FILE: a.txt bytes=4 ===\nAbc\n\n";

#[test]
fn of_extract() {
    check(&["extract", "-", "--columns", "name", "--quiet"], MARKER);
}

#[test]
fn of_bundles() {
    check(&["bundle", "list", "-"], MARKER);
    check(&["bundle", "pack", "-"], MARKER);
    check(&["bundle", "cat", "-", "a.txt"], MARKER);
}

#[test]
fn of_explain_and_candidates() {
    check(&["candidates", "-"], "=== FILE: a.txt ===\nBy Ada Example, Staff Reporter\n2 June 2017\n");
    check(&["explain", "-", "<stdin>"], "By Ada Example, Staff Reporter\n");
}

#[test]
fn of_commands_that_read_nothing() {
    check(&["bundle", "sniff", "folder"], "");
    check(&["completions", "bash"], "");
    check(&["man"], "");
}
