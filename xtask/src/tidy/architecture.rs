//! ARCHITECTURE.md is short, and names the crates that there are, each as `crates/NAME`.

use super::house::{File, Finding, House, finding};

const PATH: &str = "ARCHITECTURE.md";
const LONGEST: usize = 150;

pub(super) fn check(house: &House) -> Vec<Finding> {
    let Some(file) = house.file(PATH) else { return vec![finding(PATH, "is missing")] };
    let crates = house.crates();
    let mut findings = strangers(file, &crates);
    let is_named = |name: &&&str| file.lines().any(|(_, line)| named(line).any(|other| other == **name));
    let unnamed = crates.iter().filter(|name| !is_named(name));
    findings.extend(unnamed.map(|name| file.at(1, format!("does not name `crates/{name}`"))));
    if file.text.lines().count() > LONGEST {
        findings.push(file.at(LONGEST + 1, format!("has more than {LONGEST} lines")));
    }
    findings
}

fn strangers(file: &File, crates: &[&str]) -> Vec<Finding> {
    let names = file.lines().flat_map(|(number, line)| named(line).map(move |name| (number, name)));
    let strangers = names.filter(|(_, name)| !crates.contains(name));
    strangers
        .map(|(number, name)| file.at(number, format!("names `crates/{name}`, which does not exist")))
        .collect()
}

/// What stands behind `crates/`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    line.split("crates/")
        .skip(1)
        .map(move |rest| &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())])
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{House, check};

    const MANIFESTS: [(&str, &str); 2] =
        [("crates/dates/Cargo.toml", ""), ("crates/date-words/Cargo.toml", "")];

    #[track_caller]
    fn complaints(architecture: &str) -> String {
        let mut files = MANIFESTS.to_vec();
        files.push(("ARCHITECTURE.md", architecture));
        check(&House::of(&files)).iter().map(|finding| finding.to_string() + "\n").collect()
    }

    #[test]
    fn each_crate_is_named() {
        assert_eq!(complaints("See `crates/dates/src` and `crates/date-words`, all of `crates/`.\n"), "");
        assert_eq!(complaints("`crates/dates`\n"), "ARCHITECTURE.md:1: does not name `crates/date-words`\n");
    }

    #[test]
    fn no_other_crate_is_named() {
        let text = "`crates/dates`, `crates/date-words`\n`crates/stories`\n";
        assert_eq!(complaints(text), "ARCHITECTURE.md:2: names `crates/stories`, which does not exist\n");
    }

    #[test]
    fn it_is_there_and_short() {
        assert_eq!(check(&House::of(&MANIFESTS))[0].to_string(), "ARCHITECTURE.md:1: is missing");
        let long = format!("`crates/dates`, `crates/date-words`\n{}", "x\n".repeat(150));
        assert_eq!(complaints(&long), "ARCHITECTURE.md:151: has more than 150 lines\n");
    }
}
