//! The shape of a person's name, in scripts with and without capitals, with and without blanks.

use crate::given_name::is_given_name;
use crate::label::{self, Kind, Label};
use crate::languages::Languages;
use crate::signs::rises;
use crate::when;
use copydesk_lexicon::{is_letter, is_lower, is_number, is_spaceless, is_upper, is_word};

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

/// What a script shows of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// Names begin with capitals: Latin, Cyrillic, Greek, Armenian.
    Cased,
    /// Blanks between words, no capitals: Arabic, Hebrew, Devanagari, Georgian, Thai.
    Uncased,
    /// Chinese characters and kana.
    Han,
    Hangul,
}

/// The longest name that a text starts with; `label` is the longest phrase.
pub(crate) fn at(text: &str, label: Option<Label>, languages: Languages) -> Option<Name> {
    let name = match script(text.chars().find(|c| !matches!(c, '"' | '“' | '„' | '\''))?)? {
        Script::Han => han(text)?,
        Script::Hangul => hangul(text)?,
        script => spaced(text, script, label, languages),
    };
    (name.parts > 0).then_some(name)
}

fn script(c: char) -> Option<Script> {
    match c as u32 {
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Some(Script::Hangul),
        0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => {
            Some(Script::Han)
        }
        _ if !is_letter(c) => None,
        _ if is_upper(c) || is_lower(c) => Some(if is_georgian(c) { Script::Uncased } else { Script::Cased }),
        _ => Some(Script::Uncased),
    }
}

/// Georgian has capitals in Unicode that nobody writes names with.
fn is_georgian(c: char) -> bool {
    matches!(c as u32, 0x10A0..=0x10FF | 0x1C90..=0x1CBF)
}

const MOST_WORDS: usize = 8;

/// `name = word *( blank ( word / particle ) ) [ suffix ]`, ending with a word or a suffix.
fn spaced(text: &str, script: Script, first: Option<Label>, languages: Languages) -> Name {
    let mut name = Name { len: 0, words: 0, parts: 0, script };
    let (mut at, mut is_calendar) = (0, true);
    for index in 0..MOST_WORDS {
        let rest = &text[at..];
        let label = || if index == 0 { first } else { label::at(rest) };
        let Some(word) = Word::at(rest, script, index, label, languages) else { break };
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
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
struct Word {
    /// Bytes, with the dot of an abbreviation.
    len: usize,
    class: Class,
}

impl Word {
    /// The word that a text starts with, if a name can go on with it as its word number `index`.
    fn at(
        text: &str,
        script: Script,
        index: usize,
        label: impl Fn() -> Option<Label>,
        languages: Languages,
    ) -> Option<Self> {
        let first = text.chars().next()?;
        if matches!(first, '"' | '“' | '„') {
            return quoted(text, first).filter(|_| index > 0).map(|len| Self { len, class: Class::Nickname });
        }
        let len = word_len(text);
        if len == 0 {
            return None;
        }
        let found = Found { text, len, index, label: label(), languages };
        if script != Script::Cased {
            let is_part = self::script(first) == Some(script) && !found.ends_name();
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
    text: &'t str,
    /// Bytes of the word.
    len: usize,
    /// Its number among the words of the name.
    index: usize,
    /// The longest phrase that starts with it.
    label: Option<Label>,
    languages: Languages,
}

impl Found<'_> {
    fn capitalised(&self) -> Option<Word> {
        let len = self.len;
        if let Some(label) =
            self.label.filter(|label| label.is(Kind::Suffix) && self.index > 0 && label.len + 1 >= len)
        {
            return Some(Word { len: label.len.max(len), class: Class::Suffix });
        }
        let word = &self.text[..len];
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
        (!word.ends_with('.') && !self.ends_name() && !is_glued(word)).then_some(Word { len, class })
    }

    /// Whether it is no part of a name, so that the name ends before it.
    fn ends_name(&self) -> bool {
        let Some(label) = self.label.filter(|label| label.len + 1 >= self.len) else { return false };
        label.ends_name(self.languages)
            || self.index > 0 && label.any(Kind::follows_name)
            || label.is(Kind::Calendar) && self.text[..label.len].chars().count() > 3
            || self.is_date()
    }

    /// Whether it is a month or weekday before a number: `May 3`, `Jan. 2017`.
    fn is_date(&self) -> bool {
        self.label
            .is_some_and(|label| label.any(Kind::is_calendar) && when::has_number(&self.text[label.len..]))
    }
}

/// `HafenDonald`: two words whose blank was lost. `McDonald`, `DiCaprio` are one.
fn is_glued(word: &str) -> bool {
    const LONGEST_PREFIX: usize = 4;
    rises(word).any(|at| at > LONGEST_PREFIX)
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

/// Chinese and Japanese: two to four characters of Han, or kana with middle dots for a name from abroad.
fn han(text: &str) -> Option<Name> {
    let run = cut(text, text.find(|c: char| !is_han_name(c)).unwrap_or(text.len()))?;
    let foreign = text[..run].contains(['・', '·', '‧']);
    let most = if foreign { 16 } else { 4 };
    ((2..=most).contains(&text[..run].chars().count())).then_some(Name {
        len: run,
        words: 1,
        parts: 1,
        script: Script::Han,
    })
}

fn is_han_name(c: char) -> bool {
    is_spaceless(c) && script(c) == Some(Script::Han) || matches!(c, '·' | '‧')
}

/// Korean: two to four syllables; a longer word is no name.
fn hangul(text: &str) -> Option<Name> {
    let run = cut(text, text.find(|c: char| script(c) != Some(Script::Hangul)).unwrap_or(text.len()))?;
    ((2..=4).contains(&text[..run].chars().count())).then_some(Name {
        len: run,
        words: 1,
        parts: 1,
        script: Script::Hangul,
    })
}

/// The part of a run before a word that is no part of a name, for scripts that write them together: `홍길동기자`.
fn cut(text: &str, run: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let ends = |at: &usize| label::at(&text[*at..]).is_some_and(|label| label.any(Kind::ends_name));
    let end = text[..run].char_indices().map(|(at, _)| at).take(LONGEST).find(ends).unwrap_or(run);
    (end > 0).then_some(end)
}
