use crate::generated::{LOCALE_SETS, PARENTS, TAGS};
use std::fmt;

/// A set of locales, by their BCP 47 tags; as small as a number, since the sets are few and known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Locales(pub(crate) u16);

impl Locales {
    /// The tags of the set, sorted; `und` stands for all locales.
    pub fn tags(self) -> impl Iterator<Item = &'static str> {
        self.indices().iter().filter_map(|at| TAGS.get(usize::from(*at)).copied())
    }

    /// Whether the set has a tag, or what the tag falls back on: `de-CH` is in it where `de` is.
    pub fn contains(self, tag: &str) -> bool {
        fallbacks(tag)
            .chain(["und"])
            .filter_map(|tag| TAGS.binary_search(&tag).ok())
            .any(|at| self.indices().binary_search(&(at as u16)).is_ok())
    }

    /// Whether some locale is in both sets, or falls back on one that is: `de` and `de-CH` meet.
    pub fn meets(self, other: Self) -> bool {
        self == other
            || self.tags().any(|tag| other.contains(tag))
            || other.tags().any(|tag| self.contains(tag))
    }

    fn indices(self) -> &'static [u16] {
        LOCALE_SETS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// Some tags and all that they fall back on, to be compared with many sets.
#[derive(Clone, Debug, Default)]
pub struct Tags(Vec<u16>);

impl Tags {
    /// The tags of a list; those that are not known are in no set.
    pub fn of(tags: &[&str]) -> Self {
        let all = tags.iter().flat_map(|tag| fallbacks(tag).chain(["und"]));
        Self(all.filter_map(|tag| Some(TAGS.binary_search(&tag).ok()? as u16)).collect())
    }

    /// Whether a set [contains](Locales::contains) one of the tags.
    pub fn are_in(&self, locales: Locales) -> bool {
        self.0.iter().any(|at| locales.indices().binary_search(at).is_ok())
    }
}

impl fmt::Debug for Locales {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.tags()).finish()
    }
}

/// A tag and all that it inherits from in CLDR: `zh-TW`, `zh-Hant-TW`, `zh-Hant`; `en-GB`, `en-001`, `en`.
pub(crate) fn fallbacks(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| parent(tag)).filter(|tag| *tag != "und")
}

fn parent(tag: &str) -> Option<&str> {
    match PARENTS.binary_search_by_key(&tag, |(tag, _)| tag) {
        Ok(at) => Some(PARENTS[at].1),
        Err(_) => tag.rsplit_once('-').map(|(parent, _)| parent),
    }
}
