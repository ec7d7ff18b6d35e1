use copydesk_bundle::{pack_document, read, unpack_plan};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    names: Vec<String>,
    #[serde(default)]
    paths: Vec<String>,
    error: Option<String>,
}

#[track_caller]
fn check(case: &Case) {
    let expected = match &case.error {
        Some(error) => Err(error.clone()),
        None => Ok(case.paths.clone()),
    };
    assert_eq!(plan(&case.names), expected, "{:?}", case.names);
}

/// The paths of a bundle of empty documents, or the message.
fn plan(names: &[String]) -> Result<Vec<String>, String> {
    let bundle = bundle(names);
    let bundle = read(&bundle);
    let paths = unpack_plan(&bundle).map_err(|error| error.to_string())?;
    Ok(paths.iter().map(ToString::to_string).collect())
}

fn bundle(names: &[String]) -> Vec<u8> {
    let mut bundle = Vec::new();
    for name in names {
        pack_document(&mut bundle, name, b"", &[]);
    }
    bundle
}

#[test]
fn cases() {
    let suite: Suite = toml::from_str(include_str!("../../testdata/paths.toml")).unwrap();
    suite.case.iter().for_each(check);
}

#[test]
fn errors_say_where() {
    let bundle = bundle(&["a".into(), "b".into(), "../c".into()]);
    let bundle = read(&bundle);
    let error = unpack_plan(&bundle).unwrap_err();
    assert_eq!((error.document(), error.name()), (Some(2), "../c"));
    assert_eq!(error.offset(), Some(bundle.documents[2].marker.start));
}

#[test]
fn a_document_without_a_name_has_no_path() {
    let bundle = read(b"text");
    insta::assert_snapshot!(
        unpack_plan(&bundle).unwrap_err(),
        @"expected a file name, found none, at byte 0 in document ``"
    );
}

proptest! {
    /// Another rule than the one inside: whatever is planned lies below the folder, each file in a place of its own.
    #[test]
    fn planned_paths_are_safe(names in prop::collection::vec(r"[aAbß./\\:?<* \n\u{0}cCoOnN1]{0,6}", 0..4)) {
        let bundle = bundle(&names);
        let bundle = read(&bundle);
        if let Ok(paths) = unpack_plan(&bundle) {
            prop_assert_eq!(paths.len(), bundle.documents.len());
            for path in &paths {
                for part in path.components() {
                    prop_assert!(!part.contains(['/', '\\', ':', '?', '<', '*', '\n', '\0']), "{part}");
                    prop_assert!(!part.is_empty() && !part.ends_with(['.', ' ']), "{part}");
                    prop_assert_ne!(part.to_lowercase(), "con");
                }
            }
            for (index, path) in paths.iter().enumerate() {
                let below = format!("{path}/").to_lowercase();
                let others = paths.iter().enumerate().filter(|(other, _)| *other != index);
                for (_, other) in others {
                    prop_assert!(!format!("{other}/").to_lowercase().starts_with(&below), "{other} {path}");
                }
            }
        }
    }
}
