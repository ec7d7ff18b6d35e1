//! Weights: `crates/article/data/weights/FIELD.toml` to `crates/article/src/generated/FIELD.rs`.

use super::labels::camel_case;
use super::{Generated, generated};
use crate::run::root;
use anyhow::{Context, Result, bail};
use std::fmt::Write;
use std::fs;
use toml::{Table, Value};

/// The fields that are weighed by tables.
pub(crate) const FIELDS: [&str; 4] = ["headline", "published", "authors", "body"];

/// As many as a set of features has bits.
const MOST_FEATURES: usize = 128;

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
    let threshold = data.get("threshold").and_then(Value::as_float).context("expected `threshold = N.N`")?;
    let code = code(&camel_case(field), &origin(&data)?, threshold, features)?;
    generated(&format!("crates/article/src/generated/{field}.rs"), &source, &code)
}

/// Where the weights come from, as documentation; nothing if they were never fitted.
fn origin(data: &Table) -> Result<String> {
    let Some(fit) = data.get("fit") else { return Ok(String::new()) };
    let command = fit.get("command").and_then(Value::as_str).context("expected a `command` in `[fit]`")?;
    let figure = |name| {
        let figure = fit.get(name).and_then(Value::as_float);
        figure.with_context(|| format!("expected a figure `{name}` in `[fit]`"))
    };
    let (precision, recall, f1) = (figure("precision")?, figure("recall")?, figure("f1")?);
    Ok(format!(
        "/// Fitted by `{command}`.\n///\n\
         /// Cross-validated: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}.\n"
    ))
}

fn code(name: &str, origin: &str, threshold: f64, features: &Table) -> Result<String> {
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
        "use crate::features::Feature;\n\n{origin}#[derive(Clone, Copy)]\npub(crate) enum {name} {{ {variants} }}\n\n\
         impl Feature for {name} {{ const ALL: &'static [Self] = &[{all}];\n\n\
         const THRESHOLD: f32 = {threshold:?};\n\n\
         #[inline]\n\
         fn bit(self) -> u32 {{ self as u32 }}\n\n\
         fn name(self) -> &'static str {{ match self {{ {names} }} }}\n\n\
         fn weight(self) -> f32 {{ match self {{ {weights} }} }} }}\n"
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{code, origin};

    const FEATURE: &str = "[feature]\nat_top = { weight = -1.5, holds = \"Above all.\" }\n";

    fn generate(text: &str) -> anyhow::Result<String> {
        let data: toml::Table = text.parse()?;
        code("Kind", &origin(&data)?, 0.25, data["feature"].as_table().unwrap())
    }

    #[test]
    fn weights_by_hand() {
        let code = generate(FEATURE).unwrap();
        assert!(code.contains("Feature;\n\n#[derive"), "{code}");
        assert!(code.contains("/// Above all.\nAtTop,") && code.contains("Self::AtTop => -1.5,"), "{code}");
        assert!(code.contains("const THRESHOLD: f32 = 0.25;"), "{code}");
    }

    #[test]
    fn fitted_weights() {
        let fit = "[fit]\ncommand = \"cargo xtask fit\"\nprecision = 0.5\nrecall = 0.25\nf1 = 0.333\n";
        let code = generate(&format!("{fit}{FEATURE}")).unwrap();
        assert!(code.contains("/// Fitted by `cargo xtask fit`.\n"), "{code}");
        assert!(code.contains("precision 0.500, recall 0.250, F1 0.333.\n#[derive"), "{code}");
        assert!(generate(&format!("[fit]\ncommand = \"cargo xtask fit\"\n{FEATURE}")).is_err());
    }
}
