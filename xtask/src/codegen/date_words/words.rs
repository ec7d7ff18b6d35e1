//! All words and phrases, with all their meanings.

use super::meaning::{TOPICS, meaning};
use super::quoted;
use super::sets::{LocaleSets, Tags};
use super::source::Source;
use super::variants::{bare, spellings};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Folded word, to the code of a meaning, to the locales that use it so.
type Words = BTreeMap<String, BTreeMap<String, Tags>>;

pub(super) fn code(source: &Source, sets: &mut LocaleSets) -> Result<String> {
    let (mut words, mut common) = (Words::new(), Words::new());
    for topic in TOPICS {
        let implied = if topic == "relative" { source.implied()? } else { Vec::new() };
        for word in source.words(topic)?.into_iter().chain(implied) {
            let meaning = meaning(topic, &word.key)?;
            for folded in forms(topic, &word.printed) {
                if folded.is_empty() {
                    bail!("expected a word at {}.{}, found `{}`", word.tag, word.key, word.printed);
                }
                let words = if word.is_common { &mut common } else { &mut words };
                let meanings = words.entry(folded).or_default();
                meanings.entry(meaning.clone()).or_default().insert(word.tag.clone());
            }
        }
    }
    words.values_mut().chain(common.values_mut()).for_each(without_glue_of_units);
    let mut code = String::from(HEADER);
    push_entries(&mut code, "ENTRIES", &words, sets);
    push_entries(&mut code, "COMMON", &common, sets);
    Ok(code)
}

/// The folded ways to type a word. Short ones that mean something by themselves keep their marks: `nå` is now in
/// Norwegian, `na` is no word for it.
fn forms(topic: &str, word: &str) -> BTreeSet<String> {
    let mut forms = spellings(word);
    let is_short = word.chars().count() <= 3;
    if !(is_short && matches!(topic, "relative" | "units" | "day-periods" | "particles")) {
        let bare: Vec<String> = forms.iter().filter_map(|word| bare(word)).collect();
        forms.extend(bare);
    }
    forms
}

/// In the patterns of dates units look like glue: `年`.
fn without_glue_of_units(meanings: &mut BTreeMap<String, Tags>) {
    let is_unit = |meaning: &String| meaning.starts_with("M::Unit");
    let units: Tags =
        meanings.iter().filter(|(meaning, _)| is_unit(meaning)).flat_map(|(_, tags)| tags).cloned().collect();
    if let Some(tags) = meanings.get_mut("M::Glue") {
        tags.retain(|tag| !units.contains(tag));
    }
    meanings.retain(|_, tags| !tags.is_empty());
}

const HEADER: &str =
    "use crate::{Calendar as C, DayPeriod as P, Locales as L, Meaning as M, Sense as S, Unit as U};
use copydesk_lexicon::{Entry, Lexicon};

pub(crate) static WORDS: Lexicon<S> = Lexicon::new(ENTRIES);
pub(crate) static COMMON_WORDS: Lexicon<S> = Lexicon::new(COMMON);
";

fn push_entries(code: &mut String, name: &str, words: &Words, sets: &mut LocaleSets) {
    let _ = writeln!(code, "\n#[rustfmt::skip]\nstatic {name}: &[Entry<S>] = &[");
    for (word, meanings) in words {
        let senses: Vec<String> = meanings
            .iter()
            .map(|(meaning, tags)| format!("S {{ meaning: {meaning}, locales: L({}) }}", sets.number(tags)))
            .collect();
        let _ = writeln!(code, "    ({}, &[{}]),", quoted(word), senses.join(", "));
    }
    code.push_str("];\n");
}
