//! Names in scripts that put no blank between a surname and a given name.

use super::{Name, Script};
use crate::label::{self, Kind};
use copydesk_lexicon::is_spaceless;

/// Chinese and Japanese: two to four characters of Han, or kana with middle dots for a name from abroad.
pub(super) fn han(text: &str) -> Option<Name> {
    let run = cut(text, text.find(|c: char| !is_han(c)).unwrap_or(text.len()))?;
    let foreign = text[..run].contains(['・', '·', '‧']);
    let most = if foreign { 16 } else { 4 };
    ((2..=most).contains(&text[..run].chars().count())).then_some(whole(run, Script::Han))
}

fn is_han(c: char) -> bool {
    is_spaceless(c) && Script::of(c) == Some(Script::Han) || matches!(c, '·' | '‧')
}

/// Korean: two to four syllables; a longer word is no name.
pub(super) fn hangul(text: &str) -> Option<Name> {
    let is_end = |c: char| Script::of(c) != Some(Script::Hangul);
    let run = cut(text, text.find(is_end).unwrap_or(text.len()))?;
    ((2..=4).contains(&text[..run].chars().count())).then_some(whole(run, Script::Hangul))
}

/// A name of one piece.
fn whole(len: usize, script: Script) -> Name {
    Name { len, words: 1, parts: 1, script }
}

/// The part of a run before a word that is no part of a name, for scripts that write them together: `홍길동기자`.
fn cut(text: &str, run: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let ends = |at: &usize| label::at(&text[*at..]).is_some_and(|label| label.any(Kind::ends_name));
    let end = text[..run].char_indices().map(|(at, _)| at).take(LONGEST).find(ends).unwrap_or(run);
    (end > 0).then_some(end)
}
