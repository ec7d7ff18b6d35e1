//! Agencies: `crates/bylines/data/agencies.toml` to `crates/bylines/src/generated/agencies.rs`.

use super::{Generated, generated};
use crate::run::root;
use anyhow::{Context, Result, bail, ensure};
use copydesk_lexicon::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use toml::Table;

const SOURCE: &str = "crates/bylines/data/agencies.toml";

/// Folded name, to what it means.
type Names = BTreeMap<String, BTreeSet<Alias>>;

/// A name of an agency: only the very spelling of a slug counts, and a weak one does not stand alone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Alias {
    agency: usize,
    slug: Option<String>,
    is_weak: bool,
}

pub(super) fn generate() -> Result<Generated> {
    let data: Table = toml::from_str(&fs::read_to_string(root().join(SOURCE))?).context(SOURCE)?;
    let agencies = data.get("agency").and_then(|list| list.as_array()).context("expected `[[agency]]`")?;
    let mut rows = String::new();
    let mut names = Names::new();
    for (index, agency) in agencies.iter().enumerate() {
        let agency = agency.as_table().context("expected a table")?;
        rows += &row(agency).with_context(|| format!("agency {}", index + 1))?;
        add_names(&mut names, index, agency).with_context(|| format!("agency {}", index + 1))?;
    }
    generated("crates/bylines/src/generated/agencies.rs", SOURCE, &(code(&rows, &names)? + &with(&data)?))
}

fn row(agency: &Table) -> Result<String> {
    let (code, name, country) = (text(agency, "code")?, text(agency, "name")?, text(agency, "country")?);
    let photo = agency.get("photo").and_then(toml::Value::as_bool).unwrap_or_default();
    let medium = if photo { "Photo" } else { "Text" };
    Ok(format!(
        "    Agency {{ code: {code:?}, name: {name:?}, country: {country:?}, medium: Medium::{medium} }},\n"
    ))
}

fn add_names(names: &mut Names, agency: usize, data: &Table) -> Result<()> {
    let mut add = |name: &str, slug: Option<String>, is_weak| match fold(name) {
        folded if folded.is_empty() => bail!("expected a name, found `{name}`"),
        folded => {
            names.entry(folded).or_default().insert(Alias { agency, slug, is_weak });
            Ok(())
        }
    };
    let (slugs, weak) = (list(data, "slugs")?, list(data, "weak").unwrap_or_default());
    ensure!(weak.iter().all(|slug| slugs.contains(slug)), "expected `weak` among `slugs`: {weak:?}");
    add(text(data, "name")?, None, false)?;
    list(data, "aliases")?.into_iter().try_for_each(|alias| add(alias, None, false))?;
    slugs.into_iter().try_for_each(|slug| add(slug, Some(slug.to_owned()), weak.contains(&slug)))
}

fn code(rows: &str, names: &Names) -> Result<String> {
    let mut code = format!(
        "use crate::agency::{{Agency, Alias, Medium}};\nuse copydesk_lexicon::Entry;\n\n\
         #[rustfmt::skip]\npub(crate) static AGENCIES: &[Agency] = &[\n{rows}];\n\n\
         #[rustfmt::skip]\npub(crate) static NAMES: &[Entry<Alias>] = &[\n"
    );
    for (name, aliases) in names {
        let aliases: Vec<String> = aliases
            .iter()
            .map(|Alias { agency, slug, is_weak }| {
                format!("Alias {{ agency: {agency}, slug: {slug:?}, is_weak: {is_weak} }}")
            })
            .collect();
        writeln!(code, "    ({name:?}, &[{}]),", aliases.join(", "))?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The words between an outlet and an agency.
fn with(data: &Table) -> Result<String> {
    let words: BTreeSet<String> = list(data, "with")?.into_iter().map(fold).collect();
    let mut code = "\n#[rustfmt::skip]\npub(crate) static WITH: &[Entry<()>] = &[\n".to_owned();
    for word in words {
        writeln!(code, "    ({word:?}, &[()]),")?;
    }
    Ok(code + "];\n")
}

fn text<'a>(agency: &'a Table, key: &str) -> Result<&'a str> {
    agency.get(key).and_then(|value| value.as_str()).with_context(|| format!("expected a text `{key}`"))
}

fn list<'a>(agency: &'a Table, key: &str) -> Result<Vec<&'a str>> {
    let list =
        agency.get(key).and_then(|value| value.as_array()).with_context(|| format!("expected `{key}`"))?;
    list.iter().map(|value| value.as_str().with_context(|| format!("expected texts in `{key}`"))).collect()
}
