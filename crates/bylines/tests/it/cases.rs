use copydesk_bylines::{Byline, Contributor, Kind, Role, find};
use serde::Deserialize;

/// One file of `testdata`, whose README tells the fields.
#[derive(Deserialize)]
struct Topic {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    find: Vec<String>,
}

#[track_caller]
fn check(topic: &str) {
    let topic: Topic = toml::from_str(topic).unwrap();
    let wrong: Vec<_> = topic.case.iter().filter_map(Case::failure).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), topic.case.len(), wrong.join("\n"));
}

impl Case {
    fn failure(&self) -> Option<String> {
        let found: Vec<String> = find(&self.text).iter().map(|byline| shown(&self.text, byline)).collect();
        (found != self.find).then(|| format!("{:?}: expected {:?}, found {found:?}", self.text, self.find))
    }
}

/// `Labelled: Ada Example, Karl Muster [Editor]`
fn shown(text: &str, byline: &Byline<'_>) -> String {
    let contributors: Vec<String> = byline.contributors.iter().map(|one| contributor(text, one)).collect();
    format!("{:?}: {}", byline.rule, contributors.join(", "))
}

/// The name, and in brackets whatever is not so for most: kind, role, title, affiliation, agency.
fn contributor(text: &str, one: &Contributor<'_>) -> String {
    let part = |span: &std::ops::Range<usize>| text[span.clone()].to_owned();
    let kind = (one.kind != Kind::Person).then(|| format!("{:?}", one.kind));
    let role = (one.role != Role::Author).then(|| format!("{:?}", one.role));
    let agency = one.agency.map(|code| format!("= {code}"));
    let title = one.title.as_ref().map(part);
    let affiliation = one.affiliation.as_ref().map(|span| format!("@ {}", part(span)));
    let notes: Vec<String> = [kind, role, title, affiliation, agency].into_iter().flatten().collect();
    if notes.is_empty() { one.name.to_owned() } else { format!("{} [{}]", one.name, notes.join("; ")) }
}

#[test]
fn labelled() {
    check(include_str!("../../testdata/labelled.toml"));
}

#[test]
fn next_line() {
    check(include_str!("../../testdata/next_line.toml"));
}

#[test]
fn bare_names() {
    check(include_str!("../../testdata/bare_names.toml"));
}

#[test]
fn titles() {
    check(include_str!("../../testdata/titles.toml"));
}

#[test]
fn agencies() {
    check(include_str!("../../testdata/agencies.toml"));
}

#[test]
fn pictures() {
    check(include_str!("../../testdata/pictures.toml"));
}

#[test]
fn scripts() {
    check(include_str!("../../testdata/scripts.toml"));
}
