//! Texts that introduce whose name stands on the line above: "Ada Example covers the harbour.", "Hi, I am Ada.", "More by Ada".

use crate::label::{self, Kind};
use copydesk_lexicon::{fold, is_lower, is_word, words};

/// Whether a line introduces the bearer of a name.
pub(crate) fn of(name: &str, line: &str) -> bool {
    by_others(name, line) || by_himself(name, line) || by_works(name, line)
}

/// `[ role ] name`, and a text that goes on with small letters.
fn by_others(name: &str, line: &str) -> bool {
    const SHORTEST: usize = 25;
    let behind_role = || {
        let role = label::of(Kind::Role, line)?;
        line[role.full..].trim_start_matches(['.', ',', ' ', '\u{A0}']).strip_prefix(name)
    };
    let rest = line
        .strip_prefix(name)
        .or_else(behind_role)
        .map(|rest| rest.trim_start_matches([' ', '\u{A0}', ',', '(']));
    rest.is_some_and(|rest| rest.len() >= SHORTEST && rest.starts_with(is_lower))
}

/// `intro word`, near the start of the line, where the word is one of the name's.
fn by_himself(name: &str, line: &str) -> bool {
    const WORDS: usize = 5;
    words(line).take(WORDS).any(|at| {
        let intro = label::may_introduce(&line[at..]).then(|| label::of(Kind::Intro, &line[at..]));
        intro.flatten().is_some_and(|intro| holds_word(name, first_word(&line[at + intro.full..])))
    })
}

/// `more [ word ]`, where the word is one of the name's, or nothing follows.
fn by_works(name: &str, line: &str) -> bool {
    const LONGEST: usize = 80;
    let more = label::of(Kind::More, line).filter(|_| line.len() <= LONGEST);
    more.is_some_and(|more| {
        let word = first_word(&line[more.full..]);
        word.is_empty() || holds_word(name, word)
    })
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

fn holds_word(name: &str, word: &str) -> bool {
    !word.is_empty() && name.split(|c| !is_word(c)).any(|part| fold(part) == fold(word))
}
