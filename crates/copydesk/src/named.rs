use copydesk_article::Profile;
use copydesk_lexicon::Hash;
use std::collections::{BTreeMap, BTreeSet};

/// Profiles by the name of their source.
///
/// Samples of [`Named::MOST_PAGES`] pages at most are held, of the sources whose names hash lowest; of the others the order
/// of dates alone; and of [`Named::MOST_SOURCES`] in all, chosen alike. What is dropped would be dropped in any other order of pages, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    profiles: BTreeMap<String, Profile>,
    /// The sources of which samples are held, by the hash of their names.
    sampled: BTreeSet<(u64, String)>,
    /// The lowest of which no sample is held any more.
    ceiling: Option<(u64, String)>,
    /// Pages in all samples.
    pages: usize,
    /// All sources, by the hash of their names.
    known: BTreeSet<(u64, String)>,
    /// The lowest source that is not known any more.
    limit: Option<(u64, String)>,
}

impl Named {
    /// Some 64 MB, if all pages are long ones.
    const MOST_PAGES: usize = 1 << 16;

    /// Some 40 MB, names included.
    const MOST_SOURCES: usize = 1 << 16;

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Profile)> {
        self.profiles.iter().map(|(source, profile)| (&**source, profile))
    }

    /// Adds what pages of a source tell.
    pub(crate) fn add(&mut self, source: &str, told: &Profile) {
        let key = (hash(source), source.to_owned());
        if self.limit.as_ref().is_some_and(|limit| key >= *limit) {
            return;
        }
        let profile = self.profiles.entry(source.to_owned()).or_default();
        self.pages -= profile.sample.len();
        profile.merge(told);
        self.pages += profile.sample.len();
        self.sampled.insert(key.clone());
        self.known.insert(key);
        self.forget_sources();
        self.keep_bounds();
    }

    fn forget_sources(&mut self) {
        while self.known.len() > Self::MOST_SOURCES {
            let Some(dropped) = self.known.pop_last() else { return };
            let profile = self.profiles.remove(&dropped.1).unwrap_or_default();
            self.sampled.remove(&dropped);
            self.pages -= profile.sample.len();
            self.limit = Some(dropped);
        }
    }

    fn keep_bounds(&mut self) {
        while self.pages > Self::MOST_PAGES || self.is_above_ceiling() {
            let Some(dropped) = self.sampled.pop_last() else { return };
            if let Some(profile) = self.profiles.get_mut(&dropped.1) {
                self.pages -= std::mem::take(&mut profile.sample).len();
            }
            self.ceiling = Some(self.ceiling.take().map_or(dropped.clone(), |ceiling| ceiling.min(dropped)));
        }
    }

    fn is_above_ceiling(&self) -> bool {
        self.ceiling.as_ref().is_some_and(|ceiling| self.sampled.last() >= Some(ceiling))
    }
}

/// Puts sources into an order that has nothing to do with what they are.
fn hash(name: &str) -> u64 {
    name.bytes().fold(Hash::default(), Hash::with).value()
}

#[cfg(test)]
mod tests {
    use super::Named;
    use copydesk_article::{Context, Profile};

    fn of(sources: impl Iterator<Item = usize>) -> Named {
        let mut named = Named::default();
        for source in sources {
            let text = format!("03/23/2019\nLine {}", "a".repeat(source % 7));
            named.add(&source.to_string(), &Profile::of(&text, &Context::default()));
        }
        named
    }

    #[test]
    fn bounds_do_not_depend_on_the_order() {
        let sources = Named::MOST_PAGES + 500;
        let named = of(0..sources);
        assert!(named == of((0..sources).rev()));
        let sampled = named.iter().filter(|(_, profile)| !profile.sample.is_empty()).count();
        assert_eq!((named.pages, sampled), (Named::MOST_PAGES, Named::MOST_PAGES));
        assert!(named.iter().all(|(_, profile)| profile.month_first == 1));
    }
}
