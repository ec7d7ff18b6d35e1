use copydesk_bundle::{Dialect, Evidence, sniff};
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    input: String,
    evidence: Vec<String>,
}

#[track_caller]
fn check(case: &Case) {
    let sniff = sniff(case.input.as_bytes());
    let chosen = sniff.chosen.as_ref().map_or("none".to_owned(), print);
    let found: Vec<_> = std::iter::once(chosen).chain(sniff.rivals.iter().map(print)).collect();
    assert_eq!(found, case.evidence, "{}", case.input);
}

fn print(evidence: &Evidence) -> String {
    let Evidence { dialect, confidence, markers, first } = evidence;
    format!("{dialect} {confidence:.1} {markers} @ {first}")
}

#[test]
fn cases() {
    let suite: Suite = toml::from_str(include_str!("../../testdata/sniff.toml")).unwrap();
    suite.case.iter().for_each(check);
}

#[test]
fn dialects_have_names() {
    for dialect in Dialect::ALL {
        assert_eq!(dialect.to_string().parse(), Ok(dialect));
    }
    insta::assert_snapshot!(
        "Tail".parse::<Dialect>().unwrap_err(),
        @"expected one of `canonical`, `tail`, `txtar`, `equals`, `begin`, `repomix`, `gitingest`, `repomix-xml`, `documents`, `files-to-prompt`, `wet`, `jsonl`, `lexisnexis`, found `Tail`"
    );
    assert_eq!("".parse::<Dialect>().unwrap_err().offset(), None);
}
