//! What ARCHITECTURE.md says of dependencies is what the manifests say: in the code map, which crates of the house each crate
//! depends on; in the table of libraries, which crates use each.

use super::house::{File, Finding, House};
use std::collections::BTreeMap;
use toml::Table;

const PATH: &str = "ARCHITECTURE.md";

/// What names of the house's packages begin with.
const PREFIX: &str = "copydesk-";

/// A crate, and something that it depends on.
type Pair = (String, String);

pub(super) fn check(house: &House) -> Vec<Finding> {
    let Some(file) = house.file(PATH) else { return Vec::new() };
    let members: Vec<&str> = house.crates().into_iter().chain(["xtask"]).collect();
    let used: Vec<Pair> = members.iter().flat_map(|member| uses(house, member)).collect();
    let mut said = map(file);
    said.extend(libraries(file));
    said.retain(|(member, _), _| members.contains(&member.as_str()));
    let unsaid = used.iter().filter(|pair| !said.contains_key(pair));
    let unsaid = unsaid.map(|(member, other)| (1, format!("does not say that {member} depends on {other}")));
    let untrue = said.iter().filter(|(pair, _)| !used.contains(pair));
    let untrue = untrue.map(|((member, other), line)| {
        (*line, format!("says that {member} depends on {other}, and its manifest does not"))
    });
    unsaid.chain(untrue).map(|(line, message)| file.at(line, message)).collect()
}

/// What a member depends on by its manifest, tests aside.
fn uses(house: &House, member: &str) -> Vec<Pair> {
    let folder = if member == "xtask" { "" } else { "crates/" };
    let manifest = house.text(&format!("{folder}{member}/Cargo.toml")).parse::<Table>().unwrap_or_default();
    let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table).into_iter().flatten();
    let short = |name: &str| name.strip_prefix(PREFIX).unwrap_or(name).to_owned();
    dependencies.map(|(name, _)| (member.to_owned(), short(name))).collect()
}

/// `` | `crates/dates` | what it does | date-words, lexicon | ``
fn map(file: &File) -> BTreeMap<Pair, usize> {
    let pairs = |(line, [member, _, others]): (usize, [String; 3])| {
        let member = member.trim_start_matches("crates/").to_owned();
        names(&others).into_iter().map(move |other| ((member.clone(), other), line)).collect::<Vec<_>>()
    };
    rows(file, "folder").into_iter().flat_map(pairs).collect()
}

/// `| nom | what it is for | bundle, dates |`
fn libraries(file: &File) -> BTreeMap<Pair, usize> {
    let pairs = |(line, [others, _, members]): (usize, [String; 3])| {
        let (others, members) = (names(&others), names(&members));
        let pair = |member: &String, other: &String| ((member.clone(), other.clone()), line);
        members
            .iter()
            .flat_map(|member| others.iter().map(move |other| pair(member, other)))
            .collect::<Vec<_>>()
    };
    rows(file, "library").into_iter().flat_map(pairs).collect()
}

/// The first cells of each row of the table whose header begins with this, with their line.
fn rows(file: &File, header: &str) -> Vec<(usize, [String; 3])> {
    let lines = file.lines().skip_while(|(_, line)| !line.starts_with(&format!("| {header} |")));
    let lines = lines.skip(2).take_while(|(_, line)| line.starts_with('|'));
    lines.map(|(number, line)| (number, cells(line))).collect()
}

fn cells(line: &str) -> [String; 3] {
    let mut cells = line.split('|').skip(1).map(|cell| cell.trim().trim_matches('`').to_owned());
    [(); 3].map(|()| cells.next().unwrap_or_default())
}

/// The names of a list, each without what stands behind it in brackets.
fn names(list: &str) -> Vec<String> {
    let names = list.split(',').map(|name| name.split('(').next().unwrap_or_default().trim());
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{House, check};

    const DATES: &str = "[dependencies]\ncopydesk-words.workspace = true\nnom.workspace = true\n";

    #[track_caller]
    fn complaints(map: &str, libraries: &str) -> String {
        let architecture = format!(
            "| folder | what it does | depends on |\n|---|---|---|\n| `crates/dates` | dates | {map} |\n\n\
             | library | for | used by | licence |\n|---|---|---|---|\n{libraries}"
        );
        let files = [
            ("crates/dates/Cargo.toml", DATES),
            ("crates/words/Cargo.toml", "[dev-dependencies]\nserde.workspace = true\n"),
            ("xtask/Cargo.toml", "[dependencies]\nnom.workspace = true\n"),
            ("ARCHITECTURE.md", &architecture),
        ];
        check(&House::of(&files)).iter().map(|finding| finding.to_string() + "\n").collect()
    }

    #[test]
    fn what_the_manifests_say() {
        let libraries =
            "| nom (no `std`) | grammars | dates, xtask | MIT |\n| serde | cases | tests | MIT |\n";
        assert_eq!(complaints("words", libraries), "");
    }

    #[test]
    fn what_is_left_out() {
        let expected = "ARCHITECTURE.md:1: does not say that dates depends on words\n\
                        ARCHITECTURE.md:1: does not say that xtask depends on nom\n";
        assert_eq!(complaints("", "| nom | grammars | dates | MIT |\n"), expected);
    }

    #[test]
    fn what_is_not_so() {
        let libraries = "| nom | grammars | dates, xtask, words | MIT |\n";
        let expected = "ARCHITECTURE.md:3: says that dates depends on blocks, and its manifest does not\n\
                        ARCHITECTURE.md:7: says that words depends on nom, and its manifest does not\n";
        assert_eq!(complaints("words, blocks", libraries), expected);
    }
}
