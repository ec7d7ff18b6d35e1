//! The unpacked packages of one version of CLDR.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One version of CLDR.
pub(super) struct Release {
    folder: PathBuf,
    /// The version of its core.
    pub(super) version: String,
    /// That, and the versions of packages that differ.
    pub(super) versions: String,
    /// The last year of its copyright.
    pub(super) year: String,
    /// The tags of its locales, without the root.
    pub(super) tags: Vec<String>,
    /// How well its authors cover the tags of those that are in use: `basic`, `moderate`, `modern`.
    pub(super) levels: BTreeMap<String, String>,
    explicit: BTreeMap<String, String>,
    rules: Value,
}

/// What one locale says about dates, inherited things included.
pub(super) struct Locale<'r> {
    /// The BCP 47 tag.
    pub(super) tag: &'r str,
    /// By name: `gregorian`, `persian`, `islamic`.
    pub(super) calendars: BTreeMap<&'static str, Value>,
    /// The names of units, and the words relative to now.
    pub(super) fields: Value,
    /// The sets of rules that spell numbers, if CLDR has some for this very locale.
    pub(super) spellout: Value,
    /// By language: the parts of the day, with their hours.
    pub(super) day_periods: &'r Value,
}

impl Release {
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let version = package_version(folder, "cldr-core")?;
        let persian = package_version(folder, "cldr-cal-persian-full")?;
        let licence = fs::read_to_string(folder.join("cldr-core/LICENSE"))?;
        let year = licence.split_once("2004-").and_then(|(_, rest)| rest.get(..4)).context("a copyright")?;
        let mut release = Self {
            folder: folder.to_owned(),
            versions: format!("{version} (Persian months: {persian})"),
            version,
            year: year.to_owned(),
            tags: tags(&folder.join("cldr-dates-full/main"))?,
            levels: BTreeMap::new(),
            explicit: BTreeMap::new(),
            rules: Value::Null,
        };
        release.levels = release.levels()?;
        release.rules = release.supplemental("dayPeriods")?["dayPeriodRuleSet"].take();
        release.explicit = release.explicit_parents()?;
        Ok(release)
    }

    pub(super) fn licence(&self) -> PathBuf {
        self.folder.join("cldr-core/LICENSE")
    }

    fn levels(&self) -> Result<BTreeMap<String, String>> {
        let levels = self.core("coverageLevels")?["effectiveCoverageLevels"].take();
        Ok(serde_json::from_value(levels)?)
    }

    fn core(&self, file: &str) -> Result<Value> {
        read(&self.folder.join(format!("cldr-core/{file}.json")))
    }

    pub(super) fn supplemental(&self, file: &str) -> Result<Value> {
        Ok(self.core(&format!("supplemental/{file}"))?["supplemental"].take())
    }

    pub(super) fn locale<'r>(&'r self, tag: &'r str) -> Result<Locale<'r>> {
        let mut calendars =
            BTreeMap::from([("gregorian", self.dates(tag, "cldr-dates-full", "ca-gregorian")?)]);
        for name in ["persian", "islamic"] {
            if let Ok(calendar) = self.dates(tag, &format!("cldr-cal-{name}-full"), &format!("ca-{name}")) {
                calendars.insert(name, calendar);
            }
        }
        for (name, calendar) in &mut calendars {
            *calendar = calendar["calendars"][name].take();
        }
        let fields = self.dates(tag, "cldr-dates-full", "dateFields")?["fields"].take();
        Ok(Locale { tag, calendars, fields, spellout: self.spellout(tag), day_periods: &self.rules })
    }

    fn spellout(&self, tag: &str) -> Value {
        let rules = read(&self.folder.join(format!("cldr-rbnf/rbnf/{tag}.json")));
        rules.map_or(Value::Null, |mut rules| rules["rbnf"]["rbnf"]["SpelloutRules"].take())
    }

    fn dates(&self, tag: &str, package: &str, file: &str) -> Result<Value> {
        let path = self.folder.join(format!("{package}/main/{tag}/{file}.json"));
        Ok(read(&path)?["main"][tag]["dates"].take())
    }

    /// A tag and all that it inherits from, nearest first, without the root.
    pub(super) fn ancestry<'r>(&'r self, tag: &'r str) -> impl Iterator<Item = &'r str> {
        std::iter::successors(Some(tag), |tag| self.parent(tag)).filter(|tag| *tag != "und")
    }

    fn parent<'r>(&'r self, tag: &'r str) -> Option<&'r str> {
        match self.explicit.get(tag) {
            Some(parent) => Some(parent),
            None => tag.rsplit_once('-').map(|(parent, _)| parent),
        }
    }

    /// The parents that are not simply the tag with its last subtag cut off, and the tags of old or without a script
    /// that stand for others.
    pub(super) fn parents(&self) -> Vec<(String, String)> {
        self.explicit.clone().into_iter().collect()
    }

    fn explicit_parents(&self) -> Result<BTreeMap<String, String>> {
        let mut parents = self.scripts_by_region()?;
        let aliases = self.supplemental("aliases")?["metadata"]["alias"]["languageAlias"].take();
        for (tag, alias) in aliases.as_object().context("aliases")? {
            let known = alias["_replacement"].as_str().filter(|tag| self.has(tag));
            parents.extend(known.filter(|_| tag.len() == 2).map(|known| (tag.clone(), known.to_owned())));
        }
        let inherited = self.supplemental("parentLocales")?["parentLocales"]["parentLocale"].take();
        for (tag, parent) in inherited.as_object().context("parents")? {
            let known = parent.as_str().filter(|_| self.has(tag));
            parents.extend(known.map(|parent| (tag.clone(), parent.to_owned())));
        }
        Ok(parents)
    }

    /// The regions that write a language in a script that is not its first: `zh-TW` stands for `zh-Hant-TW`.
    fn scripts_by_region(&self) -> Result<BTreeMap<String, String>> {
        let likely = self.supplemental("likelySubtags")?["likelySubtags"].take();
        let likely = likely.as_object().context("likely subtags")?;
        let full = |tag: &str| likely.get(tag).and_then(Value::as_str);
        Ok(likely
            .iter()
            .filter_map(|(tag, _)| {
                let (language, region) = tag.split_once('-').filter(|(_, rest)| rest.len() == 2)?;
                let (with_script, _) = full(tag)?.rsplit_once('-')?;
                let by_script = self.has(with_script) && !full(language)?.starts_with(with_script);
                by_script.then(|| (tag.clone(), format!("{with_script}-{region}")))
            })
            .collect())
    }

    fn has(&self, tag: &str) -> bool {
        self.tags.iter().any(|known| known == tag)
    }
}

fn tags(folder: &Path) -> Result<Vec<String>> {
    let mut tags = Vec::new();
    for entry in fs::read_dir(folder)? {
        tags.push(entry?.file_name().into_string().ok().context("a tag is plain text")?);
    }
    tags.sort();
    Ok(tags)
}

fn package_version(folder: &Path, name: &str) -> Result<String> {
    let package = read(&folder.join(name).join("package.json"))?;
    Ok(package["version"].as_str().context("a package has a version")?.to_owned())
}

fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}
