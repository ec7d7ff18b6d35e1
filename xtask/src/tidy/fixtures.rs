//! Each fixture is explained in the README and has a test.

use super::house::{File, Finding, House, finding};
use serde_json::Value;

const README: &str = "fixtures/README.md";
const GOLD: &str = "fixtures/gold.jsonl";

/// Each file stands in the README, by its path or its name, or its folder does.
pub(super) fn are_listed(house: &House) -> Vec<Finding> {
    let readme = house.text(README);
    let is_listed = |file: &&File| names(file).any(|name| readme.contains(&name));
    let unlisted = fixtures(house).filter(|file| !is_listed(file));
    unlisted.map(|file| finding(README, format!("does not list {}", below(file)))).collect()
}

/// Each file of bad input, and each page of the gold, is named by a test.
pub(super) fn have_tests(house: &House) -> Vec<Finding> {
    let tests: Vec<&File> = house.files.iter().filter(|file| is_test(file)).collect();
    let is_tested = |name: &str| tests.iter().any(|file| file.text.contains(name));
    let is_untested =
        |file: &&File| below(file).starts_with("broken/") && !names(file).any(|name| is_tested(&name));
    let mut findings: Vec<Finding> =
        fixtures(house).filter(is_untested).map(|file| file.at(1, "has no test")).collect();
    if let Some(gold) = house.file(GOLD) {
        let pages = gold.lines().filter_map(|(number, line)| Some((number, page(line)?)));
        let untested = pages.filter(|(_, page)| !is_tested(page));
        findings.extend(untested.map(|(number, page)| gold.at(number, format!("no test names {page}"))));
    }
    findings
}

/// The name of the page that a line of the gold is about.
fn page(line: &str) -> Option<String> {
    let gold: Value = serde_json::from_str(line).ok()?;
    gold["name"].as_str().map(str::to_owned)
}

fn fixtures(house: &House) -> impl Iterator<Item = &File> {
    let is_fixture = |file: &&File| file.path != README && !below(file).starts_with('.');
    house.files.iter().filter(|file| file.path.starts_with("fixtures/")).filter(is_fixture)
}

/// End-to-end tests: those of the product, and the member package that does nothing else.
fn is_test(file: &File) -> bool {
    file.extension() == "rs"
        && (file.path.starts_with("tests/") || file.path.starts_with("crates/copydesk/tests/"))
}

fn below(file: &File) -> &str {
    file.path.trim_start_matches("fixtures/")
}

/// What a file is called: its name, and the folder that it lies in, unless that is a large one.
fn names(file: &File) -> impl Iterator<Item = String> {
    let path: Vec<&str> = below(file).split('/').collect();
    let folder = path.len().checked_sub(2).filter(|folder| *folder > 0);
    let name = path.last().map(|name| (*name).to_owned());
    name.into_iter().chain(folder.map(|folder| path[folder].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{GOLD, House, README, are_listed, have_tests};

    const FILES: [(&str, &str); 4] = [
        (README, "| `broken/nul.bundle` | a NUL |\n| `gold.jsonl` |\n"),
        (GOLD, "{\"name\": \"a.txt\"}\n{\"name\": \"b.txt\"}\n"),
        ("fixtures/broken/nul.bundle", ""),
        ("tests/tests/pages.rs", "a.txt nul.bundle"),
    ];

    #[test]
    fn listed() {
        assert_eq!(are_listed(&House::of(&FILES)), []);
        let more = [&FILES[..], &[("fixtures/x.bundle", "")]].concat();
        assert_eq!(
            are_listed(&House::of(&more))[0].to_string(),
            "fixtures/README.md:1: does not list x.bundle"
        );
    }

    #[test]
    fn tested() {
        let findings: Vec<String> = have_tests(&House::of(&FILES)).iter().map(ToString::to_string).collect();
        assert_eq!(findings, ["fixtures/gold.jsonl:2: no test names b.txt"]);
        let findings: Vec<String> =
            have_tests(&House::of(&FILES[..3])).iter().map(ToString::to_string).collect();
        assert_eq!(findings.len(), 3);
        assert_eq!(findings[0], "fixtures/broken/nul.bundle:1: has no test");
    }
}
