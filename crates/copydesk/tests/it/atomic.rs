//! `-o FILE`: what is at the path stays until all is written.

use crate::command::{Run, run, run_on};
use std::fs;
use std::path::Path;

fn extract_to(path: &Path, args: &[&str], stdin: &[u8]) -> Run {
    run_on(&[&["extract", "--columns", "name", "-o", path.to_str().expect("UTF-8")], args].concat(), stdin)
}

/// The names in a folder: no draft stays behind.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_new_file_appears() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new.csv");
    let run = extract_to(&path, &["folder"], b"");
    assert_eq!((run.code, run.text()), (Some(0), ""));
    assert!(fs::read_to_string(&path).expect("written").starts_with("name\ncampanas-valdehierro.txt\n"));
    assert_eq!(names(folder.path()), ["new.csv"]);
}

#[test]
fn an_old_file_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.csv");
    fs::write(&path, "old, and much longer than the new one: ".repeat(100)).expect("written");
    assert_eq!(extract_to(&path, &["-"], b"==> a <==\n").code, Some(0));
    assert_eq!(fs::read_to_string(&path).expect("written"), "name\na\n");
}

#[test]
fn documents_with_problems_are_no_reason_to_write_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new.csv");
    assert_eq!(extract_to(&path, &["broken/truncated.bundle"], b"").code, Some(1));
    assert_eq!(fs::read_to_string(&path).expect("written"), "name\nsnail.txt\nclock.txt\n");
}

/// The run fails, the old file stays, and nothing stays beside it.
#[track_caller]
fn check_kept(args: &[&str], code: i32) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.csv");
    fs::write(&path, "old").expect("written");
    let run = extract_to(&path, args, b"");
    assert_eq!(run.code, Some(code), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&path).expect("kept"), "old");
    assert_eq!(names(folder.path()), ["old.csv"]);
}

#[test]
fn a_failing_run_keeps_the_old_file() {
    check_kept(&["folder", "broken/missing.bundle"], 3);
    check_kept(&["--strict", "broken/truncated.bundle"], 1);
    check_kept(&["--columns", "nothing", "folder"], 2);
}

#[test]
fn a_place_that_is_none_is_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("missing/new.csv");
    let run = extract_to(&path, &["folder"], b"");
    assert_eq!(run.code, Some(3));
    let message = "cannot be written: No such file or directory (os error 2)";
    assert_eq!(run.stderr, format!("error: {}: {message}\n", path.display()));
    assert_eq!(extract_to(folder.path(), &["folder"], b"").code, Some(3));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_written_to_and_not_replaced() {
    let before = fs::metadata("/dev/null").expect("a device");
    assert_eq!(extract_to(Path::new("/dev/null"), &["folder"], b"").code, Some(0));
    assert_eq!(fs::metadata("/dev/null").expect("a device").file_type(), before.file_type());
}

#[cfg(unix)]
#[test]
fn a_link_stays_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (target, link) = (folder.path().join("target.csv"), folder.path().join("link.csv"));
    fs::write(&target, "old").expect("written");
    std::os::unix::fs::symlink(&target, &link).expect("linked");
    assert_eq!(extract_to(&link, &["-"], b"==> a <==\n").code, Some(0));
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_eq!(fs::read_to_string(&target).expect("written"), "name\na\n");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_stays_one_and_gets_its_target() {
    let folder = tempfile::tempdir().expect("a folder");
    let below = folder.path().join("below");
    fs::create_dir(&below).expect("made");
    let link = folder.path().join("link.csv");
    std::os::unix::fs::symlink("below/second.csv", &link).expect("linked");
    std::os::unix::fs::symlink("target.csv", below.join("second.csv")).expect("linked");
    assert_eq!(extract_to(&link, &["-"], b"==> a <==\n").code, Some(0));
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert!(fs::symlink_metadata(below.join("second.csv")).expect("a link").is_symlink());
    assert_eq!(fs::read_to_string(below.join("target.csv")).expect("written"), "name\na\n");
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let link = folder.path().join("link.csv");
    std::os::unix::fs::symlink("link.csv", &link).expect("linked");
    let run = extract_to(&link, &["folder"], b"");
    assert_eq!(run.code, Some(3));
    assert!(run.stderr.starts_with(&format!("error: {}: cannot be written: ", link.display())), "{run}");
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path).expect("a file").permissions())
}

#[cfg(unix)]
#[test]
fn others_may_read_a_new_file_as_far_as_the_user_lets_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let plain = folder.path().join("plain");
    fs::write(&plain, "").expect("written");
    let path = folder.path().join("new.csv");
    assert_eq!(extract_to(&path, &["folder"], b"").code, Some(0));
    assert_eq!(mode(&path), mode(&plain));
}

#[cfg(unix)]
#[test]
fn who_may_read_an_old_file_may_read_the_new_one_and_nobody_else() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.csv");
    for wanted in [0o600, 0o640, 0o666] {
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, PermissionsExt::from_mode(wanted)).expect("set");
        assert_eq!(extract_to(&path, &["-"], b"==> a <==\n").code, Some(0));
        assert_eq!(fs::read_to_string(&path).expect("written"), "name\na\n");
        assert_eq!(mode(&path) & 0o777, wanted);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_write_that_fails_names_its_file() {
    let full = "error: /dev/full: cannot be written: No space left on device (os error 28)\n";
    for args in [&["extract", "--quiet", "folder"][..], &["bundle", "pack", "folder"]] {
        let run = run(&[args, &["-o", "/dev/full"]].concat());
        assert_eq!((run.code, &*run.stderr), (Some(3), full), "{args:?}");
    }
}

#[test]
fn packing_is_atomic_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.bundle");
    fs::write(&path, "old").expect("written");
    let run =
        run(&["bundle", "pack", "folder", "broken/missing.bundle", "-o", path.to_str().expect("UTF-8")]);
    assert_eq!(run.code, Some(3));
    assert_eq!(fs::read_to_string(&path).expect("kept"), "old");
}
