use crate::bundles::check_input;
use crate::decode::decode;
use crate::input::Input;
use crate::named::Named;
use crate::parallel::in_order;
use crate::source::{context, source};
use crate::templates::Nameless;
use crate::{Error, Observer};
use copydesk_article::Profile;
use copydesk_bundle::{Bundle, Dialect, Document};
use copydesk_tables::{Columns, ProfileRow, Writer, read_profiles};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::Path;

/// What is known of sources: what each one's pages tell of the order of its numeric dates, and of the lines that recur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles {
    named: Named,
    nameless: Nameless,
}

impl Profiles {
    /// Reads a table that [`profile`] wrote.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let failed = |error| Error::read(path, error);
        let rows =
            read_profiles(File::open(path).map_err(failed)?).map_err(io::Error::other).map_err(failed)?;
        let mut profiles = Self::default();
        for (source, profile) in rows {
            profiles.named.add(&source, &profile);
        }
        Ok(profiles)
    }

    /// What two sets of pages tell together.
    #[must_use]
    pub fn merge(mut self, other: &Self) -> Self {
        for (source, profile) in other.named.iter() {
            self.named.add(source, profile);
        }
        self.nameless.merge(&other.nameless);
        self
    }

    /// What the pages of an input tell as well.
    pub(crate) fn learn(&mut self, input: &Input, bundle: &Bundle<'_>, threads: NonZeroUsize) {
        let home = input.home(bundle);
        let Ok(()) = in_order(
            threads,
            &bundle.documents,
            |document| page(document, home),
            |(source, profile)| {
                match source {
                    Some(source) => self.named.add(&source, &profile),
                    None => self.nameless.add(&profile),
                }
                Ok::<(), Infallible>(())
            },
        );
    }

    /// All sources by name; those of pages without one are called by what recurs on them.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, Profile>)> {
        let named = self.named.iter().map(|(name, profile)| (Cow::from(name), Cow::Borrowed(profile)));
        let nameless = self.nameless.sources().into_iter();
        named.chain(nameless.filter_map(|profile| Some((template(&profile)?.into(), Cow::Owned(profile)))))
    }
}

/// What a source without a name is called; nothing, if nothing recurs on its pages.
fn template(profile: &Profile) -> Option<String> {
    profile.sample.furniture().prints().first().map(|print| format!("template:{print:08x}"))
}

fn page<'b>(document: &'b Document<'_>, home: Option<&'b str>) -> (Option<String>, Profile) {
    let text = decode(&document.content).text;
    let source = source(document, home, &text).map(str::to_owned);
    (source, Profile::of(&text, &context(document)))
}

/// Writes a table of the sources of all inputs, for [`Profiles::read`].
pub fn profile(
    inputs: &[impl AsRef<Path>],
    dialect: Option<Dialect>,
    threads: NonZeroUsize,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut profiles = Profiles::default();
    for input in inputs {
        let input = Input::open(input.as_ref())?;
        let bundle = input.bundle(dialect);
        check_input(&input, &bundle, observer);
        profiles.learn(&input, &bundle, threads);
    }
    let mut table = Writer::new(Columns::<copydesk_tables::Profiles>::default(), out);
    table.header().map_err(Error::output)?;
    let sources: BTreeMap<_, _> = profiles.sources().collect();
    for (source, profile) in &sources {
        table.row(&ProfileRow { source, profile }).map_err(Error::output)?;
    }
    table.flush().map_err(Error::output)
}
