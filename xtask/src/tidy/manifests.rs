//! Each crate describes itself, and depends on no more than its place in the house allows.

use super::house::{File, Finding, House, finding};
use toml::{Table, Value};

/// A dependency, and the crates that may have it. `copydesk`, the program, puts all together.
const RESERVED: [(&str, &[&str]); 5] = [
    ("chrono", &["dates"]),
    ("clap", &["copydesk"]),
    ("csv", &["tables"]),
    ("nom", &["bundle", "dates"]),
    ("serde", &["tables"]),
];

/// Keys of `[package]`, and what they are.
const PACKAGE: [(&str, &str); 3] =
    [("readme", "\"README.md\""), ("license", "{ workspace = true }"), ("version", "{ workspace = true }")];

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.crates().into_iter().flat_map(|name| check_crate(house, name)).collect()
}

fn check_crate(house: &House, name: &str) -> Vec<Finding> {
    let path = format!("crates/{name}/Cargo.toml");
    let Some(file) = house.file(&path) else { return Vec::new() };
    let Ok(manifest) = file.text.parse::<Table>() else { return vec![finding(&path, "is not TOML")] };
    let mut findings = check_package(file, &manifest);
    findings.extend(check_dependencies(file, &manifest, name));
    findings.extend(check_readme(house, name));
    findings
}

fn check_package(file: &File, manifest: &Table) -> Vec<Finding> {
    let at = |section: &str, key: &str| manifest.get(section).and_then(|table| table.get(key));
    let mut wrong = Vec::new();
    if at("package", "description").and_then(Value::as_str).is_none_or(str::is_empty) {
        wrong.push("expected a `description`".to_owned());
    }
    for (key, value) in PACKAGE {
        if at("package", key).is_none_or(|found| found.to_string() != value) {
            wrong.push(format!("expected `{key} = {value}`"));
        }
    }
    if at("lints", "workspace").and_then(Value::as_bool) != Some(true) {
        wrong.push("expected the lints of the workspace".to_owned());
    }
    wrong.into_iter().map(|message| file.at(1, message)).collect()
}

fn check_dependencies(file: &File, manifest: &Table, name: &str) -> Vec<Finding> {
    let dependencies = manifest.get("dependencies").and_then(Value::as_table);
    let has = |dependency: &str| dependencies.is_some_and(|table| table.contains_key(dependency));
    let wrong = RESERVED.iter().filter(|(dependency, owners)| has(dependency) && !owners.contains(&name));
    wrong
        .map(|(dependency, owners)| file.at(line_of(file, dependency), reserved(dependency, owners)))
        .collect()
}

fn reserved(dependency: &str, owners: &[&str]) -> String {
    format!("`{dependency}` is for {} alone", owners.join(", "))
}

fn line_of(file: &File, dependency: &str) -> usize {
    file.lines().find(|(_, line)| line.starts_with(dependency)).map_or(1, |(number, _)| number)
}

/// The README is the crate's documentation.
fn check_readme(house: &House, name: &str) -> Vec<Finding> {
    let root = format!("crates/{name}/src/lib.rs");
    let includes = house.text(&root).contains("#![doc = include_str!(\"../README.md\")]");
    let mut findings = Vec::new();
    if !includes {
        findings.push(finding(&root, "expected README.md as documentation of the crate"));
    }
    let readme = format!("crates/{name}/README.md");
    if !house.text(&readme).contains("```") && !house.text(&readme).contains("\n    ") {
        findings.push(finding(&readme, "expected an example"));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{House, check};

    const GOOD: &str = "\
[package]
description = \"Dates\"
readme = \"README.md\"
version.workspace = true
license.workspace = true
[dependencies]
chrono.workspace = true
[dev-dependencies]
serde.workspace = true
[lints]
workspace = true
";

    fn complaints(name: &str, manifest: &str) -> String {
        let [path, root, readme] =
            ["Cargo.toml", "src/lib.rs", "README.md"].map(|file| format!("crates/{name}/{file}"));
        let root = (root.as_str(), "#![doc = include_str!(\"../README.md\")]\n");
        let house = House::of(&[(&path, manifest), root, (&readme, "```rust\n```\n")]);
        check(&house).iter().map(|finding| finding.to_string() + "\n").collect()
    }

    #[test]
    fn a_good_crate() {
        assert_eq!(complaints("dates", GOOD), "");
    }

    #[test]
    fn a_dependency_of_others() {
        assert_eq!(complaints("blocks", GOOD), "crates/blocks/Cargo.toml:7: `chrono` is for dates alone\n");
    }

    #[test]
    fn a_crate_that_says_nothing() {
        let complaints = complaints("dates", "[package]\nname = \"x\"\nlicense = \"MIT\"\n");
        for expected in
            ["`description`", "readme = \"README.md\"", "license = { workspace", "lints of the workspace"]
        {
            assert!(complaints.contains(expected), "{expected}: {complaints}");
        }
    }

    #[test]
    fn no_readme() {
        let house = House::of(&[("crates/dates/Cargo.toml", GOOD)]);
        assert_eq!(check(&house).len(), 2);
    }
}
