//! When two names are one, and which names do not count.

use super::fold::{fold, is_character_word, words};
use anyhow::Result;
use serde_json::Value;
use std::collections::BTreeSet;

/// The word lists of `words.toml`.
pub(crate) struct Names {
    cues: BTreeSet<String>,
    attached_cue_ends: Vec<String>,
    participles: BTreeSet<String>,
    prepositions: BTreeSet<String>,
    attached_roles: Vec<String>,
    roles: BTreeSet<String>,
    organisations: BTreeSet<String>,
    /// Alias, code.
    agencies: Vec<(String, String)>,
}

impl Names {
    pub(crate) fn load() -> Result<Self> {
        let table: toml::Table = include_str!("words.toml").parse()?;
        let list = |key: &str| -> Vec<String> {
            let text = table.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            text.split_whitespace().map(fold).collect()
        };
        let set = |key| list(key).into_iter().collect();
        Ok(Self {
            cues: set("cues"),
            attached_cue_ends: list("attached_cue_ends"),
            participles: set("participles"),
            prepositions: set("prepositions"),
            attached_roles: list("attached_roles"),
            roles: set("roles"),
            organisations: set("organisations"),
            agencies: agencies(&table),
        })
    }

    /// The form under which a person's name is compared: its words of two letters and more, sorted, so that order and
    /// middle initials do not count.
    pub(super) fn person(&self, name: &str) -> String {
        let mut words = words(&self.bare(name));
        if !words.is_empty() && words.iter().all(|word| is_character_word(word)) {
            return words.concat();
        }
        let is_long = |word: &String| word.chars().count() > 1 || is_character_word(word);
        if words.iter().filter(|word| is_long(word)).count() >= 2 {
            words.retain(is_long);
        }
        words.sort();
        words.join(" ")
    }

    /// The code of an agency, or its folded name.
    pub(super) fn agency(&self, name: &str) -> String {
        let name = words(name).join(" ");
        self.agencies.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, code)| code.clone())
    }

    /// Whether a name is neither required nor wrong: a newsroom, an organisation, the site itself, an author's code.
    pub(super) fn is_neutral(&self, name: &str, gold: &Value) -> bool {
        let name = words(&self.bare(name));
        let whole = name.concat();
        let others: Vec<Vec<String>> = ["authors_optional", "agency"]
            .into_iter()
            .flat_map(|key| strings(gold, key))
            .map(words)
            .collect();
        let is_other = |word: &String| others.iter().any(|other| other.contains(word));
        let is_code = name.len() == 1 && whole.is_ascii() && whole.len() <= 3;
        let length = |text: &str| text.chars().count();
        is_code
            || name.iter().all(|word| self.organisations.contains(word) || is_other(word))
            || others.iter().map(|other| other.concat()).any(|other| {
                length(&whole) > 3 && other.contains(&whole) || length(&other) >= 8 && whole.contains(&other)
            })
    }

    /// The name without cue, addresses, titles and roles, unless nothing else is left.
    fn bare(&self, name: &str) -> String {
        let outer = [' ', ',', ';', ':', '|', '-', '–', '—'];
        let open = without_asides(name);
        let name_alone = self.without_attached_role(self.without_cues(&open).trim_matches(outer));
        let kept: Vec<&str> = name_alone.split_whitespace().filter(|word| !self.is_role(word)).collect();
        let kept = kept.join(" ");
        let kept = kept.trim_matches([' ', ',']);
        [kept, name_alone, name.trim()]
            .into_iter()
            .find(|form| !form.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    fn is_role(&self, word: &str) -> bool {
        let word = fold(word);
        self.roles.contains(word.trim_matches(['.', ',']))
            || self.roles.contains(word.replace('.', "").trim_matches(','))
    }

    /// What follows the cues at the beginning: `Text: By A B` is `A B`.
    fn without_cues<'n>(&self, name: &'n str) -> &'n str {
        let mut rest = name.trim_start();
        while let Some(shorter) = self.without_cue(rest) {
            rest = shorter;
        }
        rest
    }

    fn without_cue<'n>(&self, name: &'n str) -> Option<&'n str> {
        let (first, rest) = first_word(name);
        let (second, behind) = first_word(rest.trim_start());
        let pair = self.participles.contains(&fold(first)) && self.prepositions.contains(&fold(second));
        if let Some(rest) = pair.then(|| behind_gap(behind)).flatten() {
            return Some(rest);
        }
        self.cues
            .contains(&fold(first))
            .then(|| behind_gap(rest))
            .flatten()
            .or_else(|| self.behind_attached_cue(name))
    }

    fn behind_attached_cue<'n>(&self, name: &'n str) -> Option<&'n str> {
        let attaches = |cue: &&String| self.attached_cue_ends.iter().any(|end| cue.ends_with(end.as_str()));
        let longest = self
            .cues
            .iter()
            .filter(attaches)
            .filter(|cue| name.starts_with(cue.as_str()))
            .max_by_key(|cue| cue.len())?;
        let rest = &name[longest.len()..];
        Some(behind_gap(rest).unwrap_or(rest))
    }

    fn without_attached_role<'n>(&self, name: &'n str) -> &'n str {
        let mut ends = self.attached_roles.iter().filter_map(|role| name.strip_suffix(role.as_str()));
        let is_character = |c: char| matches!(c, '\u{3040}'..='\u{9FFF}');
        ends.find(|rest| rest.trim_end().ends_with(is_character)).map_or(name, str::trim_end)
    }
}

/// The strings of a list in the gold.
pub(crate) fn strings<'g>(gold: &'g Value, key: &str) -> impl Iterator<Item = &'g str> {
    gold[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// The names in a cell.
pub(super) fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '；']).map(str::trim).filter(|name| !name.is_empty())
}

fn agencies(table: &toml::Table) -> Vec<(String, String)> {
    let agencies = table.get("agencies").and_then(toml::Value::as_table).into_iter().flatten();
    let aliases = |value: &toml::Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(toml::Value::as_str).map(str::to_owned).collect()
    };
    agencies
        .flat_map(|(code, value)| aliases(value).into_iter().map(move |alias| (alias, code.clone())))
        .collect()
}

/// A word of letters, and what follows it.
fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()))
}

/// What follows white space or a colon or slash; `None` if there is neither.
fn behind_gap(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    let marked = rest.strip_prefix([':', '：', '/']).map(str::trim_start);
    marked.or_else(|| (rest.len() < text.len()).then_some(rest))
}

/// Without brackets and what is in them, mail addresses and handles.
fn without_asides(name: &str) -> String {
    let mut open = String::new();
    let mut rest = name;
    while let Some(at) = rest.find(['(', '[']) {
        let close = if rest[at..].starts_with('(') { ')' } else { ']' };
        let Some(end) = rest[at..].find(close) else { break };
        open.push_str(&rest[..at]);
        open.push(' ');
        rest = &rest[at + end + 1..];
    }
    open.push_str(rest);
    open.split_whitespace().filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ")
}
