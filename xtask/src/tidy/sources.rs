//! What Rust sources may not say.

use super::house::{File, Finding, House};

/// Names that say nothing.
const EMPTY_NAMES: [&str; 5] = ["utils", "common", "misc", "types", "helpers"];

/// What only a program does: said again here, for clippy does not know all ways to say it.
const OUTSIDE: [&str; 6] = ["std::fs", "std::env", "std::process", "println!", "eprintln!", "std::net"];

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.sources().flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let mut findings = check_name(file);
    let mut add =
        |is_wrong: &dyn Fn(&str) -> bool, message| findings.extend(file.lines_where(is_wrong, message));
    add(&|line| is_unsafe(code(line)), "is unsafe");
    if is_library(file) {
        add(&|line| is_public_nom(code(line)), "nom in a public signature");
        add(&|line| OUTSIDE.iter().any(|path| code(line).contains(path)), "only copydesk and xtask do this");
    }
    findings
}

fn check_name(file: &File) -> Vec<Finding> {
    let mut names = file.path.trim_end_matches(".rs").split('/');
    let empty = names.find(|name| EMPTY_NAMES.contains(name));
    empty.map(|name| file.at(1, format!("`{name}` is no name of a module"))).into_iter().collect()
}

/// Sources of the crates that run in other people's programs.
fn is_library(file: &File) -> bool {
    file.path.starts_with("crates/") && file.is_in("src") && !file.path.starts_with("crates/copydesk/")
}

fn is_public_nom(code: &str) -> bool {
    code.trim_start().starts_with("pub ") && (code.contains("nom::") || code.contains("IResult"))
}

/// The line without comment.
fn code(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| code)
}

/// Whether the keyword stands where it means what it says.
fn is_unsafe(code: &str) -> bool {
    let begins = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '"'));
    let goes_on = |rest: &str| {
        ["{", "fn", "impl", "trait", "extern"].iter().any(|word| rest.trim_start().starts_with(word))
    };
    code.match_indices("unsafe").any(|(at, word)| begins(&code[..at]) && goes_on(&code[at + word.len()..]))
}

#[cfg(test)]
mod tests {
    use super::{House, check};

    #[track_caller]
    fn expect(path: &str, source: &str, complaints: &[&str]) {
        let found: Vec<String> =
            check(&House::of(&[(path, source)])).iter().map(ToString::to_string).collect();
        assert_eq!(found, complaints);
    }

    #[test]
    fn good_sources() {
        expect(
            "crates/dates/src/time.rs",
            "// std::fs is not unsafe\npub(crate) fn f() -> IResult {}\n",
            &[],
        );
        expect("crates/copydesk/src/input.rs", "use std::fs;\n", &[]);
        expect("crates/dates/tests/it/main.rs", "println!(\"x\");\n", &[]);
        expect("crates/dates/src/generated/utils.rs", "unsafe\n", &[]);
    }

    #[test]
    fn bad_sources() {
        let path = "crates/dates/src/time.rs";
        expect(path, "\nuse std::fs;\n", &["crates/dates/src/time.rs:2: only copydesk and xtask do this"]);
        expect(
            path,
            "pub fn f() -> nom::Err {}\n",
            &["crates/dates/src/time.rs:1: nom in a public signature"],
        );
        let keyword = "un".to_owned() + "safe { f() }\n";
        expect("xtask/src/run.rs", &keyword, &["xtask/src/run.rs:1: is unsafe"]);
        expect("xtask/src/misc/run.rs", "", &["xtask/src/misc/run.rs:1: `misc` is no name of a module"]);
    }
}
