//! A folder as a bundle: which of its files are read, and what is said of the others.

use crate::command::{Run, run, utf16};
use std::fs;
use std::io::Write;
use std::path::Path;

#[cfg(unix)]
#[test]
fn a_folder_is_read_without_its_links_to_folders() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.txt"), "A").expect("written");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).expect("linked");
    let run = run(&["bundle", "list", path(folder.path())]);
    assert_eq!((run.code, run.text().lines().count()), (Some(0), 2), "{run}");
    assert!(
        run.stderr.contains("again:0: expected no link but those to files, found one to a folder; left out"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_folder_is_read_in_order_and_without_hidden_files() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["b.txt", "a/z.txt", "a.txt", ".hidden.txt", ".git/x.txt", "a/b/c.txt", "notes.md"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, "text").expect("written");
    }
    let run = run(&["extract", "--columns", "name", path(folder.path())]);
    assert_eq!(run.text(), "name\na.txt\na/b/c.txt\na/z.txt\nb.txt\n");
    assert!(run.stderr.contains("expected files named *.txt, found 1 others; left out"), "{}", run.stderr);
}

#[test]
fn a_folder_without_txt_is_read_for_any_text() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("page"), "text").expect("written");
    fs::write(folder.path().join("image"), b"\x89PNG\0\0\0\x0D").expect("written");
    let run = run(&["extract", "--columns", "name", path(folder.path())]);
    assert_eq!((run.code, run.text()), (Some(0), "name\npage\n"));
    assert!(run.stderr.contains("image:0: expected text, found other data; left out"), "{}", run.stderr);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("in memory");
    encoder.finish().expect("in memory")
}

/// A folder of these files, as a list of `name warnings` and what is said.
fn list(files: &[(&str, &[u8])]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    let run = extract(folder.path());
    (run.text().lines().skip(1).map(str::to_owned).collect(), run.stderr)
}

#[test]
fn compressed_pages_are_pages_and_compressed_bundles_bundles() {
    let bundle = gzip(b"==> b.txt <==\nOne\n\n==> a/1.txt <==\nTwo\n");
    let (rows, said) = list(&[
        ("a/2.txt.gz", &gzip(b"A page\n")),
        ("a/1.txt", b"A page\n"),
        ("b.txt.gz", &bundle),
        ("c.txt", b"A page\n"),
    ]);
    assert_eq!(rows, ["a/1.txt,", "a/2.txt.gz,", "b.txt,", "a/1.txt,duplicate_name", "c.txt,"]);
    assert!(
        said.contains("FOLDER/b.txt.gz:19: expected a new name, found occurrence 2 of this one"),
        "{said}"
    );
}

#[test]
fn compressed_data_is_no_text() {
    let (rows, said) =
        list(&[("a.gz", &gzip(b"\x7FELF\x02\x01\x01\0\0\0")), ("b.gz", &gzip(b"==> a <==\nOne\n"))]);
    assert_eq!(rows, ["a,"]);
    assert!(said.contains("FOLDER/a.gz:0: expected text, found other data; left out"), "{said}");
    let controls = b"\x01\x02\x03\x04";
    let (rows, _) = list(&[("a.txt", controls), ("b.txt.gz", &gzip(controls))]);
    assert_eq!(rows, ["a.txt,", "b.txt.gz,"]);
    let (rows, said) = list(&[("a.gz", &gzip(b"A page")), ("b.txt", b"A page")]);
    assert_eq!(rows, ["b.txt,"]);
    assert!(said.contains("expected files named *.txt, found 1 others; left out"), "{said}");
}

#[test]
fn patterns_are_paths_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["b1.txt", "a/c.txt", "a.txt", "a2.txt", ".a.txt", "[a].txt", "notes.md"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, format!("==> {name} <==\nA page\n")).expect("written");
    }
    let names = |pattern: &str| {
        let run = run(&["extract", "--columns", "name", path(&folder.path().join(pattern))]);
        (run.code, run.text().lines().skip(1).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(names("*.txt"), (Some(0), "[a].txt a.txt a2.txt b1.txt".into()));
    assert_eq!(names("**/*.txt"), (Some(0), "[a].txt a.txt a/c.txt a2.txt b1.txt".into()));
    assert_eq!(names("[a].txt"), (Some(0), "[a].txt".into()));
    assert_eq!(names("[bx]?.txt"), (Some(0), "b1.txt".into()));
    assert_eq!(names("**/*").1.matches("c.txt").count(), 1);
    assert_eq!(names("*.csv"), (Some(3), String::new()));
    assert_eq!(names("[.txt"), (Some(3), String::new()));
}

/// A folder with a good page.
fn good_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("good.txt"), "A page\n").expect("written");
    folder
}

fn extract(folder: &Path) -> Run {
    let mut run = run(&["extract", "--columns", "name,warnings", path(folder)]).without_findings();
    run.stderr = run.stderr.replace(path(folder), "FOLDER");
    run
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_costs_nothing() {
    let folder = good_folder();
    std::os::unix::fs::symlink("/nowhere", folder.path().join("notes.md")).expect("linked");
    insta::assert_snapshot!(extract(folder.path()), @"
    exit 0
    --
    name,warnings
    good.txt,
    --
    warning: FOLDER/notes.md:0: expected no link but those to files, found one that leads nowhere; left out
    documents: 1; warnings: 1, problems: 0
    ");
}

#[cfg(unix)]
#[test]
fn a_page_that_cannot_be_read_costs_no_other() {
    let folder = good_folder();
    std::os::unix::fs::symlink("nowhere", folder.path().join("a.txt")).expect("linked");
    insta::assert_snapshot!(extract(folder.path()), @"
    exit 1
    --
    name,warnings
    good.txt,
    --
    error: FOLDER/a.txt:0: expected what can be read, found: No such file or directory (os error 2); left out
    documents: 1; warnings: 0, problems: 1
    ");
}

/// Nothing is tested where rights stop nobody, as they do not stop root.
#[cfg(unix)]
#[test]
fn a_page_or_folder_that_may_not_be_read_costs_no_other() {
    for name in ["below/a.txt", "below"] {
        let folder = good_folder();
        fs::create_dir(folder.path().join("below")).expect("made");
        fs::write(folder.path().join("below/a.txt"), "A page\n").expect("written");
        let path = folder.path().join(name);
        set_mode(&path, 0);
        let is_forbidden = fs::File::open(&path).is_err();
        let run = extract(folder.path());
        set_mode(&path, 0o700);
        if is_forbidden {
            assert_eq!((run.code, run.text()), (Some(1), "name,warnings\ngood.txt,\n"));
            let message = "expected what can be read, found: Permission denied (os error 13); left out";
            assert!(
                run.stderr.starts_with(&format!("error: FOLDER/{name}:0: {message}\n")),
                "{}",
                run.stderr
            );
        }
    }
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    let mode = std::os::unix::fs::PermissionsExt::from_mode(mode);
    fs::set_permissions(path, mode).expect("allowed");
}

#[cfg(unix)]
#[test]
fn a_folder_in_which_nothing_can_be_read_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink("nowhere", folder.path().join("a.txt")).expect("linked");
    let run = run(&["extract", path(folder.path())]);
    assert_eq!((run.code, run.text()), (Some(3), ""));
    assert!(
        run.stderr.ends_with("a.txt: cannot be read: No such file or directory (os error 2)\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_bundle_in_a_folder_is_one_page_and_said_so() {
    let folder = good_folder();
    let tail = "==> a.txt <==\nOne\n\n==> b.txt <==\nTwo\n";
    fs::write(folder.path().join("tail.txt"), tail).expect("written");
    fs::write(folder.path().join("utf16.txt"), utf16(tail)).expect("written");
    insta::assert_snapshot!(extract(folder.path()), @r#"
    exit 0
    --
    name,warnings
    good.txt,
    tail.txt,bundle_in_folder
    utf16.txt,"bundle_in_folder; decoded_utf-16le"
    --
    warning: FOLDER/tail.txt:0: expected one page, found 2 markers of the dialect tail; read as one, name the file itself to have it split
    warning: FOLDER/utf16.txt:0: expected one page, found 2 markers of the dialect tail; read as one, name the file itself to have it split
    warning: FOLDER/utf16.txt:0: expected UTF-8, found what looks like UTF-16LE; read as such
    documents: 3; warnings: 3, problems: 0
    "#);
}

#[test]
fn a_folder_of_bundles_is_said_to_be_one() {
    let run = run(&["bundle", "list", "bundles"]);
    assert_eq!((run.code, run.text().lines().count()), (Some(0), 6));
    assert_eq!(run.text().matches("bundle_in_folder").count(), 5);
}

#[test]
fn a_page_with_headings_between_signs_is_no_bundle() {
    let folder = good_folder();
    let page = "Bridge opens\n\n=== Background ===\nIt is old.\n\n-- more --\n=== Notes ===\nIt is long.\n";
    fs::write(folder.path().join("page.txt"), page).expect("written");
    let run = extract(folder.path());
    assert_eq!((run.code, run.text()), (Some(0), "name,warnings\ngood.txt,\npage.txt,\n"));
}

fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}
