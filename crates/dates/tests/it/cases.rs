use copydesk_dates::{Deictic, Finder, Mention, NaiveDateTime, Order};
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
    #[serde(default)]
    locales: Vec<String>,
    order: Option<String>,
    usual_order: Option<String>,
    reference: Option<String>,
    #[serde(default)]
    deictic: bool,
}

#[track_caller]
fn check(topic: &str) {
    let topic: Topic = toml::from_str(topic).unwrap();
    let wrong: Vec<_> = topic.case.iter().filter_map(Case::failure).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), topic.case.len(), wrong.join("\n"));
}

impl Case {
    fn failure(&self) -> Option<String> {
        let tags: Vec<&str> = self.locales.iter().map(String::as_str).collect();
        let mut finder = Finder::new().locales(&tags);
        if self.deictic {
            finder = finder.deictic(Deictic::Find);
        }
        let order = |name: &String| if name == "MDY" { Order::Mdy } else { Order::Dmy };
        if let Some(name) = &self.order {
            finder = finder.order(order(name));
        }
        if let Some(name) = &self.usual_order {
            finder = finder.usual_order(order(name));
        }
        if let Some(reference) = &self.reference {
            finder = finder.reference(reference.parse::<NaiveDateTime>().unwrap());
        }
        let found: Vec<String> = finder.find_iter(&self.text).map(|mention| line(&mention)).collect();
        (found != self.find).then(|| format!("{:?}: expected {:?}, found {found:?}", self.text, self.find))
    }
}

fn line(mention: &Mention<'_>) -> String {
    let rival = mention.rival.map(|rival| format!("or {rival}"));
    let issues = mention.issues.iter().map(|issue| format!("!{issue}"));
    let value = format!("{} = {}", mention.text, mention.value());
    [value].into_iter().chain(rival).chain(issues).collect::<Vec<_>>().join(" ")
}

#[test]
fn numeric() {
    check(include_str!("../../testdata/numeric.toml"));
}

#[test]
fn named() {
    check(include_str!("../../testdata/named.toml"));
}

#[test]
fn iso() {
    check(include_str!("../../testdata/iso.toml"));
}

#[test]
fn times() {
    check(include_str!("../../testdata/times.toml"));
}

#[test]
fn cjk() {
    check(include_str!("../../testdata/cjk.toml"));
}

#[test]
fn calendars() {
    check(include_str!("../../testdata/calendars.toml"));
}

#[test]
fn urls() {
    check(include_str!("../../testdata/urls.toml"));
}

#[test]
fn relative() {
    check(include_str!("../../testdata/relative.toml"));
}

#[test]
fn words() {
    check(include_str!("../../testdata/words.toml"));
}

#[test]
fn short() {
    check(include_str!("../../testdata/short.toml"));
}
