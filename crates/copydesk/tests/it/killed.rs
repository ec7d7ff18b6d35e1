//! Runs that are killed at any moment leave what was there before, or all that there is to write.

use crate::command::{command, run};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

/// How often a run is killed.
const POINTS: usize = 20;

/// Kills a run at random moments of the time that it takes, always the same ones, and looks at what each leaves.
pub(crate) fn kill_anywhere(start: impl Fn() -> Command, mut look: impl FnMut()) {
    let begun = Instant::now();
    start().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().expect("it ends");
    let whole = begun.elapsed();
    look();
    let mut random = fastrand::Rng::with_seed(5);
    for _ in 0..POINTS {
        let mut command = start();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the command starts");
        sleep(whole.mul_f64(random.f64()));
        child.kill().expect("killed");
        child.wait().expect("it ends");
        look();
    }
}

/// A bundle that takes some tenths of a second.
fn bundle(folder: &Path) -> String {
    let page = |number: usize| {
        let text = format!("Ferry {number} leaves\n\nBy Ada Example\n\n0{}/23/2019\nText.\n", number % 9 + 1);
        format!("==> {}/{number}.txt <==\n{text}\n", number % 7)
    };
    let path = folder.join("pages.bundle");
    fs::write(&path, (0..3000).map(page).collect::<String>()).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_table_is_the_old_one_or_the_whole_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (bundle, table) = (bundle(folder.path()), folder.path().join("table.csv"));
    let whole = run(&["extract", &bundle]).good();
    let mut olds = 0;
    kill_anywhere(
        || {
            fs::write(&table, "old").expect("written");
            command(&["extract", &bundle, "-o", table.to_str().expect("UTF-8")])
        },
        || {
            let left = fs::read(&table).expect("there");
            assert!(left == b"old" || left == whole, "{}", String::from_utf8_lossy(&left));
            olds += usize::from(left == b"old");
        },
    );
    assert!(olds > POINTS / 8, "{olds} were killed before they were done");
}

/// All files below a folder, each with its length.
fn files(folder: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("something").path();
        match path.metadata().expect("there") {
            below if below.is_dir() => found.extend(files(&path)),
            file => found.push((path.to_string_lossy().into_owned(), file.len())),
        }
    }
    found.sort();
    found
}

#[test]
fn a_folder_is_not_there_or_has_all_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let (bundle, pages) = (bundle(folder.path()), folder.path().join("pages"));
    run(&["bundle", "unpack", &bundle, pages.to_str().expect("UTF-8")]).good();
    let (whole, mut none) = (files(&pages), 0);
    assert_eq!(whole.len(), 3000);
    kill_anywhere(
        || {
            let _ = fs::remove_dir_all(&pages);
            command(&["bundle", "unpack", &bundle, pages.to_str().expect("UTF-8")])
        },
        || {
            let is_there = pages.exists();
            assert!(!is_there || files(&pages) == whole, "another folder");
            none += usize::from(!is_there);
        },
    );
    assert!(none > POINTS / 8, "{none} were killed before they were done");
}
