//! The same pages give the same rows, however they are bundled and whichever way they come in.

use crate::command::{fixtures, run, run_on};
use std::fs;

/// All columns but those that say where a page stood.
fn columns(header: &str) -> String {
    let provenance = ["warnings", "sha256", "byte_start", "byte_end"];
    header.split(',').filter(|name| !provenance.contains(name)).collect::<Vec<_>>().join(",")
}

fn rows(input: &str, stdin: &[u8]) -> String {
    let header = run(&["extract", "--quiet", "folder"]).good();
    let columns = columns(std::str::from_utf8(&header).expect("UTF-8").lines().next().expect("a header"));
    let table = run_on(&["extract", "--quiet", "--columns", &columns, input], stdin).good();
    String::from_utf8(table).expect("UTF-8")
}

/// The files of `folder/`, each under the marker that `open` makes of its name.
fn bundle(open: impl Fn(&str) -> String, close: &str) -> Vec<u8> {
    let mut paths: Vec<_> = fs::read_dir(fixtures().join("folder"))
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let mut bundle = Vec::new();
    for path in paths {
        let name = path.file_name().expect("a name").to_str().expect("UTF-8");
        bundle.extend_from_slice(open(name).as_bytes());
        bundle.extend_from_slice(&fs::read(&path).expect("a file"));
        bundle.extend_from_slice(close.as_bytes());
    }
    bundle
}

/// From a file and from standard input.
#[track_caller]
fn check(bundle: &[u8]) {
    let expected = rows("folder", b"");
    assert!(expected.lines().count() >= 6);
    assert_eq!(rows("-", bundle), expected);
    let file = tempfile::NamedTempFile::new().expect("a file");
    fs::write(file.path(), bundle).expect("written");
    assert_eq!(rows(file.path().to_str().expect("UTF-8"), b""), expected);
}

#[test]
fn as_tail_prints_it() {
    let mut bundle = bundle(|name| format!("==> {name} <==\n"), "\n");
    bundle.pop();
    check(&bundle);
}

#[test]
fn as_txtar() {
    check(&bundle(|name| format!("-- {name} --\n"), "\n"));
}

#[test]
fn between_equal_signs() {
    check(&bundle(|name| format!("=== {name} ===\n"), "\n"));
}

#[test]
fn as_packed_by_us() {
    check(&run(&["bundle", "pack", "folder"]).good());
}

#[test]
fn as_packed_from_another_bundle() {
    let tail = bundle(|name| format!("==> {name} <==\n"), "\n");
    check(&run_on(&["bundle", "pack", "-"], &tail).good());
}
