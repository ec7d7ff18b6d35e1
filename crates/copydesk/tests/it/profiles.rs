//! What the pages of a source teach each other, however they are handed over.

use crate::command::{fixtures, run, run_in};
use std::fs;
use std::path::Path;

const DAYS: [&str; 3] = ["--columns", "name,date_published", "-q"];

/// The pages of one gazette as files of a folder of their own.
fn gazette() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = fixtures().join("bundles/penrose.bundle");
    let bundle = bundle.to_str().expect("plain");
    let pages = folder.path().join("pages");
    assert_eq!(run(&["bundle", "unpack", bundle, pages.to_str().expect("plain")]).code, Some(0));
    folder
}

/// How many dates come out of the inputs, seen from the folder.
#[track_caller]
fn dates(folder: &Path, args: &[&str]) -> usize {
    let args = [&["extract"], args, &DAYS].concat();
    let run = run_in(folder, &args, b"");
    assert_eq!(run.code, Some(0), "{run}");
    run.text().lines().skip(1).filter(|row| !row.ends_with(',')).count()
}

#[test]
fn a_folder_is_its_own_source() {
    let folder = gazette();
    let all = dates(folder.path(), &["pages"]);
    assert_eq!(all, 4);
    assert_eq!(dates(folder.path(), &["pages/penrose-gazette"]), all);
    assert_eq!(dates(&folder.path().join("pages/penrose-gazette"), &["."]), all);
}

#[test]
fn files_named_one_by_one_teach_each_other() {
    let folder = gazette();
    let pages = folder.path().join("pages/penrose-gazette");
    let mut names: Vec<_> =
        fs::read_dir(&pages).expect("a folder").map(|page| page.expect("a page").file_name()).collect();
    names.sort();
    let names: Vec<&str> = names.iter().map(|name| name.to_str().expect("plain")).collect();
    assert_eq!(dates(&pages, &names), 4);
    assert_eq!(names.iter().map(|name| dates(&pages, &[name])).sum::<usize>(), 1);
}

#[test]
fn a_profile_makes_runs_agree_however_they_are_split() {
    let folder = gazette();
    let table = run_in(folder.path(), &["profile", "pages", "-o", "known.csv"], b"");
    assert_eq!((table.code, table.text()), (Some(0), ""), "{table}");
    let known = fs::read_to_string(folder.path().join("known.csv")).expect("written");
    assert!(known.starts_with(
        "source,day_first,month_first,order,pages,furniture,sample\npenrose-gazette,1,0,DMY,4,"
    ));
    let pages = folder.path().join("pages/penrose-gazette");
    let alone = |page: fs::DirEntry| {
        let name = format!("pages/penrose-gazette/{}", page.file_name().to_str().expect("plain"));
        dates(folder.path(), &["--profile", "known.csv", &name])
    };
    assert_eq!(
        fs::read_dir(pages).expect("a folder").map(|page| alone(page.expect("a page"))).sum::<usize>(),
        4
    );
}

#[test]
fn profiles_add_up() {
    let folder = gazette();
    let write = |name: &str, rows: &str| {
        fs::write(folder.path().join(name), format!("source,day_first,month_first\n{rows}"))
            .expect("written");
    };
    write("none.csv", "");
    write("day.csv", "penrose-gazette,3,0\n");
    write("month.csv", "penrose-gazette,0,3\n");
    let with = |args: &[&str]| dates(folder.path(), &[args, &["pages"]].concat());
    assert_eq!(with(&["--profile", "day.csv"]), 4);
    assert_eq!(with(&["--profile", "none.csv", "--profile", "day.csv"]), 4);
    // Nothing is learned from the pages themselves where profiles are given.
    assert_eq!(with(&["--profile", "none.csv"]), 1);
    assert_eq!(with(&["--profile", "day.csv", "--profile", "month.csv"]), 1);
}

#[test]
fn profiles_of_parts_are_the_profile_of_the_whole() {
    let folder = gazette();
    let pages = folder.path().join("pages/penrose-gazette");
    let mut names: Vec<_> =
        fs::read_dir(&pages).expect("a folder").map(|page| page.expect("a page").file_name()).collect();
    names.sort();
    let profile = |names: &[std::ffi::OsString], known: &str| {
        let names: Vec<_> = names.iter().map(|name| name.to_str().expect("plain")).collect();
        assert_eq!(run_in(&pages, &[&["profile", "-o", known][..], &names].concat(), b"").code, Some(0));
    };
    let (first, second) = names.split_at(2);
    profile(&names, "../whole.csv");
    profile(first, "../first.csv");
    profile(second, "../second.csv");
    let table = |known: &[&str]| {
        let args = known.iter().flat_map(|known| ["--profile", known]).collect::<Vec<_>>();
        run_in(&pages, &[&["extract", "--body", "."], &args[..]].concat(), b"").good()
    };
    assert!(table(&["../whole.csv"]) == table(&["../second.csv", "../first.csv"]));
}

#[test]
fn a_profile_that_is_none_says_where() {
    let folder = gazette();
    fs::write(folder.path().join("odd.csv"), "source,day_first,month_first\na,many,0\n").expect("written");
    for (file, message) in [
        ("odd.csv", "error: odd.csv: cannot be read: CSV deserialize error: record 1 (line: 2, byte: 29)"),
        ("none.csv", "error: none.csv: cannot be read: No such file"),
    ] {
        let run = run_in(folder.path(), &["extract", "--profile", file, "pages"], b"");
        assert_eq!((run.code, run.text()), (Some(3), ""));
        assert!(run.stderr.starts_with(message), "{}", run.stderr);
    }
}
