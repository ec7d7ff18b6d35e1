//! Date words: `crates/date-words/data/` to `crates/date-words/src/generated/`.

mod counted;
mod customs;
mod locales;
mod meaning;
mod patterns;
mod sets;
mod source;
mod variants;
mod words;

use super::{Generated, generated};
use anyhow::{Context, Result};
use sets::LocaleSets;
use source::Source;

pub(super) fn generate() -> Result<Vec<Generated>> {
    let source = Source::open()?;
    let mut sets = LocaleSets::default();
    let counted = counted::words(&source).context("counted units")?;
    let [words, local_words, short_words, later_words] =
        words::code(&source, &counted, &mut sets).context("words")?;
    let patterns = patterns::code(&source, &counted, &mut sets).context("patterns")?;
    let locales = locales::code(&source, &sets).context("locales")?;
    let customs = customs::code(&source).context("customs")?;
    let from = format!("crates/date-words/data ({})", source.version);
    let files = [
        ("words", words),
        ("local_words", local_words),
        ("short_words", short_words),
        ("later_words", later_words),
        ("patterns", patterns),
        ("locales", locales),
        ("customs", customs),
    ];
    files
        .map(|(name, code)| generated(&format!("crates/date-words/src/generated/{name}.rs"), &from, &code))
        .into_iter()
        .collect()
}

/// A literal with its letters as they are; folding leaves none that can't be seen.
fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
}
