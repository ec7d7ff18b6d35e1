//! `--strict`: all or nothing.

use crate::command::{Run, run, run_on};

fn extract(input: &str) -> Run {
    run(&["extract", "--strict", "--columns", "name", "--threads", "1", input]).without_findings()
}

#[test]
fn good_input_comes_out() {
    insta::assert_snapshot!(extract("folder"), @"
    exit 0
    --
    name
    campanas-valdehierro.txt
    duonos-kelias.txt
    ferry-cats.txt
    kovarna.txt
    xalca-emalatxanasi.txt
    --
    documents: 5; warnings: 0, problems: 0
    ");
}

#[test]
fn warnings_are_accepted() {
    insta::assert_snapshot!(extract("broken/twins.bundle"), @"
    exit 0
    --
    name
    news.txt
    news.txt
    --
    warning: broken/twins.bundle:163: expected a new name, found occurrence 2 of this one
      |
    9 | ==> news.txt <==
      | ^^^^^^^^^^^^^^^^
    documents: 2; warnings: 1, problems: 0
    ");
}

#[test]
fn no_marker_is_not() {
    insta::assert_snapshot!(extract("broken/no-marker.bundle"), @"
    exit 1
    --
    --
    warning: broken/no-marker.bundle:0: expected a marker line before each document, found none
    error: broken/no-marker.bundle:0: not accepted with `--strict`; nothing was written
    ");
}

#[test]
fn a_problem_behind_good_documents_is_not() {
    insta::assert_snapshot!(extract("broken/truncated.bundle"), @"
    exit 1
    --
    --
    error: broken/truncated.bundle:359: expected 220 bytes of content, found 90, in document `clock.txt`
    error: broken/truncated.bundle:359: not accepted with `--strict`; nothing was written
    ");
}

#[test]
fn no_bytes_are_not() {
    insta::assert_snapshot!(run_on(&["extract", "--strict", "-"], b""), @"
    exit 1
    --
    --
    error: <stdin>:0: expected a bundle, found no bytes
    error: <stdin>:0: not accepted with `--strict`; nothing was written
    ");
}
