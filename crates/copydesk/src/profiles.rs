use crate::batch::Batch;
use crate::decode::decode;
use crate::faults::general;
use crate::intake::Intake;
use crate::named::Named;
use crate::origin::Passes;
use crate::parallel::in_order;
use crate::reading::{Inputs, Step};
use crate::source::{context, source};
use crate::templates::Nameless;
use crate::{Error, Notice, Observer};
use copydesk_article::Profile;
use copydesk_bundle::Document;
use copydesk_tables::{Columns, ProfileRow, Writer, read_profiles};
use std::borrow::Cow;
use std::collections::BTreeMap;
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
        self.add(other);
        self
    }

    /// What the pages of inputs tell as well. What cannot be read tells nothing; why, is said when its turn comes.
    pub(crate) fn learn(
        &mut self,
        inputs: &Inputs,
        threads: NonZeroUsize,
        observer: &mut dyn Observer,
    ) -> Result<(), Error> {
        self.study(inputs, threads, observer, |_, _| Ok(()))
    }

    /// The same, for one who wants to hear what is odd.
    fn study(
        &mut self,
        inputs: &Inputs,
        threads: NonZeroUsize,
        observer: &mut dyn Observer,
        mut hear: impl FnMut(Lesson, &mut dyn Observer) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let stop = observer.stop();
        in_order(threads, inputs.read(), Lesson::of, &stop, |lesson| {
            self.add(&lesson.profiles);
            observer.advance(0, lesson.read);
            hear(lesson, observer)
        })
    }

    fn page(&mut self, document: &Document<'_>, home: Option<&str>) {
        let text = decode(&document.content).text;
        let profile = Profile::of(&text, &context(document));
        match source(document, home, &text) {
            Some(source) => self.named.add(source, &profile),
            None => self.nameless.add(&profile),
        }
    }

    fn add(&mut self, other: &Self) {
        for (source, profile) in other.named.iter() {
            self.named.add(source, profile);
        }
        self.nameless.merge(&other.nameless);
    }

    /// All sources by name; those of pages without one are called by what recurs on them.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, Profile>)> {
        let named = self.named.iter().map(|(name, profile)| (Cow::from(name), Cow::Borrowed(profile)));
        named.chain(templates(&self.nameless).map(|(name, profile)| (name.into(), Cow::Owned(profile))))
    }

    /// The same, each let go when the next one comes.
    pub(crate) fn into_sources(self) -> impl Iterator<Item = (String, Profile)> {
        let Self { named, nameless } = self;
        let named = named.into_sources().map(|(name, profile)| (name.into(), profile));
        named.chain(templates(&nameless).collect::<Vec<_>>())
    }
}

/// The sources of pages without a name.
fn templates(nameless: &Nameless) -> impl Iterator<Item = (String, Profile)> + use<> {
    nameless.sources().into_iter().filter_map(|profile| Some((template(&profile)?, profile)))
}

/// What a source without a name is called; nothing, if nothing recurs on its pages.
fn template(profile: &Profile) -> Option<String> {
    profile.sample.furniture().prints().first().map(|print| format!("template:{print:08x}"))
}

/// What a step of reading tells.
#[derive(Default)]
struct Lesson {
    profiles: Profiles,
    notices: Vec<Notice>,
    failure: Option<Error>,
    read: u64,
}

impl Lesson {
    fn of(step: Step) -> Self {
        match step {
            Step::Input | Step::End => Self::default(),
            Step::Notice(notice) => Self { notices: vec![notice], ..Self::default() },
            Step::Batch(batch) => Self::of_batch(&batch),
            Step::Failed(error) => Self { failure: Some(error), ..Self::default() },
        }
    }

    fn of_batch(batch: &Batch) -> Self {
        let bundle = batch.bundle();
        let home = batch.facts.home(&bundle);
        let mut profiles = Profiles::default();
        for document in &bundle.documents {
            profiles.page(document, home);
        }
        Self { profiles, notices: general(batch, &bundle), read: batch.read, failure: None }
    }
}

/// Writes a table of the sources of all inputs, for [`Profiles::read`].
pub fn profile(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    threads: NonZeroUsize,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let inputs = Inputs::new(inputs, intake, Passes::One);
    observer.start(inputs.size());
    let mut profiles = Profiles::default();
    profiles.study(&inputs, threads, observer, |lesson, observer| {
        lesson.notices.iter().for_each(|notice| observer.notice(notice));
        lesson.failure.map_or(Ok(()), Err)
    })?;
    let mut table = Writer::new(Columns::<copydesk_tables::Profiles>::default(), out);
    table.header().map_err(Error::output)?;
    let sources: BTreeMap<_, _> = profiles.sources().collect();
    for (source, profile) in &sources {
        table.row(&ProfileRow { source, profile }).map_err(Error::output)?;
    }
    table.flush().map_err(Error::output)
}
