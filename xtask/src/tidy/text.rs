//! How text files look: plain line ends, no tabs, no blanks at the end, no place on somebody's machine.

use super::house::{File, Finding, House};

/// What is written by people here.
const KINDS: [&str; 5] = ["md", "py", "rs", "sh", "toml"];

/// Folders whose files are as others made them, or bad on purpose.
const KEPT: [&str; 3] = ["fixtures", "testdata", "snapshots"];

/// First folders of paths on a machine.
const MACHINE: [&str; 5] = ["/home", "/root", "/work", "/Users", "C:\\Users"];

pub(super) fn check(house: &House) -> Vec<Finding> {
    let is_ours =
        |file: &&File| KINDS.contains(&file.extension()) && !KEPT.iter().any(|folder| file.is_in(folder));
    house.files.iter().filter(is_ours).flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let mut findings = file.lines_where(|line| line.contains('\t'), "a tab");
    // A test may hold a text that ends so.
    let ends_blank = |line: &str| line.ends_with(' ') && !file.is_in("tests");
    findings.extend(file.lines_where(ends_blank, "a blank at the end of the line"));
    findings.extend(file.lines_where(is_on_a_machine, "a path on somebody's machine"));
    // `lines()` takes the CR of a line end away.
    findings.extend(file.text.find('\r').map(|at| {
        let line = 1 + file.text[..at].matches('\n').count();
        file.at(line, "a carriage return")
    }));
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        findings.push(file.at(file.text.lines().count(), "no line end at the end of the file"));
    }
    findings
}

/// Whether the line names a folder below one of [`MACHINE`].
fn is_on_a_machine(line: &str) -> bool {
    let inside = |rest: &str| rest.starts_with(['/', '\\']);
    let begins =
        |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '/'));
    MACHINE.iter().any(|folder| {
        line.match_indices(folder).any(|(at, _)| begins(&line[..at]) && inside(&line[at + folder.len()..]))
    })
}

#[cfg(test)]
mod tests {
    use super::{House, check};

    #[track_caller]
    fn expect(path: &str, text: &str, complaints: &[&str]) {
        let found: Vec<String> = check(&House::of(&[(path, text)])).iter().map(ToString::to_string).collect();
        assert_eq!(found, complaints);
    }

    #[test]
    fn good_text() {
        expect("README.md", "one\n\ntwo\n", &[]);
        expect("README.md", "https://example.org/home/page, src/home/x, /home, fixtures/../home/x\n", &[]);
        expect("fixtures/broken/crlf.md", "one \r\n\ttwo", &[]);
        expect("crates/bundle/testdata/x.toml", "\t", &[]);
        expect("fixtures/x.bundle", "\t", &[]);
    }

    #[test]
    fn bad_text() {
        expect("x.md", "one\n\ttwo\n", &["x.md:2: a tab"]);
        expect("x.md", "one \n", &["x.md:1: a blank at the end of the line"]);
        expect("x.md", "one\ntwo\r\n", &["x.md:2: a carriage return"]);
        expect("x.md", "one\ntwo", &["x.md:2: no line end at the end of the file"]);
        let path = format!("see {}/ada/notes\n", "/home");
        expect("x.md", &path, &["x.md:1: a path on somebody's machine"]);
    }
}
