use copydesk_bundle::{Bundle, Dialect, IssueKind, Reader, read};
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    input: String,
    forced: Option<String>,
    pattern: Option<String>,
    dialect: Option<String>,
    #[serde(default)]
    preamble: String,
    documents: Vec<(String, String)>,
    #[serde(default)]
    headers: Vec<Vec<(String, String)>>,
    #[serde(default)]
    issues: Vec<String>,
}

#[track_caller]
fn check(file: &str) {
    let suite: Suite = toml::from_str(file).unwrap();
    for case in suite.case {
        let reader = match (&case.forced, &case.pattern) {
            (Some(dialect), _) => Reader::new().dialect(dialect.parse().unwrap()),
            (None, Some(pattern)) => Reader::new().marker(pattern).unwrap(),
            (None, None) => Reader::new(),
        };
        let bundle = reader.read(case.input.as_bytes());
        assert_eq!(bundle.dialect.map(Dialect::name), case.dialect.as_deref(), "dialect of `{}`", case.name);
        assert_eq!(case.input[bundle.preamble.clone()], case.preamble, "preamble of `{}`", case.name);
        assert_eq!(documents(&bundle), case.documents, "documents of `{}`", case.name);
        if !case.headers.is_empty() {
            assert_eq!(headers(&bundle), case.headers, "headers of `{}`", case.name);
        }
        assert_eq!(issues(&bundle, &case.input), case.issues, "issues of `{}`", case.name);
    }
}

fn documents(bundle: &Bundle<'_>) -> Vec<(String, String)> {
    let documents = bundle.documents.iter();
    documents.map(|d| (d.name.to_string(), String::from_utf8(d.content.to_vec()).unwrap())).collect()
}

fn headers(bundle: &Bundle<'_>) -> Vec<Vec<(String, String)>> {
    let text = |(key, value): &(Cow<'_, str>, Cow<'_, str>)| (key.to_string(), value.to_string());
    bundle.documents.iter().map(|document| document.headers.iter().map(text).collect()).collect()
}

/// `DOCUMENT: MESSAGE @ BYTES`, checksum issues last.
fn issues(bundle: &Bundle<'_>, input: &str) -> Vec<String> {
    let issues = bundle.issues.iter().cloned().chain(bundle.verify());
    issues
        .map(|issue| {
            let document = issue.document.map_or("-".to_owned(), |index| index.to_string());
            let message = match issue.kind {
                IssueKind::Checksum { .. } => issue.kind.code().to_owned(),
                _ => issue.to_string(),
            };
            format!("{document}: {message} @ {}", input[issue.span].escape_debug())
        })
        .collect()
}

#[test]
fn canonical() {
    check(include_str!("../../testdata/canonical.toml"));
}

#[test]
fn tail() {
    check(include_str!("../../testdata/tail.toml"));
}

#[test]
fn txtar_and_equals() {
    check(include_str!("../../testdata/txtar_equals.toml"));
}

#[test]
fn begin_and_end() {
    check(include_str!("../../testdata/begin.toml"));
}

#[test]
fn rules_around_names() {
    check(include_str!("../../testdata/rules.toml"));
}

#[test]
fn tags() {
    check(include_str!("../../testdata/tags.toml"));
}

#[test]
fn files_to_prompt() {
    check(include_str!("../../testdata/files_to_prompt.toml"));
}

#[test]
fn wet() {
    check(include_str!("../../testdata/wet.toml"));
}

#[test]
fn json_lines() {
    check(include_str!("../../testdata/json_lines.toml"));
}

#[test]
fn lexis_nexis() {
    check(include_str!("../../testdata/lexisnexis.toml"));
}

#[test]
fn patterns() {
    check(include_str!("../../testdata/patterns.toml"));
}

#[test]
fn a_pattern_that_is_none() {
    let error = Reader::new().marker("# (").unwrap_err();
    assert_eq!((error.name(), error.document(), error.offset()), ("# (", None, None));
    assert!(error.to_string().starts_with("expected a regular expression, found `# (`: "));
    assert!(Reader::new().marker("a)|(b").is_err());
}

#[test]
fn no_bundle() {
    check(include_str!("../../testdata/no_bundle.toml"));
}

#[test]
fn names_need_not_be_utf8() {
    let bundle = read(b"==> caf\xe9.txt <==\nText\n");
    assert_eq!(bundle.documents[0].name, "caf\u{fffd}.txt");
    assert_eq!(&*bundle.documents[0].content, b"Text\n");
    insta::assert_snapshot!(bundle.issues[0], @"expected a marker in UTF-8, found other bytes");
    assert_eq!(bundle.issues[0].span, 0..16);
}

#[test]
fn headers_need_not_be_utf8() {
    let bundle = read(b"=== FILE: a.txt by=\"J\xf6rg\" bytes=1 ===\nx\n");
    assert_eq!(bundle.documents[0].headers, [("by".into(), "J\u{fffd}rg".into())]);
    assert_eq!(&*bundle.documents[0].content, b"x");
    assert_eq!(bundle.issues[0].kind, IssueKind::NotUtf8);
}

#[test]
fn issues_are_found_by_document() {
    let bundle = read(b"==> a <==\n1\n\n==> a <==  \n2\n\n==> b <==\n3\n");
    assert_eq!(bundle.issues_of(0), []);
    assert_eq!(bundle.issues_of(1), bundle.issues);
    assert_eq!(bundle.issues.len(), 2);
    assert_eq!(bundle.issues_of(2), []);
    assert_eq!(bundle.issues_of(9), []);
}

#[test]
fn occurrences_count_up() {
    let bundle = read(b"==> a <==\n==> b <==\n==> a <==\n==> a <==\n");
    let occurrences: Vec<_> = bundle.documents.iter().map(|document| document.occurrence).collect();
    assert_eq!(occurrences, [1, 1, 2, 3]);
}

#[test]
fn long_words_are_shortened_in_messages() {
    let input = format!("=== FILE: a.txt bytes={} ===\n", "ü".repeat(100));
    let bundle = read(input.as_bytes());
    assert_eq!(
        bundle.issues[0].to_string(),
        format!("expected a number of bytes, found `{}…`", "ü".repeat(40))
    );
}
