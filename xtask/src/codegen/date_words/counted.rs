//! Words of units as they stand behind their number, and the ways to count from now that are put together from them.

use super::meaning::unit;
use super::source::{Source, Word};
use anyhow::{Context, Result};
use copydesk_lexicon::is_spaceless;
use std::collections::BTreeMap;

/// What stands behind the numbers of one locale and direction, by unit.
type Behind = BTreeMap<(String, String), Vec<(String, String)>>;

/// The words of units that CLDR's ways to count from now have behind the number, and those by hand; the key is the unit.
pub(super) fn words(source: &Source) -> Result<Vec<Word>> {
    let mut behind = Behind::new();
    for word in source.of_cldr("patterns")? {
        let (unit, direction) = word.key.split_once('.').context("a unit and a direction")?;
        let (_, words) = word.printed.split_once("{0}").context("a number")?;
        let words = (unit.to_owned(), words.trim().to_owned());
        behind.entry((word.tag, direction.to_owned())).or_default().push(words);
    }
    let by_hand = source.words("counts")?;
    let mut counted: Vec<Word> = by_hand.into_iter().filter(|word| unit(&word.key).is_some()).collect();
    for ((tag, _), words) in behind {
        let shared = shared_end(&words);
        let units = words.iter().map(|(unit, words)| (unit, words[..words.len() - shared].trim()));
        let units = units.filter(|(_, words)| is_unit(words));
        counted.extend(units.map(|(unit, words)| Word {
            tag: tag.clone(),
            key: unit.clone(),
            printed: words.to_owned(),
            is_local: false,
        }));
    }
    Ok(counted)
}

/// The ways to count from now that a locale's frames make of its words for units: `within {0}` and `days`.
pub(super) fn framed(source: &Source, counted: &[Word]) -> Result<Vec<Word>> {
    let frames = source.words("frames")?;
    let framed = frames.iter().flat_map(|frame| {
        let units = counted.iter().filter(|unit| unit.tag == frame.tag);
        units.map(|unit| {
            let blank = if unit.printed.starts_with(is_dense) { "" } else { " " };
            let printed = frame.printed.replace("{0}", &format!("{{0}}{blank}{}", unit.printed));
            Word { key: format!("{}.{}", unit.key, frame.key), printed, ..frame.clone() }
        })
    });
    Ok(framed.collect())
}

/// Bytes of the words at the end that all of them share, like *ago*; of letters where no blanks part words.
fn shared_end(words: &[(String, String)]) -> usize {
    let Some((_, first)) = words.first() else { return 0 };
    let ends = first.char_indices().map(|(at, _)| at).chain([first.len()]);
    let is_shared = |end: &str| words.iter().all(|(_, words)| words.ends_with(end));
    let is_whole = |at: usize| first[at..].starts_with([' ', '\u{A0}']) || first[at..].starts_with(is_dense);
    ends.map(|at| (at, &first[at..]))
        .find(|(at, end)| end.is_empty() || is_whole(*at) && is_shared(end))
        .map_or(0, |(_, end)| end.len())
}

/// Whether words are more than a letter or two, which mean too much else.
fn is_unit(words: &str) -> bool {
    const SHORTEST: usize = 3;
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters >= SHORTEST || words.starts_with(is_dense)
}

fn is_dense(c: char) -> bool {
    is_spaceless(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}
