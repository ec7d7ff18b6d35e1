//! The data files: what CLDR has, what is added by hand, and what is left out.

use crate::run::root;
use anyhow::{Context, Result, bail};
use copydesk_lexicon::fold;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Where the words come from.
pub(super) struct Source {
    folder: PathBuf,
    /// `CLDR 48.2.0`.
    pub(super) version: String,
    exclusions: Vec<Word>,
    /// How well CLDR covers a locale.
    coverage: BTreeMap<String, String>,
}

/// A word of one locale; the key says what it means, in the words of its topic.
#[derive(Clone)]
pub(super) struct Word {
    pub(super) tag: String,
    pub(super) key: String,
    pub(super) printed: String,
    /// Whether it is so short that it is likely a common word of some other language, in a language that CLDR covers less
    /// well: `may` is November in Basaa. It counts only in texts known to be of its locale.
    pub(super) is_local: bool,
}

impl Source {
    pub(super) fn open() -> Result<Self> {
        let folder = root().join("crates/date-words/data");
        let header = fs::read_to_string(folder.join("cldr/months.toml"))?;
        let version = header.strip_prefix("# ").and_then(|header| header.split_once(". Copyright"));
        let version = version.context("a version of CLDR")?.0.to_owned();
        let mut source = Self { folder, version, exclusions: Vec::new(), coverage: BTreeMap::new() };
        source.coverage = source.pairs("coverage")?;
        source.exclusions = source.table("supplements/exclusions")?;
        Ok(source)
    }

    /// All words of a topic, whether from CLDR or by hand, but for the excluded ones of CLDR.
    pub(super) fn words(&self, topic: &str) -> Result<Vec<Word>> {
        let mut words = Vec::new();
        for folder in ["cldr", "supplements"] {
            let file = format!("{folder}/{topic}");
            if self.path(&file).exists() {
                let is_local = |word: &Word| folder == "cldr" && self.is_local(word);
                words.extend(
                    self.table(&file)?.into_iter().map(|word| Word { is_local: is_local(&word), ..word }),
                );
            }
        }
        words.retain(|word| !self.exclusions.iter().any(|excluded| excludes(excluded, topic, word)));
        Ok(words)
    }

    /// The words of a topic as CLDR has them.
    pub(super) fn of_cldr(&self, topic: &str) -> Result<Vec<Word>> {
        self.table(&format!("cldr/{topic}"))
    }

    /// A file of one value per key.
    pub(super) fn pairs(&self, topic: &str) -> Result<BTreeMap<String, String>> {
        let path = self.path(&format!("cldr/{topic}"));
        toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())
    }

    /// The words of patterns that count one without saying so, as if they were relative words: `через месяц`.
    pub(super) fn implied(&self) -> Result<Vec<Word>> {
        let tags: Vec<String> = self.table("supplements/implied")?.into_iter().map(|word| word.tag).collect();
        let implied = self.words("patterns")?.into_iter().filter(|word| tags.contains(&word.tag));
        Ok(implied.filter_map(|word| one(&word)).collect())
    }

    fn is_local(&self, word: &Word) -> bool {
        let language = word.tag.split('-').next().unwrap_or_default();
        let folded = fold(&word.printed);
        let level = self.coverage.get(&word.tag).or_else(|| self.coverage.get(language));
        let is_modern = level.is_some_and(|level| level == "modern");
        !is_modern && folded.len() <= 3 && folded.is_ascii()
    }

    fn table(&self, file: &str) -> Result<Vec<Word>> {
        let path = self.path(file);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let locales: BTreeMap<String, toml::Value> =
            toml::from_str(&text).with_context(|| path.display().to_string())?;
        let mut words = Vec::new();
        for (tag, section) in locales {
            flatten(&mut words, &tag, "", &section).with_context(|| path.display().to_string())?;
        }
        Ok(words)
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file).with_extension("toml")
    }
}

/// Dotted keys, which TOML reads as tables in tables, as dotted keys again.
fn flatten(words: &mut Vec<Word>, tag: &str, key: &str, value: &toml::Value) -> Result<()> {
    match value {
        toml::Value::Table(table) => {
            for (name, value) in table {
                let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                flatten(words, tag, &key, value)?;
            }
        }
        toml::Value::Array(array) => {
            for word in array {
                let word = word.as_str().with_context(|| format!("words at {tag}.{key}"))?;
                words.push(Word {
                    tag: tag.to_owned(),
                    key: key.to_owned(),
                    printed: word.to_owned(),
                    is_local: false,
                });
            }
        }
        _ => bail!("expected words at {tag}.{key}, found {value}"),
    }
    Ok(())
}

/// A pattern without its number, where words stand on both sides or before it.
fn one(word: &Word) -> Option<Word> {
    let (unit, direction) = word.key.split_once('.')?;
    let sign = if direction == "past" { -1 } else { 1 };
    let printed = word.printed.replace("{0} ", "");
    let is_phrase = printed.contains(' ') && !printed.contains("{0}");
    is_phrase.then(|| Word { key: format!("{unit}.{sign}"), printed, ..word.clone() })
}

/// Whether a line of the exclusions, whose key is a topic, speaks of a word.
fn excludes(excluded: &Word, topic: &str, word: &Word) -> bool {
    excluded.key == topic
        && (excluded.tag == "und" || excluded.tag == word.tag)
        && fold(&excluded.printed) == fold(&word.printed)
}
