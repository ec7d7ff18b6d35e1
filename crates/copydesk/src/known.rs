use crate::profiles::Profiles;
use crate::source::{context, source};
use crate::templates::Templates;
use copydesk_article::{Context, Furniture, Order, Profile, Sample};
use copydesk_bundle::Document;
use std::collections::BTreeMap;

/// What pages are read with: what is known of their sources, when all is learned.
#[derive(Debug, Default)]
pub(crate) struct Known {
    sources: Vec<Source>,
    /// Places in `sources`.
    by_name: BTreeMap<String, usize>,
    by_furniture: Templates,
}

/// What is known of a source.
#[derive(Debug)]
struct Source {
    order: Option<Order>,
    furniture: Furniture,
}

impl Known {
    pub(crate) fn of(profiles: &Profiles) -> Self {
        let mut known = Self::default();
        for (name, profile) in profiles.sources() {
            known.add(name.into_owned(), &profile);
        }
        known
    }

    /// The same, of what is of no more use.
    pub(crate) fn from(profiles: Profiles) -> Self {
        let mut known = Self::default();
        for (name, profile) in profiles.into_sources() {
            known.add(name, &profile);
        }
        known
    }

    fn add(&mut self, name: String, profile: &Profile) {
        let source = Source { order: profile.order(), furniture: profile.sample.furniture() };
        self.by_furniture.add(source.furniture.prints());
        self.by_name.insert(name, self.sources.len());
        self.sources.push(source);
    }

    /// What is known about a document beside its text.
    pub(crate) fn context<'c>(
        &'c self,
        document: &'c Document<'_>,
        home: Option<&'c str>,
        text: &'c str,
    ) -> Context<'c> {
        let name = source(document, home, text);
        let source = self.source(name, text);
        Context {
            source: name,
            order: source.and_then(|source| source.order),
            furniture: source.map(|source| &source.furniture),
            ..context(document)
        }
    }

    /// The source of that name, or else the one whose furniture the page shows.
    fn source(&self, name: Option<&str>, text: &str) -> Option<&Source> {
        let at = match name {
            Some(name) => *self.by_name.get(name)?,
            None => self.by_furniture.find(Sample::of(text).pages().next()?.1)?,
        };
        self.sources.get(at)
    }
}
