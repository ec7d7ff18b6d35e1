//! The shape of a person's name, in scripts with and without capitals, with and without blanks.

mod script;
mod unspaced;
mod word;

pub(crate) use script::Script;

use crate::given_name::is_given_name;
use crate::label::Label;
use crate::piece::Piece;
use word::{Class, Word};

/// A name at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Bytes of the text.
    pub(crate) len: usize,
    /// Words that are spelt out: no particles, no initials.
    pub(crate) words: usize,
    /// All words, without particles.
    pub(crate) parts: usize,
    pub(crate) script: Script,
}

impl Name {
    /// Whether it is more than a given name or a surname alone.
    pub(crate) fn is_full(&self) -> bool {
        match self.script {
            Script::Han | Script::Hangul => true,
            Script::Cased | Script::Uncased => self.parts >= 2 && self.words >= 1,
        }
    }
}

/// The longest name that a text starts with; `label` is the longest phrase.
pub(crate) fn at(piece: Piece<'_>, label: Option<Label>) -> Option<Name> {
    let first = piece.str.chars().find(|c| !matches!(c, '"' | '“' | '„' | '\''))?;
    let name = match Script::of(first)? {
        Script::Han => unspaced::han(piece.str)?,
        Script::Hangul => unspaced::hangul(piece.str)?,
        script => spaced(piece, script, label),
    };
    (name.parts > 0).then_some(name)
}

/// Whether a text starts with a word, and a small one behind it that no name goes on with: few names begin sentences.
pub(crate) fn begins_sentence(text: &str) -> bool {
    let Some((first, second)) = text.split_once(' ') else { return false };
    first.bytes().all(|byte| byte.is_ascii_alphabetic()) && word::ends_name(second)
}

const MOST_WORDS: usize = 8;

/// `name = word *( blank ( word / particle ) ) [ suffix ]`, ending with a word or a suffix.
fn spaced(piece: Piece<'_>, script: Script, label: Option<Label>) -> Name {
    let text = piece.str;
    let mut name = Name { len: 0, words: 0, parts: 0, script };
    let (mut at, mut is_calendar) = (0, true);
    for index in 0..MOST_WORDS {
        let Some(word) = Word::at(piece.behind(at), script, index, label) else { break };
        at += word.len;
        match word.class {
            Class::Part | Class::Month | Class::Initial => {
                name.words += usize::from(word.class != Class::Initial);
                name.parts += 1;
                name.len = at;
                is_calendar &= word.class == Class::Month;
            }
            Class::Suffix => name.len = at,
            Class::Particle | Class::Nickname => {}
        }
        match text[at..].chars().next() {
            Some(c) if is_inner_blank(c) => at += c.len_utf8(),
            _ => break,
        }
    }
    let most = if name.words > MOST_OF_ONE { first_of_row(&text[..name.len]) } else { name.len };
    name.len = once(&text[..most]);
    name.parts = if is_calendar { name.parts.min(1) } else { name.parts };
    name
}

/// More words than one person's name has, as a rule.
const MOST_OF_ONE: usize = 4;

/// Bytes of the first of some names without anything between them, of which each begins with a given name.
fn first_of_row(names: &str) -> usize {
    let (mut at, mut words, mut was_given) = (0, 0, false);
    for word in names.split_inclusive(is_inner_blank) {
        let is_given = is_given_name(word.trim_end());
        if is_given && !was_given && words >= 2 && word.len() < names[at..].len() {
            return names[..at].trim_end().len();
        }
        (at, words, was_given) = (at + word.len(), words + 1, is_given);
    }
    names.len()
}

/// Bytes of a name that stands there once or twice: `Jane Doe Jane Doe`.
fn once(name: &str) -> usize {
    let half = name.len() / 2;
    let is_twice = name.is_char_boundary(half) && name[half..].trim_start() == name[..half].trim_end();
    if is_twice && name[..half].contains(' ') { name[..half].trim_end().len() } else { name.len() }
}

/// Blanks that stand between the words of a name; more than one of them ends it.
fn is_inner_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{3000}')
}
