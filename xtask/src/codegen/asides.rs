//! Words of what stands beside articles: `crates/article/data/asides/<language>.toml` to
//! `crates/article/src/generated/asides.rs`.

use super::labels::camel_case;
use super::{Generated, generated};
use crate::run::root;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

const SOURCE: &str = "crates/article/data/asides";

/// Kinds of what a word is about, with their words.
type Words = BTreeMap<String, Vec<String>>;

pub(super) fn generate() -> Result<Generated> {
    let mut entries = BTreeSet::new();
    for entry in fs::read_dir(root().join(SOURCE)).context(SOURCE)? {
        let path = entry?.path();
        let words: Words =
            toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
        let pairs = words
            .into_iter()
            .flat_map(|(kind, words)| words.into_iter().map(move |word| (word, kind.clone())));
        entries.extend(pairs);
    }
    generated("crates/article/src/generated/asides.rs", &format!("{SOURCE}/*.toml"), &code(&entries)?)
}

fn code(entries: &BTreeSet<(String, String)>) -> Result<String> {
    let mut code = String::from(
        "use crate::body::Aside;\n\n#[rustfmt::skip]\npub(crate) static WORDS: &[(&str, Aside)] = &[\n",
    );
    for (word, kind) in entries {
        writeln!(code, "    ({word:?}, Aside::{}),", camel_case(kind))?;
    }
    code.push_str("];\n");
    Ok(code)
}
