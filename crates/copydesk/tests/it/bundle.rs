//! `copydesk bundle`: pack, unpack, list, cat, sniff.

use crate::command::{fixtures, run, run_in, run_on};
use std::fs;
use std::path::Path;

#[test]
fn lists_name_place_and_headers() {
    let bundle = b"=== FILE: a.txt bytes=4 url=https://example.org/a ===\nAbc\n\n=== FILE: a.txt ===\n";
    insta::assert_snapshot!(run_on(&["bundle", "list", "-"], bundle), @"
    exit 0
    --
    name,occurrence,bytes,byte_start,byte_end,headers,warnings
    a.txt,1,4,54,58,url=https://example.org/a,
    a.txt,2,0,79,79,,duplicate_name
    --
    warning: <stdin>:59: expected a new name, found occurrence 2 of this one
      |
    4 | === FILE: a.txt ===
      | ^^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn lists_a_folder() {
    let run = run(&["bundle", "list", "folder"]);
    assert_eq!((run.code, run.text().lines().count()), (Some(0), 6));
}

#[test]
fn list_verifies_checksums() {
    let run = run(&["bundle", "list", "broken/checksum.bundle"]);
    assert_eq!(run.code, Some(1));
    assert!(run.text().contains("snail.txt,1,146,106,252,,wrong_checksum\n"), "{run}");
}

#[test]
fn list_of_nothing_is_its_header() {
    let run = run(&["bundle", "list", "broken/empty.bundle"]);
    assert_eq!((run.code, run.text().lines().count()), (Some(1), 1));
}

#[test]
fn cat_prints_contents_byte_for_byte() {
    let bundle = b"==> a <==\n\xFFA\0\r\n\n==> b <==\nB\n\n==> a <==\nsecond";
    assert_eq!(run_on(&["bundle", "cat", "-", "b", "a"], bundle).stdout, b"B\n\xFFA\0\r\nsecond");
}

#[test]
fn cat_of_an_unknown_name_prints_nothing() {
    insta::assert_snapshot!(run_on(&["bundle", "cat", "-", "a.txt", "c.txt"], b"==> a.txt <==\nA\n"), @"
    exit 2
    --
    --
    error: expected a document of the bundle, found `c.txt`; there is `a.txt`
    ");
}

#[test]
fn sniff_tells_the_dialects_apart() {
    let run = run(&[
        "bundle",
        "sniff",
        "bundles/traps.bundle",
        "bundles/sample.bundle",
        "bundles/asia.txtar",
        "bundles/europe.bundle",
        "folder",
        "broken/no-marker.bundle",
    ]);
    insta::assert_snapshot!(run, @"
    exit 0
    --
    input,dialect,confidence,documents,rivals
    bundles/traps.bundle,canonical,1.00,16,
    bundles/sample.bundle,tail,1.00,6,
    bundles/asia.txtar,txtar,0.70,8,
    bundles/europe.bundle,equals,0.70,7,
    folder,folder,,5,
    broken/no-marker.bundle,,,1,
    --
    warning: bundles/asia.txtar:0: expected a marker line, found 99 bytes before the first; left out
    warning: bundles/europe.bundle:0: expected a marker line, found 114 bytes before the first; left out
    ");
}

#[test]
fn sniff_of_nothing_says_so() {
    insta::assert_snapshot!(run(&["bundle", "sniff", "broken/empty.bundle"]), @"
    exit 1
    --
    input,dialect,confidence,documents,rivals
    broken/empty.bundle,,,0,
    --
    error: broken/empty.bundle:0: expected a bundle, found no bytes
    ");
}

#[test]
fn pack_and_list_tell_of_names_that_meet() {
    let inputs = ["folder/ferry-cats.txt", "folder/ferry-cats.txt"];
    for (command, found) in [("pack", "=== FILE: ferry-cats.txt "), ("list", "\nferry-cats.txt,")] {
        let run = run(&[&["bundle", command], &inputs[..]].concat());
        assert_eq!((run.code, run.text().matches(found).count()), (Some(0), 2));
        let message = "folder/ferry-cats.txt:0: expected a new name, found occurrence 2 of this one\n";
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

#[test]
fn pack_rewrites_bundles_and_keeps_headers() {
    let packed = run_on(&["bundle", "pack", "-"], b"=== FILE: a.txt url=https://example.org/a ===\nA\n");
    insta::assert_snapshot!(packed, @"
    exit 0
    --
    === FILE: a.txt bytes=2 sha256=06f961b802bc46ee168555f066d28f4f0e9afdf3f88174c1ee6f9de004fc30a0 url=https://example.org/a ===
    A

    --
    ");
}

#[test]
fn pack_gives_a_file_without_marker_its_name() {
    let packed = run(&["bundle", "pack", "folder/ferry-cats.txt"]);
    assert_eq!(packed.code, Some(0));
    assert!(packed.stdout.starts_with(b"=== FILE: ferry-cats.txt bytes="));
}

#[test]
fn pack_says_what_was_wrong() {
    let run = run(&["bundle", "pack", "broken/truncated.bundle"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("truncated.bundle:359: expected 220 bytes of content, found 90"),
        "{}",
        run.stderr
    );
}

#[test]
fn unpack_writes_the_files_that_pack_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = folder.path().join("new/below");
    let packed = run(&["bundle", "pack", "folder"]).good();
    run_on(&["bundle", "unpack", "-", path(&there)], &packed).good();
    for entry in fs::read_dir(fixtures().join("folder")).expect("a folder") {
        let entry = entry.expect("a file");
        assert_eq!(fs::read(entry.path()).ok(), fs::read(there.join(entry.file_name())).ok());
    }
    assert_eq!(fs::read_dir(&there).expect("a folder").count(), 5);
}

#[test]
fn unpack_makes_the_folders_of_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = folder.path().join("new");
    run_on(&["bundle", "unpack", "-", path(&there)], b"==> ./a/b/c.txt <==\nC\n\n==> a/d.txt <==\nD\n")
        .good();
    assert_eq!(fs::read(there.join("a/b/c.txt")).ok().as_deref(), Some(&b"C\n"[..]));
    assert_eq!(fs::read(there.join("a/d.txt")).ok().as_deref(), Some(&b"D\n"[..]));
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const TWO: &[u8] = b"==> a <==\nA\n\n==> b/c <==\nC\n";

#[test]
fn unpack_fills_an_empty_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    run_on(&["bundle", "unpack", "-", path(folder.path())], TWO).good();
    assert_eq!(names(folder.path()), ["a", "b"]);
    assert!(folder.path().join("b/c").is_file());
}

#[test]
fn unpack_takes_a_folder_by_any_path() {
    for there in [".", "new", "./new", "new/", "new/.", "x/./new/.", "x/../new"] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("x")).expect("made");
        let empty = if there == "." { folder.path().join("x") } else { folder.path().to_owned() };
        run_in(&empty, &["bundle", "unpack", "-", there], TWO).good();
        assert_eq!(names(&empty.join(there)), ["a", "b"], "{there}");
        assert!(names(folder.path()).iter().all(|name| name == "x" || name == "new"), "{there}");
    }
}

#[cfg(unix)]
#[test]
fn unpack_leaves_an_empty_folder_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o750)).expect("set");
    run_on(&["bundle", "unpack", "-", path(folder.path())], TWO).good();
    let mode = fs::metadata(folder.path()).expect("a folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o750);
}

/// Each name is a safe one, but all of them together are no path that a disk takes.
#[cfg(unix)]
#[test]
fn unpack_says_what_it_cannot_write_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = "deep/".repeat(1000);
    let bundle = format!("==> a <==\nA\n\n==> {deep}b <==\nB\n");
    for there in [folder.path(), &folder.path().join("new")] {
        let run = run_on(&["bundle", "unpack", "-", path(there)], bundle.as_bytes());
        assert_eq!(run.code, Some(3), "{run}");
        assert!(run.stderr.starts_with("error: <stdin>:13: "), "{run}");
        assert!(run.stderr.contains("/deep/b: cannot be written: File name too long"), "{run}");
        assert!(run.stderr.ends_with("; nothing was written\n"), "{run}");
        assert!(!run.stderr.contains(".copydesk-"), "{run}");
        assert!(names(folder.path()).is_empty());
    }
}

/// Nothing is written, neither at the place nor beside it.
#[track_caller]
fn check_refused(bundle: &[u8], message: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let run = run_on(&["bundle", "unpack", "-", path(&folder.path().join("new"))], bundle);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains(message), "{}", run.stderr);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn unpack_refuses_names_that_are_no_safe_paths() {
    check_refused(
        b"==> good.txt <==\nA\n\n==> ../b.txt <==\nB\n",
        "found `..`, at byte 20 in document `../b.txt`",
    );
    check_refused(b"==> /etc/x <==\nA\n", "found an absolute one, at byte 0");
    check_refused(b"==> C:\\x <==\nA\n", "at byte 0 in document");
    check_refused(b"==> a.txt <==\nA\n\n==> A.TXT <==\nB\n", "found that of `a.txt`");
    check_refused(b"==> a <==\nA\n\n==> a <==\nB\n", "found that of `a`");
    check_refused(b"==> a <==\nA\n\n==> a/b <==\nB\n", "either a file or a folder");
    check_refused(b"==> con.txt <==\nA\n", "a name that Windows allows");
    check_refused(b"==> a/../b.txt <==\nA\n", "found `..`");
    check_refused(b"==> why?.txt <==\nA\n", "Windows allows in names, found `?`, at byte 0");
    let long = format!("==> {}.txt <==\nA\n", "long".repeat(64));
    check_refused(long.as_bytes(), "expected at most 255 bytes between slashes, found 260, at byte 0");
    check_refused(b"A text without a marker\n", "found `<`, at byte 0 in document `<stdin>`");
}

#[test]
fn unpack_refuses_the_fixture_of_unsafe_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = run(&["bundle", "unpack", "broken/unsafe-names.bundle", path(&folder.path().join("new"))]);
    insta::assert_snapshot!(run, @"
    exit 1
    --
    --
    error: broken/unsafe-names.bundle: expected a path inside the folder, found `..`, at byte 0 in document `../escape.txt`; nothing was written
    ");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn unpack_leaves_a_folder_with_files_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("mine"), "mine").expect("written");
    let run = run_on(&["bundle", "unpack", "-", path(folder.path())], b"==> mine <==\nA\n");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.ends_with("expected a new or empty folder, found files in it\n"), "{}", run.stderr);
    assert_eq!(fs::read(folder.path().join("mine")).expect("still there"), b"mine");
}

#[test]
fn unpack_leaves_a_file_alone() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    assert_eq!(run_on(&["bundle", "unpack", "-", path(file.path())], b"==> a <==\nA\n").code, Some(2));
}

#[cfg(unix)]
#[test]
fn unpack_follows_no_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("made");
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&elsewhere, &link).expect("linked");
    let run = run_on(&["bundle", "unpack", "-", path(&link)], b"==> a <==\nA\n");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("found a link"), "{}", run.stderr);
    assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0);
}

fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn conversion_keeps_what_the_dialect_holds_and_says_what_it_does_not() {
    let bundle = b"=== FILE: a.txt url=https://example.org/1 ===\nOne\n=== FILE: b.txt ===\n==> c <==\n";
    let lines = run_on(&["bundle", "convert", "-", "--to", "jsonl"], bundle);
    assert_eq!((lines.code, &*lines.stderr), (Some(0), ""));
    let back = run_on(&["bundle", "convert", "-", "--to", "canonical"], &lines.stdout).good();
    assert_eq!(run_on(&["bundle", "cat", "-", "b.txt"], &back).good(), b"==> c <==\n");
    let tail = run_on(&["bundle", "convert", "-", "--to", "tail"], bundle);
    assert_eq!(tail.code, Some(0));
    assert!(tail.stderr.contains("expected headers that the dialect can state, found others"), "{tail}");
    assert!(tail.stderr.contains("expected a content without marker lines, found one"), "{tail}");
    assert_eq!(run_on(&["bundle", "convert", "-", "--to", "repomix"], bundle).code, Some(2));
}

#[test]
fn markers_may_be_given_by_a_pattern() {
    let bundle = b"# a.txt #\nOne\n# b.txt #\nTwo\n";
    let list = run_on(&["bundle", "cat", "-", "b.txt", "--marker", "# (.*) #$"], bundle);
    assert_eq!((list.code, list.text()), (Some(0), "Two\n"), "{}", list.stderr);
    let wrong = run_on(&["bundle", "list", "-", "--marker", "("], bundle);
    assert_eq!((wrong.code, wrong.text()), (Some(2), ""));
}

#[test]
fn records_of_wet_files_have_their_addresses_and_days() {
    let record = |number: usize| {
        let text = format!("Ferry {number}\n\nPosted yesterday\n");
        let head = format!(
            "WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2021-03-0{number}T10:00:00Z"
        );
        let length = text.len();
        format!(
            "WARC/1.0\r\nWARC-Type: conversion\r\n{head}\r\nContent-Length: {length}\r\n\r\n{text}\r\n\r\n"
        )
    };
    let wet = [record(1), record(2)].concat();
    let table = run_on(&["extract", "-", "--columns", "url"], wet.as_bytes());
    assert_eq!((table.code, table.text()), (Some(0), "url\nhttps://example.org/1\nhttps://example.org/2\n"));
}

/// Of a page of JSON Lines with this key beside its text: when it was published, and if that is not known, why.
#[track_caller]
fn check_json(key: &str, expected: &str) {
    let line = format!(
        r#"{{"id": "a", {key}, "text": "Ferry leaves again\nBy Ada Example\nPublished: 12 March 2021\nIt sails at noon.\n"}}"#
    );
    let table = run_on(&["extract", "-", "--columns", "date_published,date_status"], line.as_bytes());
    assert_eq!(table.text().lines().nth(1), Some(expected), "{key}");
}

#[test]
fn days_of_fetching_bound_days_of_publication_and_bare_dates_do_not() {
    check_json(r#""crawl_date": "2021-03-14T08:00:00Z""#, "2021-03-12,found");
    check_json(r#""crawl_date": "2021-03-10T08:00:00Z""#, ",implausible");
    check_json(r#""date": "2021-03-10""#, "2021-03-12,found");
}
