use crate::bundles::check_input;
use crate::decode::decode;
use crate::input::Input;
use crate::parallel::in_order;
use crate::source::{context, source};
use crate::{Error, Observer};
use copydesk_article::{Order, Profile};
use copydesk_bundle::{Bundle, Dialect, Document};
use copydesk_tables::{Columns, ProfileRow, Writer, read_profiles};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::Path;

/// What is known of sources: what each one's pages tell of the order of its numeric dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles(BTreeMap<String, Profile>);

impl Profiles {
    /// Reads a table that [`profile`] wrote.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let failed = |error| Error::read(path, error);
        let rows =
            read_profiles(File::open(path).map_err(failed)?).map_err(io::Error::other).map_err(failed)?;
        let mut profiles = Self::default();
        for (source, profile) in rows {
            profiles.add(&source, profile);
        }
        Ok(profiles)
    }

    /// What two sets of pages tell together.
    #[must_use]
    pub fn merge(mut self, other: &Self) -> Self {
        for (source, profile) in &other.0 {
            self.add(source, *profile);
        }
        self
    }

    /// What the pages of an input tell as well.
    pub(crate) fn learn(&mut self, input: &Input, bundle: &Bundle<'_>, threads: NonZeroUsize) {
        let home = input.home(bundle);
        let pages: Vec<_> =
            bundle.documents.iter().filter_map(|page| Some((source(page, home)?, page))).collect();
        let Ok(()) = in_order(threads, &pages, page, |(source, profile)| {
            if profile != Profile::default() {
                self.add(source, profile);
            }
            Ok::<(), Infallible>(())
        });
    }

    /// The order of a document's numeric dates, if its source's pages tell.
    pub(crate) fn order(&self, document: &Document<'_>, home: Option<&str>) -> Option<Order> {
        self.0.get(source(document, home)?)?.order()
    }

    fn add(&mut self, source: &str, profile: Profile) {
        match self.0.get_mut(source) {
            Some(known) => *known = known.merge(profile),
            None => drop(self.0.insert(source.to_owned(), profile)),
        }
    }
}

fn page<'b>((source, document): &(&'b str, &Document<'_>)) -> (&'b str, Profile) {
    (source, Profile::of(&decode(document.content).text, &context(document, None)))
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
    for (source, profile) in &profiles.0 {
        table.row(&ProfileRow { source, profile: *profile }).map_err(Error::output)?;
    }
    table.flush().map_err(Error::output)
}
