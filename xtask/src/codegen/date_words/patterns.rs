//! Ways to count from now.

use super::counted::framed;
use super::meaning::unit;
use super::quoted;
use super::sets::{LocaleSets, Tags};
use super::source::{Source, Word};
use super::variants::{bare, spellings};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What stands before the number and behind it, and the code of unit and sign.
type Pattern = (String, String, String, i8);
/// The words to look up, to the patterns, to the locales that use them.
type Lexicon = BTreeMap<String, BTreeMap<Pattern, Tags>>;

pub(super) fn code(source: &Source, units: &[Word], sets: &mut LocaleSets) -> Result<String> {
    let mut before = Lexicon::new();
    let mut behind = Lexicon::new();
    for word in source.words("patterns")?.into_iter().chain(framed(source, units)?) {
        for pattern in
            patterns(&word).with_context(|| format!("a pattern at {}: {}", word.tag, word.printed))?
        {
            let (lexicon, key) =
                if pattern.1.is_empty() { (&mut before, &pattern.0) } else { (&mut behind, &pattern.1) };
            let patterns = lexicon.entry(key.clone()).or_default();
            patterns.entry(pattern).or_default().insert(word.tag.clone());
        }
    }
    let mut code = String::from(
        "use crate::{Locales as L, Pattern as P, Unit as U};\nuse copydesk_lexicon::{Entry, Lexicon};\n\n\
         pub(crate) static PATTERNS_BEHIND: Lexicon<P> = Lexicon::new(BEHIND);\n\
         pub(crate) static PATTERNS_BEFORE: Lexicon<P> = Lexicon::new(BEFORE);\n",
    );
    push_lexicon(&mut code, "BEHIND", &behind, sets);
    push_lexicon(&mut code, "BEFORE", &before, sets);
    Ok(code)
}

/// All ways to type a pattern.
fn patterns(word: &Word) -> Option<Vec<Pattern>> {
    let (name, direction) = word.key.split_once('.')?;
    let sign = match direction {
        "past" => -1,
        "future" => 1,
        _ => return None,
    };
    let unit = unit(name)?;
    let (before, behind) = word.printed.split_once("{0}")?;
    let both = |before: String| spellings(behind).into_iter().map(move |behind| (before.clone(), behind));
    let spellings = spellings(before).into_iter().flat_map(both);
    Some(spellings.flat_map(with_bare).map(|(before, behind)| (before, behind, unit.clone(), sign)).collect())
}

fn with_bare((before, behind): (String, String)) -> Vec<(String, String)> {
    let (bare_before, bare_behind) = (bare(&before), bare(&behind));
    let has_bare = bare_before.is_some() || bare_behind.is_some();
    let bare = (bare_before.unwrap_or(before.clone()), bare_behind.unwrap_or(behind.clone()));
    [(before, behind)].into_iter().chain(has_bare.then_some(bare)).collect()
}

fn push_lexicon(code: &mut String, name: &str, lexicon: &Lexicon, sets: &mut LocaleSets) {
    let _ = writeln!(code, "\n#[rustfmt::skip]\nstatic {name}: &[Entry<P>] = &[");
    for (key, patterns) in lexicon {
        let patterns: Vec<String> = patterns
            .iter()
            .map(|((before, behind, unit, sign), tags)| {
                let locales = sets.number(tags);
                let (before, behind) = (quoted(before), quoted(behind));
                let words = format!("before: {before}, behind: {behind}");
                format!("P {{ {words}, unit: {unit}, sign: {sign}, locales: L({locales}) }}")
            })
            .collect();
        let _ = writeln!(code, "    ({}, &[{}]),", quoted(key), patterns.join(", "));
    }
    code.push_str("];\n");
}
