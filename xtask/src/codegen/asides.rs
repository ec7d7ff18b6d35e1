//! Words of what stands beside articles: `crates/article/data/asides/<language>.toml` to
//! `crates/article/src/generated/asides.rs`.

use super::labels::camel_case;
use super::{Generated, generated};
use crate::run::root;
use anyhow::{Context, Result, bail};
use copydesk_lexicon::is_word;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

const SOURCE: &str = "crates/article/data/asides";

/// Kinds of what a word is about, with their words.
type Words = BTreeMap<String, BTreeSet<String>>;

pub(super) fn generate() -> Result<Generated> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(root().join(SOURCE)).context(SOURCE)? {
        let path = entry?.path();
        let language = path.file_stem().and_then(|stem| stem.to_str()).context("a language's tag")?;
        let words: Words =
            toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
        languages.insert(language.to_owned(), words);
    }
    generated("crates/article/src/generated/asides.rs", &format!("{SOURCE}/*.toml"), &code(&languages)?)
}

fn code(languages: &BTreeMap<String, Words>) -> Result<String> {
    let mut code = String::from(
        "use crate::body::Aside;\n\n#[rustfmt::skip]\npub(crate) static WORDS: &[(&str, &[(&str, Aside)])] = &[\n",
    );
    for (language, kinds) in languages {
        writeln!(code, "    ({language:?}, &[")?;
        for (kind, word) in kinds.iter().flat_map(|(kind, words)| words.iter().map(move |word| (kind, word)))
        {
            // Each part of `e-mail` would count by itself.
            if !word.chars().all(is_word) {
                bail!("{language}: expected one word, found `{word}`");
            }
            writeln!(code, "        ({word:?}, Aside::{}),", camel_case(kind))?;
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    Ok(code)
}
