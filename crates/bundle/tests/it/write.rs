use crate::arbitrary::{Packed, documents};
use copydesk_bundle::{Dialect, Loss, Reader, Writer};
use proptest::prelude::*;
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    dialect: String,
    documents: Vec<(String, String)>,
    #[serde(default)]
    headers: Vec<(String, String)>,
    output: String,
    #[serde(default)]
    losses: Vec<String>,
}

#[track_caller]
fn check(case: &Case) {
    let mut writer = Writer::new(case.dialect.parse().unwrap()).unwrap();
    let headers = borrowed(&case.headers);
    let (mut out, mut losses) = (Vec::new(), Vec::new());
    for (index, (name, content)) in case.documents.iter().enumerate() {
        let found = writer.write(&mut out, name, content.as_bytes(), &headers);
        losses.extend(found.iter().map(|loss| format!("{index}: {}", loss.code())));
    }
    assert_eq!(String::from_utf8(out).unwrap(), case.output, "{}", case.dialect);
    assert_eq!(losses, case.losses, "{}", case.output);
}

fn borrowed(headers: &[(String, String)]) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    headers.iter().map(|(key, value)| (Cow::Borrowed(&**key), Cow::Borrowed(&**value))).collect()
}

#[test]
fn cases() {
    let suite: Suite = toml::from_str(include_str!("../../testdata/write.toml")).unwrap();
    suite.case.iter().for_each(check);
}

#[test]
fn what_is_not_utf8_cannot_be_json() {
    let mut out = Vec::new();
    let losses = Writer::new(Dialect::JsonLines).unwrap().write(&mut out, "a", b"caf\xe9", &[]);
    assert_eq!(losses, [Loss::NotUtf8]);
    insta::assert_snapshot!(String::from_utf8(out).unwrap(), @r#"{"id":"a","text":"caf�"}"#);
    insta::assert_snapshot!(losses[0], @"expected a content in UTF-8, found other bytes; replaced");
}

#[test]
fn some_dialects_are_only_read() {
    insta::assert_snapshot!(
        Writer::new(Dialect::LexisNexis).unwrap_err(),
        @"expected a dialect that can be written, one of `canonical`, `tail`, `txtar`, `equals`, `wet`, `jsonl`, found `lexisnexis`"
    );
}

proptest! {
    /// What is not told to be lost is there.
    #[test]
    fn reading_gives_back_what_is_not_lost(
        documents in documents(),
        dialect in prop::sample::select(&Writer::DIALECTS[..]),
    ) {
        let mut writer = Writer::new(dialect).unwrap();
        let (mut out, mut has_lost) = (Vec::new(), false);
        for Packed { name, content, headers } in &documents {
            let losses = writer.write(&mut out, name, content, &borrowed(headers));
            has_lost |= losses.iter().any(|loss| *loss != Loss::Headers);
        }
        if !has_lost {
            let bundle = Reader::new().dialect(dialect).read(&out);
            prop_assert_eq!(bundle.documents.len(), documents.len());
            for (found, packed) in bundle.documents.iter().zip(&documents) {
                prop_assert_eq!(&found.name, &packed.name);
                prop_assert_eq!(&*found.content, &*packed.content);
            }
        }
    }
}
