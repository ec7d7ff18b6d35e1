//! Runs that end before they are done: what was there stays, and one line says why.

#![cfg(unix)]

use crate::command::{command, run};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A run that writes to `FOLDER/old.csv`, and waits for the rest of standard input.
fn spawn_to(folder: &Path, args: &[&str]) -> Child {
    let path = folder.join("old.csv");
    fs::write(&path, "old").expect("written");
    let output = ["-o", path.to_str().expect("UTF-8")];
    let mut command = command(&[&["extract", "--columns", "name"], args, &output].concat());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().expect("the command starts")
}

fn feed(child: &mut Child) {
    let stdin = child.stdin.as_mut().expect("a pipe");
    (0..200_000).try_for_each(|page| write!(stdin, "==> {page}.txt <==\nA page\n")).expect("read");
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args([name, &child.id().to_string()]).status();
    assert!(status.expect("the command `kill`").success());
}

fn stderr(child: &mut Child) -> String {
    let mut text = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut text).expect("UTF-8");
    text
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn an_interruption_says_how_far_it_came() {
    let folder = tempfile::tempdir().expect("a folder");
    let known = folder.path().join("known.csv");
    fs::write(&known, run(&["profile", "folder"]).good()).expect("written");
    let mut child = spawn_to(folder.path(), &["-", "--profile", known.to_str().expect("UTF-8")]);
    feed(&mut child);
    let stdin = child.stdin.take();
    sleep(Duration::from_millis(1500));
    signal(&child, "-INT");
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    drop(stdin);
    let stderr = stderr(&mut child);
    let said = stderr.strip_prefix("error: interrupted after ").expect("said so");
    let (documents, place) = said.split_once(" documents, at <stdin>:").expect(&stderr);
    assert!(documents.parse::<usize>().expect("a number") > 0, "{stderr}");
    assert!(place.trim_end().parse::<usize>().expect("an offset") > 0, "{stderr}");
    assert_eq!(fs::read_to_string(folder.path().join("old.csv")).expect("kept"), "old");
    let mut names = names(folder.path());
    names.sort();
    assert_eq!(names, ["known.csv", "old.csv"]);
}

#[test]
fn a_second_interruption_leaves_no_draft_either() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = spawn_to(folder.path(), &["-"]);
        feed(&mut child);
        signal(&child, "-INT");
        signal(&child, "-INT");
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
        assert_eq!(names(folder.path()), ["old.csv"]);
    }
}

#[test]
fn an_interruption_while_it_learns_or_waits_is_heard() {
    for commands in [&["extract", "-"][..], &["bundle", "list", "-"], &["profile", "-"], &["blocks", "-"]] {
        let mut command = command(commands);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        // Who waits for the child closes the pipe, unless it is held.
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(b"==> a.txt <==\n").expect("read");
        sleep(Duration::from_millis(500));
        signal(&child, "-INT");
        assert_eq!(child.wait().expect("it ends").code(), Some(130), "{commands:?}");
        assert!(stderr(&mut child).starts_with("error: interrupted after 0 documents\n"), "{commands:?}");
    }
}

#[test]
fn a_folder_that_vanishes_is_one_clear_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let pages = folder.path().join("pages");
    fs::create_dir(&pages).expect("made");
    fs::write(pages.join("a.txt"), "A page").expect("written");
    let path = pages.to_str().expect("UTF-8");
    let mut child = spawn_to(folder.path(), &[path, "-"]);
    // It has read the folder once, and waits for standard input.
    sleep(Duration::from_secs(1));
    fs::remove_dir_all(&pages).expect("removed");
    drop(child.stdin.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(3));
    let message = "cannot be read: No such file or directory (os error 2)";
    assert_eq!(stderr(&mut child), format!("error: {path}: {message}\n"));
    assert_eq!(fs::read_to_string(folder.path().join("old.csv")).expect("kept"), "old");
}

#[test]
fn a_stream_that_cannot_be_read_is_one_clear_line() {
    // A folder as standard input can be opened, and not read.
    let mut command = command(&["extract", "-"]);
    command.stdin(File::open("/").expect("a folder")).stdout(Stdio::null()).stderr(Stdio::piped());
    let output = command.output().expect("it ends");
    assert_eq!(output.status.code(), Some(3));
    let message = "error: <stdin>: cannot be read: Is a directory (os error 21)\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), message);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_one_clear_line() {
    for args in [&["extract", "--quiet", "folder"][..], &["bundle", "list", "folder"], &["blocks", "folder"]]
    {
        let full = File::options().write(true).open("/dev/full").expect("a device");
        let mut command = command(args);
        command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped());
        let output = command.output().expect("it ends");
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        let message = "error: the output cannot be written: No space left on device (os error 28)\n";
        assert_eq!(String::from_utf8_lossy(&output.stderr), message, "{args:?}");
    }
}

/// A file without room for the copy of a stream, as far as a test can tell: a folder for such files that is none.
#[test]
fn no_room_for_the_copy_of_a_stream_is_one_clear_line() {
    let pages = "A page\n".repeat(1_500_000);
    let mut command = command(&["extract", "--quiet", "-"]);
    command.env("TMPDIR", "/nowhere").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    // It stops reading.
    let _ = child.stdin.take().expect("a pipe").write_all(pages.as_bytes());
    assert_eq!(child.wait().expect("it ends").code(), Some(3));
    let stderr = stderr(&mut child);
    let message = "error: <stdin>: cannot be read: no copy of it can be made in /nowhere: ";
    assert!(stderr.starts_with(message), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
}
