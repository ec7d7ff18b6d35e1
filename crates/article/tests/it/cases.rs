use copydesk_article::{Context, Explained, Order, read};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One file of `testdata`, whose README tells the fields.
#[derive(Deserialize)]
struct Topic {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    page: String,
    url: Option<String>,
    fetched: Option<String>,
    order: Option<String>,
    #[serde(default)]
    found: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    empty: BTreeMap<String, String>,
}

#[track_caller]
fn check(topic: &str) {
    let Topic { case: cases } = toml::from_str(topic).unwrap();
    let wrong: Vec<String> = cases.iter().flat_map(Case::failures).collect();
    assert!(wrong.is_empty(), "of {} cases fail:\n{}", cases.len(), wrong.join("\n"));
    let negative = cases.iter().filter(|case| !case.empty.is_empty()).count();
    assert!(2 * negative >= cases.len(), "{negative} of {} cases expect an empty field", cases.len());
}

impl Case {
    fn failures(&self) -> Vec<String> {
        let fields = read(&self.page, &self.context()).explain();
        let expected = self.found.iter().map(|(field, values)| (field, values.join(" | ")));
        let empty = self.empty.iter().map(|(field, reason)| (field, format!("({reason})")));
        let outcomes = expected.chain(empty).map(|(name, expected)| {
            let field = fields.iter().find(|field| field.field == name).unwrap();
            (name, expected, outcome(field))
        });
        outcomes
            .filter(|(_, expected, outcome)| expected != outcome)
            .map(|(field, expected, outcome)| {
                format!("{}: {field}: expected {expected}, found {outcome}", self.name)
            })
            .collect()
    }

    fn context(&self) -> Context<'_> {
        Context {
            url: self.url.as_deref(),
            fetched: self.fetched.as_ref().map(|day| day.parse().unwrap()),
            order: self.order.as_deref().map(order),
            ..Context::default()
        }
    }
}

/// The values of a field, or in brackets the reason why there is none.
fn outcome(field: &Explained) -> String {
    let values: Vec<&str> = field.found.iter().map(|statement| statement.value.as_str()).collect();
    field.reason.map_or_else(|| values.join(" | "), |reason| format!("({reason})"))
}

fn order(name: &str) -> Order {
    let orders = [("dmy", Order::Dmy), ("mdy", Order::Mdy)];
    orders.into_iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn headlines() {
    check(include_str!("../../testdata/headlines.toml"));
}

#[test]
fn dates() {
    check(include_str!("../../testdata/dates.toml"));
}

#[test]
fn authors() {
    check(include_str!("../../testdata/authors.toml"));
}

#[test]
fn credits() {
    check(include_str!("../../testdata/credits.toml"));
}

#[test]
fn publishers_and_sections() {
    check(include_str!("../../testdata/publishers_and_sections.toml"));
}

#[test]
fn languages() {
    check(include_str!("../../testdata/languages.toml"));
}

#[test]
fn comments() {
    check(include_str!("../../testdata/comments.toml"));
}
