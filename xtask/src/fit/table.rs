//! The table of a field's weights, as people write it and a fit rewrites it.

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

/// The confidence from which the best candidate of a document is its value.
pub(super) fn threshold(text: &str) -> Result<f64> {
    let table: Table = text.parse()?;
    table.get("threshold").and_then(Value::as_float).context("expected `threshold = N.N`")
}

/// The features with their weights, in the order of their names.
pub(super) fn weights(text: &str) -> Result<Vec<(String, f64)>> {
    let table: Table = text.parse()?;
    let features = table.get("feature").and_then(Value::as_table).context("expected `[feature]`")?;
    let weight = |feature: &Value| feature.get("weight").and_then(Value::as_float);
    let named = |(name, feature)| Some((String::clone(name), weight(feature)?));
    let weights: Option<Vec<_>> = features.iter().map(named).collect();
    weights.context("expected `weight = N.N` in each line of `[feature]`")
}

/// The table with other weights and another `[fit]`. All else stays: what stands above, the order, what each feature holds.
pub(super) fn rewritten(text: &str, weights: &[(String, f64)], fit: &str) -> Result<String> {
    let Some((head, features)) = text.split_once("[feature]\n") else {
        bail!("expected a line `[feature]`");
    };
    let head = head.split("[fit]\n").next().unwrap_or_default().trim_end();
    let line = |line: &str| reweighed(line, weights) + "\n";
    let features: String = features.lines().map(line).collect();
    let table = format!("{head}\n\n{fit}\n[feature]\n{features}");
    // A table in another shape is good TOML as well, but not for us.
    if self::weights(&table)? != weights {
        bail!("expected each feature on a line such as `name = {{ weight = 1.0, holds = \"…\" }}`");
    }
    Ok(table.trim_start().to_owned())
}

/// A line with the weight of its feature; any other line as it is.
fn reweighed(line: &str, weights: &[(String, f64)]) -> String {
    let parts = || {
        let (name, rest) = line.split_once('=')?;
        let (_, weight) = weights.iter().find(|(feature, _)| feature == name.trim())?;
        let (before, rest) = rest.split_once("weight =")?;
        let (_, after) = rest.split_once(',')?;
        Some(format!("{name}={before}weight = {weight:>5.2},{after}"))
    };
    parts().unwrap_or_else(|| line.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{rewritten, threshold, weights};

    const FIT: &str = "[fit]\ncommand = \"cargo xtask fit\"\n";

    fn named(weights: &[(&str, f64)]) -> Vec<(String, f64)> {
        weights.iter().map(|(name, weight)| ((*name).to_owned(), *weight)).collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str) {
        let table = rewritten(old, &named(&[("base", -1.25), ("weight", 3.0)]), FIT);
        assert_eq!(table.unwrap(), new);
    }

    #[test]
    fn reading() {
        let text =
            "[feature]\nlate = { weight = 2.5, holds = \"\" }\nbase = { weight = -1.0, holds = \"\" }\n";
        assert_eq!(weights(text).unwrap(), named(&[("base", -1.0), ("late", 2.5)]));
        assert_eq!(threshold(&format!("threshold = 0.5\n\n{text}")).unwrap().to_string(), "0.5");
        assert!(threshold(text).is_err());
        for text in ["", "[feature]\nbase = 1.0\n", "[feature]\nbase = { weight = \"1\" }\n", "[feature"] {
            assert!(weights(text).is_err(), "{text}");
        }
    }

    #[test]
    fn new_weights() {
        let new = "# Why, in words.\n\n[fit]\ncommand = \"cargo xtask fit\"\n\n[feature]\n\
                   weight = { weight =  3.00, holds = 'As \"a, weight = 1\".' }\n\
                   # Among them.\n\
                   base   = { weight = -1.25, holds = \"All.\" }\n";
        check(
            "# Why, in words.\n\n[feature]\n\
             weight = { weight = 0.5, holds = 'As \"a, weight = 1\".' }\n\
             # Among them.\n\
             base   = { weight =  10.5, holds = \"All.\" }\n",
            new,
        );
        check(new, new);
        check(&new.replace("cargo xtask fit", "of last year"), new);
        check(new.trim_start_matches("# Why, in words.\n\n"), &new[new.find("[fit]").unwrap()..]);
    }

    #[test]
    fn other_shapes() {
        for text in [
            "[feature.base]\nweight = 1.0\n[feature.weight]\nweight = 1.0\n",
            "[feature]\nbase = { holds = \"\", weight = 1.0 }\nweight = { weight = 1.0, holds = \"\" }\n",
            "[feature]\nweight = { weight = 1.0, holds = \"\" }\n",
        ] {
            let weights = named(&[("base", -1.25), ("weight", 3.0)]);
            assert!(rewritten(text, &weights, FIT).is_err(), "{text}");
        }
    }
}
