//! Input that no page is like: it must cost neither the machine nor the rest of the bundle.

use crate::command::{run, run_on};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::{Duration, Instant};

/// A bundle with a line of so many bytes between two good pages.
fn bundle(length: usize) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let mut out = BufWriter::new(File::create(file.path()).expect("a file"));
    out.write_all(b"==> a.txt <==\nA page\n\n==> long.txt <==\n").expect("written");
    for _ in 0..length / 10 {
        out.write_all(b"31.5.2017 ").expect("written");
    }
    out.write_all(b"\n\n==> z.txt <==\nA page\n").expect("written");
    out.flush().expect("written");
    file
}

#[test]
fn a_line_of_50_mb() {
    let file = bundle(50_000_000);
    let path = file.path().to_str().expect("UTF-8");
    let run = run(&["extract", "--columns", "name,warnings,byte_start,byte_end", path]);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.text(),
        "name,warnings,byte_start,byte_end\na.txt,,14,21\nlong.txt,\"truncated_document; too_long\",39,16777255\nz.txt,,50000055,50000062\n"
    );
    let expected = "expected at most 16777216 bytes of content, found 50000001; the rest is left out";
    assert!(
        run.stderr.starts_with(&format!("error: {path}:39: {expected}, in document `long.txt`\n")),
        "{}",
        run.stderr
    );
    let expected =
        "expected a page of at most 1048576 bytes, found 16777216; no field is looked for in the rest";
    assert!(
        run.stderr.contains(&format!("error: {path}:1048615: {expected}, in document `long.txt`\n")),
        "{run}"
    );
}

/// What lists a bundle many times as long as it takes, and a small part of what it takes where each fault reads the
/// bundle again.
const PATIENCE: Duration = Duration::from_mins(1);

/// Lists a bundle that is full of faults; how many there are of a code.
#[track_caller]
fn check_faults(bundle: &[u8], code: &str, count: usize) {
    let start = Instant::now();
    let run = run_on(&["bundle", "list", "-"], bundle);
    assert!(start.elapsed() < PATIENCE, "{code}: {:?}", start.elapsed());
    assert_eq!(run.text().matches(code).count(), count);
}

#[test]
fn a_fault_in_each_of_many_markers() {
    let content = "A line of a page\r\n".repeat(20);
    let page = |page| format!("==> {page}.txt <==\r\n{content}\r\n");
    let pages: String = (0..100_000).map(page).collect();
    check_faults(pages.as_bytes(), "marker_carriage_return", 100_000);
}

#[test]
fn many_documents_of_one_name() {
    let page = format!("==> a.txt <==\n{}\n", "A line of a page\n".repeat(20));
    check_faults(page.repeat(100_000).as_bytes(), "duplicate_name", 99_999);
}

#[test]
fn many_faults_in_one_marker() {
    let name = "name ".repeat(5_000);
    let bundle = format!("=== FILE: \"{name}\" {}===\nA page\n", "word ".repeat(5_000));
    check_faults(bundle.as_bytes(), "malformed_attribute", 5_000);
}
