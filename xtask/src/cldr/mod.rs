//! `cargo xtask cldr [VERSION]`: from the published CLDR packages to `crates/date-words/data/cldr/`. Needs npm, tar and
//! a network, and is run by people when CLDR has a new version.

mod dates;
mod fetch;
mod fields;
mod order;
mod periods;
mod pointers;
mod release;
mod spellout;
mod table;

use crate::run::root;
use anyhow::{Context, Result, bail};
use release::{Locale, Release};
use std::ffi::OsString;
use std::fs;
use table::{Section, Table};

/// What is read of every locale: the file's name and the reading.
type Topic = (&'static str, fn(&Locale<'_>) -> Section);

const TOPICS: [Topic; 9] = [
    ("months", dates::months),
    ("weekdays", dates::weekdays),
    ("particles", dates::particles),
    ("day-periods", periods::day_periods),
    ("relative", fields::relative),
    ("patterns", fields::patterns),
    ("units", fields::units),
    ("numbers", spellout::numbers),
    ("pointers", pointers::pointers),
];

pub(crate) fn main(args: &[OsString]) -> Result<()> {
    let version = match args {
        [] => "latest".to_owned(),
        [version] => version.to_str().context("a version is plain text")?.to_owned(),
        _ => bail!("expected nothing or a version of CLDR, found {args:?}"),
    };
    let folder = tempfile::tempdir()?;
    fetch::packages(folder.path(), &version)?;
    let release = Release::open(folder.path())?;
    let to = root().join("crates/date-words/data/cldr");
    fs::create_dir_all(&to)?;
    fs::copy(release.licence(), to.join("LICENSE"))?;
    for (name, text) in files(&release)? {
        fs::write(to.join(name).with_extension("toml"), header(&release) + &text)?;
    }
    Ok(())
}

fn files(release: &Release) -> Result<Vec<(&'static str, String)>> {
    let mut tables = TOPICS.map(|_| Table::default());
    let mut orders = Vec::new();
    for tag in &release.tags {
        let locale = release.locale(tag)?;
        for ((_, read), table) in TOPICS.iter().zip(&mut tables) {
            table.insert(&locale, read(&locale));
        }
        orders.extend(order::order(&locale).map(|order| (tag.clone(), order)));
    }
    let mut files = vec![
        ("orders", table::pairs(&order::without_inherited(release, &orders))),
        ("parents", table::pairs(&release.parents())),
        ("digits", table::pairs(&digits(release)?)),
        ("coverage", table::pairs(&coverage(release))),
    ];
    files.extend(TOPICS.iter().zip(tables).map(|((name, _), table)| (*name, table.to_toml(release))));
    Ok(files)
}

fn header(release: &Release) -> String {
    format!(
        "# CLDR {}. Copyright © 1991-{} Unicode, Inc. SPDX-License-Identifier: Unicode-3.0 (see LICENSE).\n\
         # Written by `cargo xtask cldr {}`. Do not edit: what CLDR lacks stands in ../supplements.\n\n",
        release.versions, release.year, release.version,
    )
}

/// The numbering systems whose digits have a value by their place, with their ten digits.
fn digits(release: &Release) -> Result<Vec<(String, String)>> {
    let systems = release.supplemental("numberingSystems")?;
    let systems = systems["numberingSystems"].as_object().context("numbering systems")?;
    Ok(systems
        .iter()
        .filter(|(_, system)| system["_type"] == "numeric")
        .filter_map(|(name, system)| Some((name.clone(), system["_digits"].as_str()?.to_owned())))
        .collect())
}

/// The locales that CLDR covers for use, by the level that it reaches: `basic`, `moderate`, `modern`.
fn coverage(release: &Release) -> Vec<(String, String)> {
    let locales = release.levels.iter().filter(|(tag, _)| *tag != "und");
    locales.map(|(tag, level)| (tag.clone(), level.clone())).collect()
}
