//! Weights: `crates/article/data/weights/FIELD.toml` to `crates/article/src/generated/FIELD.rs`.

use super::labels::camel_case;
use super::{Generated, generated};
use crate::run::root;
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::fs;
use toml::{Table, Value};

/// The fields that are weighed by tables.
pub(crate) const FIELDS: [&str; 3] = ["headline", "published", "authors"];

/// As many as a set of features has bits.
const MOST_FEATURES: usize = 64;

/// The table of a field's weights, below the root.
pub(crate) fn path(field: &str) -> String {
    format!("crates/article/data/weights/{field}.toml")
}

pub(super) fn generate(field: &str) -> Result<Generated> {
    let source = path(field);
    let data: Table = toml::from_str(&fs::read_to_string(root().join(&source))?).context(source.clone())?;
    let features = data.get("feature").and_then(Value::as_table).context("expected `[feature]`")?;
    if features.len() > MOST_FEATURES {
        bail!("expected at most {MOST_FEATURES} features, found {}", features.len());
    }
    let code = code(&camel_case(field), features)?;
    generated(&format!("crates/article/src/generated/{field}.rs"), &source, &code)
}

fn code(name: &str, features: &Table) -> Result<String> {
    let (mut variants, mut all, mut names, mut weights) = <(String, String, String, String)>::default();
    for (key, feature) in features {
        let weight = feature.get("weight").and_then(Value::as_float).context("expected a `weight`")?;
        let holds = feature.get("holds").and_then(Value::as_str).context("expected a text `holds`")?;
        let variant = camel_case(key);
        write!(variants, "/// {holds}\n{variant},\n")?;
        write!(all, "Self::{variant},")?;
        write!(names, "Self::{variant} => {key:?},")?;
        write!(weights, "Self::{variant} => {weight:?},")?;
    }
    Ok(format!(
        "use crate::features::Feature;\n\n#[derive(Clone, Copy)]\npub(crate) enum {name} {{ {variants} }}\n\n\
         impl Feature for {name} {{ const ALL: &'static [Self] = &[{all}];\n\n\
         fn bit(self) -> u32 {{ self as u32 }}\n\n\
         fn name(self) -> &'static str {{ match self {{ {names} }} }}\n\n\
         fn weight(self) -> f32 {{ match self {{ {weights} }} }} }}\n"
    ))
}
