//! What may stand behind a label: this tells `Published: 3 May` from a sentence that starts with "Published".

use super::Kind;
use copydesk_lexicon::is_number;

/// A set of ways in which a line may go on behind a label.
#[derive(Clone, Copy)]
pub(crate) struct Follow(u8);

impl Follow {
    /// The line ends, but for a colon, arrow, bracket or count.
    const END: u8 = 1;
    /// A colon or another divider, then the value.
    const DIVIDER: u8 = 2;
    /// A digit, at most two words on: `Posted Tuesday, 3 May`.
    const NUMBER: u8 = 4;
    /// A few words that make no sentence, if the label itself has several words or is cut short: `More from the Gazette`,
    /// `Fot. Ida Marwick`.
    const NAME: u8 = 8;
    /// A quoted title, or a title with an arrow behind it.
    const TITLE: u8 = 16;
    /// Anything.
    const ANY: u8 = 32;

    /// How a label of this kind may go on.
    pub(crate) const fn behind(kind: Kind) -> Self {
        Self(match kind {
            Kind::Published | Kind::Updated | Kind::Legal | Kind::Comments => {
                Self::END | Self::DIVIDER | Self::NUMBER | Self::NAME
            }
            Kind::Home
            | Kind::Section
            | Kind::MoreFrom
            | Kind::Share
            | Kind::Follow
            | Kind::Newsletter
            | Kind::Photo => Self::END | Self::DIVIDER | Self::NAME,
            Kind::Related | Kind::ContinueReading => Self::END | Self::DIVIDER | Self::TITLE,
            Kind::Tags | Kind::Advertisement => Self::END | Self::DIVIDER,
            Kind::CommentCount | Kind::ReadingTime | Kind::Listen => Self::END | Self::DIVIDER | Self::NUMBER,
            Kind::Latest | Kind::Popular | Kind::Reply | Kind::Print | Kind::Navigation => Self::END,
            Kind::OneComment | Kind::Paywall => Self::ANY,
        })
    }

    /// Whether a line may go on with `rest` behind a label.
    pub(crate) fn admits(self, phrase: &str, rest: &str) -> bool {
        self.has(Self::ANY)
            || self.has(Self::END) && is_end(rest)
            || self.has(Self::DIVIDER) && divider_len(rest) > 0
            || self.has(Self::NUMBER) && has_number_soon(rest)
            || self.has(Self::NAME) && is_compound(phrase) && is_name(rest)
            || self.has(Self::TITLE) && is_title(rest)
    }

    const fn has(self, way: u8) -> bool {
        self.0 & way != 0
    }
}

/// The length of the divider that a text starts with, blanks before it included.
pub(crate) fn divider_len(rest: &str) -> usize {
    let at = rest.trim_start();
    let blanks = rest.len() - at.len();
    match at.chars().next() {
        Some(c @ (':' | '：' | '|' | '»' | '›' | '>' | '→' | '/' | '©' | '·' | '•')) => {
            blanks + c.len_utf8()
        }
        Some(c @ ('-' | '–' | '—')) if blanks > 0 && at[c.len_utf8()..].starts_with(' ') => {
            blanks + c.len_utf8()
        }
        _ => 0,
    }
}

/// Whether nothing but marks and a count in brackets is left of a line.
pub(crate) fn is_end(rest: &str) -> bool {
    let rest = rest.trim();
    let marks = |c: char| !c.is_alphanumeric();
    match rest.strip_prefix(['(', '[', '（']).and_then(|rest| rest.strip_suffix([')', ']', '）'])) {
        Some(count) => count.chars().all(|c| is_number(c) || marks(c)),
        None => rest.chars().all(marks),
    }
}

fn has_number_soon(rest: &str) -> bool {
    const WORDS: usize = 3;
    let mut words = rest.split_whitespace().take(WORDS);
    words.any(|word| word.contains(|c: char| is_number(c)))
}

/// Several words, or several characters of a script that sets no blanks, or an abbreviation.
fn is_compound(phrase: &str) -> bool {
    phrase.trim().contains([' ', '.'])
        || phrase.chars().filter(|c| copydesk_lexicon::is_spaceless(*c)).count() > 2
}

fn is_name(rest: &str) -> bool {
    const WORDS: usize = 8;
    const BYTES: usize = 80;
    let ends_sentence = crate::shape::Ending::of(rest).is_sentence();
    let glued = rest.starts_with(copydesk_lexicon::is_spaceless);
    rest.len() <= BYTES && !glued && !ends_sentence && rest.split_whitespace().count() <= WORDS
}

fn is_title(rest: &str) -> bool {
    rest.trim_start().starts_with(['"', '“', '„', '«', '‘', '「', '『', '《'])
        || rest.trim_end().ends_with(['→', '»', '›', '…', '>'])
}
