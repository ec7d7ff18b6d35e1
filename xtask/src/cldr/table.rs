//! Words by locale and meaning, and how they stand in a TOML file.

use super::release::{Locale, Release};
use copydesk_lexicon::fold;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The words of one locale: what they mean, and the words as printed.
#[derive(Clone, Default)]
pub(super) struct Section(Vec<(String, Vec<String>)>);

impl Section {
    /// Adds a word unless it is there already, or is none that a reader could tell from something else.
    pub(super) fn add(&mut self, key: &str, word: &str) {
        let word = plain(word);
        if !is_telling(&word) || self.has(key, &word) {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, words)) => words.push(word),
            None => self.0.push((key.to_owned(), vec![word])),
        }
    }

    pub(super) fn has(&self, key: &str, word: &str) -> bool {
        let folded = fold(word);
        self.0.iter().any(|(known, words)| known == key && words.iter().any(|word| fold(word) == folded))
    }

    fn retain(&mut self, keep: impl Fn(&str, &str) -> bool) {
        for (key, words) in &mut self.0 {
            words.retain(|word| keep(key, word));
        }
        self.0.retain(|(_, words)| !words.is_empty());
    }
}

/// The words of all locales.
#[derive(Default)]
pub(super) struct Table(BTreeMap<String, Section>);

impl Table {
    pub(super) fn insert(&mut self, locale: &Locale<'_>, section: Section) {
        self.0.insert(locale.tag.to_owned(), section);
    }

    /// The table without what a locale has from those that it inherits from.
    pub(super) fn to_toml(&self, release: &Release) -> String {
        let mut toml = String::new();
        for (tag, section) in &self.0 {
            let mut own = section.clone();
            own.retain(|key, word| !self.is_inherited(release, tag, key, word));
            if tag != "und" && !own.0.is_empty() {
                push_section(&mut toml, tag, &own);
            }
        }
        toml
    }

    /// Whether an ancestor has the word. The root of CLDR speaks English: its words are placeholders elsewhere.
    fn is_inherited(&self, release: &Release, tag: &str, key: &str, word: &str) -> bool {
        let has = |tag: &str| self.0.get(tag).is_some_and(|section| section.has(key, word));
        let is_english = release.ancestry(tag).any(|tag| tag == "en");
        release.ancestry(tag).skip(1).any(has) || !is_english && has("und")
    }
}

fn push_section(toml: &mut String, tag: &str, section: &Section) {
    let _ = writeln!(toml, "[{tag}]");
    for (key, words) in &section.0 {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        let _ = writeln!(toml, "{key} = [{}]", words.join(", "));
    }
    toml.push('\n');
}

/// A file of one value per key.
pub(super) fn pairs(pairs: &[(String, String)]) -> String {
    pairs.iter().fold(String::new(), |toml, (key, value)| toml + &format!("{key} = {}\n", quoted(value)))
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Without direction marks, special blanks, and joiners that join nothing.
fn plain(word: &str) -> String {
    let word: String = word.chars().filter(|c| !is_direction(*c)).collect();
    word.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['\u{200C}', '\u{200D}']).to_owned()
}

/// Unicode's `Bidi_Control`.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a word says something by itself: one letter does not, one syllable or ideograph does; a name with a digit
/// is read as a number; a list of phrases is none.
fn is_telling(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let is_list = word.contains([',', '，', '、']);
    let has_digit = word.replace("{0}", "").contains(char::is_numeric);
    !has_digit && !is_list && (letters().count() > 1 || letters().any(is_syllable))
}

/// Han, kana and Hangul.
fn is_syllable(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '가'..='힣')
}
