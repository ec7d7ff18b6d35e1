use crate::generated::{LOCALE_SETS, TAGS};
use std::fmt;

/// A set of locales, by their BCP 47 tags; as small as a number, since the sets are few and known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Locales(pub(crate) u16);

impl Locales {
    /// The tags of the set, sorted.
    pub fn tags(self) -> impl Iterator<Item = &'static str> {
        self.indices().iter().map(|at| TAGS[usize::from(*at)])
    }

    /// Whether the set has a tag, or what the tag falls back on: `de-CH` is in it where `de` is.
    pub fn contains(self, tag: &str) -> bool {
        fallbacks(tag)
            .filter_map(|tag| TAGS.binary_search(&tag).ok())
            .any(|at| self.indices().binary_search(&(at as u16)).is_ok())
    }

    fn indices(self) -> &'static [u16] {
        LOCALE_SETS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl fmt::Debug for Locales {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.tags()).finish()
    }
}

/// A tag and what remains of it as subtags are cut off its end: `zh-Hant-TW`, `zh-Hant`, `zh`.
pub(crate) fn fallbacks(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(parent, _)| parent))
}
