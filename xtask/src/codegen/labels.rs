//! Label words: `crates/X/data/labels/<language>.toml` to `crates/X/src/generated/labels.rs`.

use super::{Generated, generated};
use crate::run::root;
use anyhow::{Context, Result, bail};
use copydesk_lexicon::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

/// Folded phrase, to kind of label, to the languages that use it so.
type Phrases = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;
/// What a language's file holds: kinds of label, with their phrases as printed.
type Language = BTreeMap<String, Vec<String>>;

pub(super) fn generate(crate_name: &str) -> Result<Generated> {
    let source = format!("crates/{crate_name}/data/labels");
    let mut phrases = Phrases::new();
    for entry in fs::read_dir(root().join(&source)).with_context(|| source.clone())? {
        let path = entry?.path();
        let language = path.file_stem().and_then(|stem| stem.to_str()).context("a language's tag")?;
        let words: Language =
            toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
        add(&mut phrases, language, words).with_context(|| path.display().to_string())?;
    }
    let path = format!("crates/{crate_name}/src/generated/labels.rs");
    generated(&path, &format!("{source}/*.toml"), &code(&phrases)?)
}

fn add(phrases: &mut Phrases, language: &str, words: Language) -> Result<()> {
    for (kind, words) in words {
        for word in words {
            let folded = fold(&word);
            if folded.is_empty() {
                bail!("expected a phrase under `{kind}`, found `{word}`");
            }
            let kinds = phrases.entry(folded).or_default();
            kinds.entry(kind.clone()).or_default().insert(language.to_owned());
        }
    }
    Ok(())
}

fn code(phrases: &Phrases) -> Result<String> {
    let mut code = String::from(
        "use crate::label::{Kind, Sense};\nuse copydesk_lexicon::Entry;\n\n\
         #[rustfmt::skip]\npub(crate) static LABELS: &[Entry<Sense>] = &[\n",
    );
    for (phrase, kinds) in phrases {
        let senses: Vec<String> = kinds
            .iter()
            .map(|(kind, languages)| {
                let languages: Vec<&String> = languages.iter().collect();
                format!("Sense {{ kind: Kind::{}, languages: &{languages:?} }}", camel_case(kind))
            })
            .collect();
        writeln!(code, "    ({phrase:?}, &[{}]),", senses.join(", "))?;
    }
    code.push_str("];\n");
    Ok(code)
}

pub(super) fn camel_case(kind: &str) -> String {
    let capitalised = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    kind.split('_').map(capitalised).collect()
}
