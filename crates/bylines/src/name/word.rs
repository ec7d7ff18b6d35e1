//! The words that a name may consist of, in scripts with blanks between them.

use super::Script;
use crate::label::{self, Kind, Label};
use crate::piece::Piece;
use crate::signs::{Signs, rises};
use crate::when;
use copydesk_lexicon::{is_letter, is_lower, is_number, is_upper, is_word};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A part of the name that is spelt out.
    Part,
    /// `April`, which alone does not make a name.
    Month,
    /// `J.`, `JR`
    Initial,
    /// `van`, `de la`
    Particle,
    /// `"Buck"`
    Nickname,
    /// `Jr.`
    Suffix,
}

/// A word that can belong to a name.
pub(super) struct Word {
    /// Bytes, with the dot of an abbreviation.
    pub(super) len: usize,
    pub(super) class: Class,
}

impl Word {
    /// The word that a text starts with, if a name can go on with it as its word number `index`; `label` is the longest
    /// phrase that the name starts with.
    pub(super) fn at(piece: Piece<'_>, script: Script, index: usize, label: Option<Label>) -> Option<Self> {
        let text = piece.str;
        let first = text.chars().next()?;
        if matches!(first, '"' | '“' | '„') {
            return quoted(text, first).filter(|_| index > 0).map(|len| Self { len, class: Class::Nickname });
        }
        let len = word_len(text);
        if len == 0 {
            return None;
        }
        let may_count = || !is_lower(first) || label::may_be_particle(text);
        let label = if index == 0 { label } else { may_count().then(|| label::at(text)).flatten() };
        let found = Found { piece, len, index, label };
        if script != Script::Cased {
            let is_part = Script::of(first) == Some(script) && !found.ends_name();
            return is_part.then_some(Self { len, class: Class::Part });
        }
        if let Some(label) =
            found.label.filter(|label| label.is(Kind::Particle) && (index > 0 || is_lower(first)))
        {
            return Some(Self { len: label.len, class: Class::Particle });
        }
        if is_upper(first) {
            return found.capitalised();
        }
        is_elided(&text[..len]).then_some(Self { len, class: Class::Part })
    }
}

/// More letters than initials have.
const MANY_LETTERS: usize = 4;

/// A word of which is known what the tables say.
struct Found<'t> {
    piece: Piece<'t>,
    /// Bytes of the word.
    len: usize,
    /// Its number among the words of the name.
    index: usize,
    /// The longest phrase that starts with it.
    label: Option<Label>,
}

impl Found<'_> {
    fn capitalised(&self) -> Option<Word> {
        let len = self.len;
        if let Some(label) =
            self.label.filter(|label| label.is(Kind::Suffix) && self.index > 0 && label.len + 1 >= len)
        {
            return Some(Word { len: label.len.max(len), class: Class::Suffix });
        }
        let word = &self.piece.str[..len];
        let letters = word.chars().filter(|c| is_letter(*c)).take(MANY_LETTERS).count();
        if self.index > 0 && letters > 1 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | '.')) {
            return None;
        }
        let is_initial = letters == 1 || letters <= 3 && word.contains('.');
        if is_initial {
            return (!self.is_date()).then_some(Word { len, class: Class::Initial });
        }
        let is_month = self.label.is_some_and(|label| label.any(Kind::is_calendar));
        let class = if is_month { Class::Month } else { Class::Part };
        (!word.ends_with('.') && !self.ends_name() && !self.is_glued()).then_some(Word { len, class })
    }

    /// Whether it is no part of a name, so that the name ends before it.
    fn ends_name(&self) -> bool {
        let Some(label) = self.label.filter(|label| label.len + 1 >= self.len) else { return false };
        label.ends_name(self.piece.languages)
            || self.index > 0 && label.any(Kind::follows_name)
            || label.is(Kind::Calendar) && self.piece.str[..label.len].chars().nth(3).is_some()
            || self.is_date()
    }

    /// `HafenDonald`: two words whose blank was lost. `McDonald`, `DiCaprio` are one.
    fn is_glued(&self) -> bool {
        const LONGEST_PREFIX: usize = 4;
        self.piece.signs.may_have(Signs::RISE)
            && rises(&self.piece.str[..self.len]).any(|at| at > LONGEST_PREFIX)
    }

    /// Whether it is a month or weekday before a number: `May 3`, `Jan. 2017`.
    fn is_date(&self) -> bool {
        self.label.is_some_and(|label| {
            label.any(Kind::is_calendar) && when::has_number(&self.piece.str[label.len..])
        })
    }
}

/// Whether a text starts with a small word of ASCII's letters that is no part of a name.
pub(super) fn ends_name(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_lowercase).count();
    let is_word = letters > 0 && matches!(text.as_bytes().get(letters), None | Some(b' ' | b',' | b'.'));
    is_word && !label::may_be_particle(text)
}

/// `d'Artagnan`, `al-Masri`, `el-Sayed`: small letters, a joint, a capital.
fn is_elided(word: &str) -> bool {
    let joint = word.find(['\'', '’', '-']).unwrap_or(word.len());
    joint <= 4 && word[joint..].chars().nth(1).is_some_and(is_upper)
}

/// Bytes of a word: letters and marks, with hyphens, apostrophes and dots inside; the dot behind an initial
/// or another short form as well.
fn word_len(text: &str) -> usize {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if matches!(text.as_bytes().get(letters), None | Some(b' ' | b',')) {
        return letters;
    }
    let mut len = letters;
    let mut chars = text[letters..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = letters + at;
        let next = chars.peek().map(|(_, c)| *c);
        if is_number(c) {
            break;
        } else if is_word(c) || c == '\u{AD}' {
            len = at + c.len_utf8();
        } else if c == '.' && at > 0 && is_short(&text[..at]) {
            len = at + 1;
        } else if !(is_joint(c) && at > 0 && next.is_some_and(is_letter)) || is_possessive(&text[at..]) {
            break;
        }
    }
    len
}

/// Whether a dot behind a word belongs to it: one to three letters, or letters with dots between.
fn is_short(word: &str) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or_default();
    last.chars().all(is_letter) && last.chars().take(4).count() <= 3
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '.' | '״' | '׳')
}

/// `'s` at the end of a word.
fn is_possessive(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('\'' | '’' | '´' | '`'))
        && matches!(chars.next(), Some('s' | 'S'))
        && !chars.next().is_some_and(is_word)
}

/// Bytes of a nickname in quotes, of two words at most.
fn quoted(text: &str, quote: char) -> Option<usize> {
    const LONGEST: usize = 40;
    let inside = &text[quote.len_utf8()..];
    let (at, close) = inside.char_indices().take(LONGEST).find(|(_, c)| matches!(c, '"' | '”' | '“'))?;
    let words = inside[..at].split(' ').count();
    (words <= 2 && at > 0).then(|| quote.len_utf8() + at + close.len_utf8())
}
