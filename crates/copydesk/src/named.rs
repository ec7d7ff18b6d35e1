use copydesk_article::{Profile, Sample};
use copydesk_lexicon::Hash;
use std::collections::BTreeMap;
use std::ops::Bound;

/// Profiles by the name of their source.
///
/// Samples of [`Named::MOST_PAGES`] pages at most are held, of the sources whose names hash lowest; of the others the order
/// of dates alone; and of [`Named::MOST_SOURCES`] in all, chosen alike. What is dropped would be dropped in any other order of pages, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    profiles: BTreeMap<Key, Profile>,
    /// The lowest source of which no sample is held.
    ceiling: Option<Key>,
    /// Pages in all samples.
    pages: usize,
    /// The lowest source that is not known any more.
    limit: Option<Key>,
}

/// The hash of a name, and the name.
type Key = (u64, Box<str>);

impl Named {
    /// Some 64 MB, if all pages are long ones.
    const MOST_PAGES: usize = 1 << 16;

    /// Some 15 MB, names included.
    const MOST_SOURCES: usize = 1 << 16;

    /// All of them, in the order of their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Profile)> {
        let mut sources: Vec<_> =
            self.profiles.iter().map(|((_, source), profile)| (&**source, profile)).collect();
        sources.sort_unstable_by_key(|(source, _)| *source);
        sources.into_iter()
    }

    /// The same, each let go when the next one comes.
    pub(crate) fn into_sources(self) -> impl Iterator<Item = (Box<str>, Profile)> {
        let mut sources: Vec<_> =
            self.profiles.into_iter().map(|((_, source), profile)| (source, profile)).collect();
        sources.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        sources.into_iter()
    }

    /// Adds what pages of a source tell.
    pub(crate) fn add(&mut self, source: &str, told: &Profile) {
        let key = (hash(source), source.into());
        if self.limit.as_ref().is_some_and(|limit| key >= *limit) {
            return;
        }
        let is_above = self.ceiling.as_ref().is_some_and(|ceiling| key >= *ceiling);
        let profile = self.profiles.entry(key).or_default();
        self.pages -= profile.sample.len();
        profile.merge(told);
        if is_above {
            profile.sample = Sample::default();
        }
        self.pages += profile.sample.len();
        self.forget_sources();
        self.forget_samples();
    }

    fn forget_sources(&mut self) {
        while self.profiles.len() > Self::MOST_SOURCES {
            let Some((dropped, profile)) = self.profiles.pop_last() else { return };
            self.pages -= profile.sample.len();
            self.limit = Some(dropped);
        }
    }

    fn forget_samples(&mut self) {
        while self.pages > Self::MOST_PAGES {
            let below = (Bound::Unbounded, self.ceiling.as_ref().map_or(Bound::Unbounded, Bound::Excluded));
            let Some((dropped, profile)) = self.profiles.range_mut::<Key, _>(below).next_back() else {
                return;
            };
            self.pages -= std::mem::take(&mut profile.sample).len();
            self.ceiling = Some(dropped.clone());
        }
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
