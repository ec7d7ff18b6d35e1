use crate::generated::agencies::{AGENCIES, NAMES, WITH};
use crate::piece::Piece;
use crate::signs::Signs;
use copydesk_lexicon::Lexicon;

static LEXICON: Lexicon<Alias> = Lexicon::new(NAMES);
static JOINTS: Lexicon<()> = Lexicon::new(WITH);

/// A news or picture agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agency {
    /// The short form that tables print: `AP`.
    pub code: &'static str,
    /// Its full name, as it calls itself.
    pub name: &'static str,
    /// Where it sits, as ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// What its credit is for.
    pub medium: Medium,
}

/// What an agency supplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// Texts, and pictures as well.
    Text,
    /// Pictures alone: its credit never says whose the text is.
    Photo,
}

/// A name of an agency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alias {
    /// Its place in the table.
    pub(crate) agency: usize,
    /// The only spelling that counts, for short forms that are words or initials of other things too.
    pub(crate) slug: Option<&'static str>,
    /// Whether lines of their own say it of other things as well.
    pub(crate) is_weak: bool,
}

/// The agency of which the whole text is a name, alias or slug.
///
/// ```
/// assert_eq!(copydesk_bylines::agency("Associated Press").unwrap().code, "AP");
/// assert!(copydesk_bylines::agency("Associated Press of Elsewhere").is_none());
/// ```
pub fn agency(text: &str) -> Option<&'static Agency> {
    let text = text.trim();
    find(text).filter(|found| found.len == text.len()).map(|found| found.agency)
}

/// An agency's name at the start of a text.
pub(crate) struct Found {
    pub(crate) agency: &'static Agency,
    /// Bytes of the name.
    pub(crate) len: usize,
    /// Whether brackets or a label must vouch for the name.
    pub(crate) is_weak: bool,
}

/// The longest name of an agency that a part of a line starts with.
pub(crate) fn at(piece: Piece<'_>) -> Option<Found> {
    if piece.signs.may_have(Signs::AGENCY) { find(piece.str) } else { None }
}

/// The longest name of an agency that the text starts with.
pub(crate) fn find(text: &str) -> Option<Found> {
    let found = LEXICON.longest_prefix(text)?;
    let printed = &text[..found.len];
    let alias = found.senses.iter().find(|alias| alias.slug.is_none_or(|slug| slug == printed))?;
    Some(Found { agency: AGENCIES.get(alias.agency)?, len: found.len, is_weak: alias.is_weak })
}

/// Whether a text may start with the name of an agency; far cheaper than to look it up.
pub(crate) fn may_begin(text: &str) -> bool {
    LEXICON.may_begin(text)
}

/// All names of agencies.
pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
    NAMES.iter().map(|(name, _)| *name)
}

/// Bytes of the words that an agency follows whose text was used: `mit`, `con información de`.
pub(crate) fn with(text: &str) -> Option<usize> {
    JOINTS.longest_prefix(text).map(|found| found.len)
}
