//! `--resume`: a run that was killed and gone on with writes what one that was not writes.

use crate::command::{Run, command, run};
use crate::killed::kill_anywhere;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Files with some hundred pages each; some names come in several of them, and a page of the first is damaged.
fn inputs(folder: &Path) -> Vec<PathBuf> {
    let page = |file: usize, page: usize| {
        let name = if page == 3 { "twin.txt".to_owned() } else { format!("{file}/{page}.txt") };
        format!(
            "==> {name} <==\nFerry {page} leaves\n\nBy Ada Example\n\n0{}/23/2019\nText.\n\n",
            page % 9 + 1
        )
    };
    let paths = (0..8).map(|file| {
        let path = folder.join(format!("{file}.bundle"));
        let pages: String = (0..400).map(|number| page(file, number)).collect();
        let damaged: &[u8] = if file == 0 { b"Caf\xC3\xA9, th\xC3\xA9, \xE9t\n" } else { b"" };
        fs::write(&path, [pages.as_bytes(), damaged].concat()).expect("written");
        path
    });
    paths.collect()
}

fn args<'p>(output: &'p Path, inputs: &'p [PathBuf]) -> Vec<&'p str> {
    let inputs = inputs.iter().map(|path| path.to_str().expect("UTF-8"));
    ["extract", "--resume", "-o", output.to_str().expect("UTF-8")].into_iter().chain(inputs).collect()
}

fn left(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<_> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn killed_again_and_again_it_comes_to_the_same_end() {
    let (pages, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let inputs = inputs(pages.path());
    let output = folder.path().join("new.csv");
    let whole = whole(&inputs);
    kill_anywhere(
        || command(&args(&output, &inputs)),
        || assert!(fs::read(&output).is_ok_and(|table| table == whole.stdout) || !output.exists()),
    );
    check_end(&run(&args(&output, &inputs)), &output, &whole);
}

/// What a run comes to that nothing ends.
fn whole(inputs: &[PathBuf]) -> Run {
    let paths: Vec<_> = inputs.iter().map(|path| path.to_str().expect("UTF-8")).collect();
    run(&[&["extract"], &*paths].concat())
}

/// A run that was gone on with comes to the same table, exit code and counts.
#[track_caller]
fn check_end(run: &Run, output: &Path, whole: &Run) {
    assert_eq!((run.code, whole.code), (Some(1), Some(1)), "{}", run.stderr);
    assert_eq!(run.stderr.lines().last(), whole.stderr.lines().last());
    assert!(fs::read(output).expect("written") == whole.stdout, "another table");
    assert_eq!(left(output.parent().expect("a folder")), ["new.csv"]);
}

/// Goes on with a draft that says that so many inputs are done, and has half a row more.
#[track_caller]
fn check_draft(done: usize, fingerprint: Option<&str>) {
    let (pages, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let inputs = inputs(pages.path());
    let output = folder.path().join("new.csv");
    let whole = whole(&inputs);
    let rows: Vec<_> = whole.stdout.split_inclusive(|byte| *byte == b'\n').collect();
    let table = rows[..=400 * done].concat();
    let known = fingerprint.map_or_else(|| fingerprint_of(folder.path(), &output, &inputs), str::to_owned);
    let journal = format!("{known}\n{done} {} {}\n9", table.len(), counts(&inputs[..done]));
    fs::write(folder.path().join(".copydesk-new.csv.journal"), journal).expect("written");
    fs::write(folder.path().join(".copydesk-new.csv.draft"), [&*table, b"half a r"].concat())
        .expect("written");
    let run = run(&args(&output, &inputs));
    check_end(&run, &output, &whole);
    let said = format!("going on behind what is done; inputs: {done}, documents: {}", 400 * done);
    let said = fingerprint.is_none().then_some(&*said);
    assert_eq!(run.stderr.lines().find(|line| line.starts_with("going on")), said);
}

/// What the journal says of a run over these inputs: documents, warnings, problems, cells like formulas, fields found.
fn counts(inputs: &[PathBuf]) -> String {
    let stderr = whole(inputs).stderr;
    let (documents, rest) =
        stderr.rsplit_once("documents: ").expect("counts").1.split_once("; ").expect("counts");
    let (found, rest) = rest.split_once("; warnings: ").expect("counts");
    let (warnings, problems) = rest.trim_end().split_once(", problems: ").expect("counts");
    let found =
        found.split('/').filter_map(|part| part.rsplit_once(' ')).map(|(_, count)| format!(" {count}"));
    format!("{documents} {warnings} {problems} 0{}", found.collect::<String>())
}

/// What a run writes first into its journal.
fn fingerprint_of(folder: &Path, output: &Path, inputs: &[PathBuf]) -> String {
    let journal = folder.join(".copydesk-new.csv.journal");
    let mut command = command(&args(output, inputs));
    let mut child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command starts");
    let read = || fs::read_to_string(&journal).ok()?.split_once('\n').map(|(first, _)| first.to_owned());
    let found = std::iter::repeat_with(read).take(1_000_000).find_map(|found| found).expect("a journal");
    child.kill().expect("killed");
    child.wait().expect("it ends");
    found
}

#[test]
fn half_a_row_behind_the_last_input_is_forgotten() {
    for done in [1, 4, 8] {
        check_draft(done, None);
    }
}

#[test]
fn the_draft_of_another_run_is_not_gone_on_with() {
    check_draft(4, Some("0123456789abcdef"));
}

/// A run, with these options more, over what a run without them left: a journal that says that all is done, and a draft.
#[track_caller]
fn check_left(draft: Option<&[u8]>, length: usize, options: &[&str]) {
    let (pages, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let inputs = inputs(pages.path());
    let output = folder.path().join("new.csv");
    let whole = whole(&inputs);
    let known = fingerprint_of(folder.path(), &output, &inputs);
    let beside = |kind: &str| folder.path().join(format!(".copydesk-new.csv.{kind}"));
    fs::write(beside("journal"), format!("{known}\n8 {length} {}\n", counts(&inputs))).expect("written");
    match draft {
        Some(draft) => fs::write(beside("draft"), draft).expect("written"),
        None => fs::remove_file(beside("draft")).expect("removed"),
    }
    let run = run(&[&*args(&output, &inputs), options].concat());
    if options.is_empty() {
        check_end(&run, &output, &whole);
    } else {
        assert_eq!((run.code, output.exists()), (Some(1), false), "{}", run.stderr);
    }
}

#[test]
fn a_journal_without_all_of_its_draft_is_not_gone_on_with() {
    check_left(None, 100, &[]);
    check_left(Some(b"name\n"), 100, &[]);
}

#[test]
fn what_was_accepted_is_not_when_all_must_be_good() {
    check_left(Some(b"name\n"), 5, &["--strict"]);
}

#[test]
fn streams_and_folders_are_refused() {
    let refused = |input: &str| -> Run { run(&["extract", "--resume", "-o", "/nowhere/new.csv", input]) };
    for input in ["folder", "-"] {
        let run = refused(input);
        assert_eq!(run.code, Some(2));
        let said = format!("error: {input}: expected a file, which `--resume` finds again, found none\n");
        assert_eq!(run.stderr, said);
    }
    assert_eq!(refused("missing").code, Some(3));
}
