//! All words and phrases, with all their meanings.

use super::meaning::{LOCAL_TOPICS, SHORT_TOPICS, TOPICS, meaning};
use super::quoted;
use super::sets::{LocaleSets, Tags};
use super::source::{Source, Word};
use super::variants::{bare, spellings};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Folded word, to the code of a meaning, to the locales that use it so.
type Words = BTreeMap<String, BTreeMap<String, Tags>>;

/// The code of four tables: the words that count in any text, those that count in texts of their own locales, those that
/// count in short texts, and the words that phrases of the first two go on with.
pub(super) fn code(source: &Source, counted: &[Word], sets: &mut LocaleSets) -> Result<[String; 4]> {
    let (mut words, mut local) = (Words::new(), Words::new());
    for topic in TOPICS.into_iter().chain(LOCAL_TOPICS) {
        let implied = if topic == "relative" { source.implied()? } else { Vec::new() };
        for word in source.words(topic)?.into_iter().chain(implied) {
            let meaning = meaning(topic, &word.key)?;
            for folded in forms(topic, &word.printed) {
                if folded.is_empty() {
                    bail!("expected a word at {}.{}, found `{}`", word.tag, word.key, word.printed);
                }
                let words =
                    if word.is_local || LOCAL_TOPICS.contains(&topic) { &mut local } else { &mut words };
                let meanings = words.entry(folded).or_default();
                meanings.entry(meaning.clone()).or_default().insert(word.tag.clone());
            }
        }
    }
    words.values_mut().chain(local.values_mut()).for_each(without_glue_of_units);
    let short = short(source, counted, &words)?;
    let later = words.keys().chain(local.keys()).flat_map(|phrase| phrase.split(' ').skip(1)).collect();
    Ok([
        written("WORDS", &words, sets),
        written("LOCAL_WORDS", &local, sets),
        written("SHORT_WORDS", &short, sets),
        written_later(&later),
    ])
}

/// The words that count in short texts only, each with all that it means in any text.
fn short(source: &Source, counted: &[Word], words: &Words) -> Result<Words> {
    let mut short = Words::new();
    for topic in SHORT_TOPICS {
        let derived = if topic == "counts" { counted } else { &[] };
        for word in source.words(topic)?.iter().chain(derived) {
            let meaning = meaning(topic, &word.key)?;
            for folded in forms(topic, &word.printed) {
                let of_any_text = || words.get(&folded).cloned().unwrap_or_default();
                let meanings = short.entry(folded.clone()).or_insert_with(of_any_text);
                meanings.entry(meaning.clone()).or_default().insert(word.tag.clone());
            }
        }
    }
    Ok(short)
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

fn written(name: &str, words: &Words, sets: &mut LocaleSets) -> String {
    let mut code = format!(
        "{}use copydesk_lexicon::{{Entry, Lexicon}};\n\n\
         pub(crate) static {name}: Lexicon<S> = Lexicon::new(ENTRIES);\n\n\
         #[rustfmt::skip]\nstatic ENTRIES: &[Entry<S>] = &[\n",
        imports(words),
    );
    for (word, meanings) in words {
        let senses: Vec<String> = meanings
            .iter()
            .map(|(meaning, tags)| format!("S {{ meaning: {meaning}, locales: L({}) }}", sets.number(tags)))
            .collect();
        let _ = writeln!(code, "    ({}, &[{}]),", quoted(word), senses.join(", "));
    }
    code + "];\n"
}

fn written_later(words: &BTreeSet<&str>) -> String {
    let mut code = String::from(
        "use copydesk_lexicon::{Entry, Lexicon};\n\n\
         pub(crate) static LATER_WORDS: Lexicon<()> = Lexicon::new(ENTRIES);\n\n\
         #[rustfmt::skip]\nstatic ENTRIES: &[Entry<()>] = &[\n",
    );
    for word in words {
        let _ = writeln!(code, "    ({}, &[()]),", quoted(word));
    }
    code + "];\n"
}

/// The import of the types that the meanings are written with.
fn imports(words: &Words) -> String {
    const TYPES: [(&str, &str); 3] =
        [("C::", "Calendar as C"), ("P::", "DayPeriod as P"), ("U::", "Unit as U")];
    let is_used =
        |prefix: &str| words.values().flat_map(BTreeMap::keys).any(|meaning| meaning.contains(prefix));
    let used = TYPES.iter().filter(|(prefix, _)| is_used(prefix)).map(|(_, import)| *import);
    let mut imports: Vec<&str> = used.chain(["Locales as L", "Meaning as M", "Sense as S"]).collect();
    imports.sort_unstable();
    format!("use crate::{{{}}};\n", imports.join(", "))
}
