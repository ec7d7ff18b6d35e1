use crate::desk::{Desk, Outcome, printed};
use crate::intake::Intake;
use crate::known::Known;
use crate::origin::Passes;
use crate::parallel::in_order;
use crate::profiles::Profiles;
use crate::reading::Inputs;
use crate::{Error, Notice, Observer, Severity, Summary};
use copydesk_tables::{Articles, Columns, Guard, Writer};
use std::io::{self, Seek, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use tempfile::SpooledTempFile;

/// How [`extract`] goes about it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The columns of the table.
    pub columns: Columns<Articles>,
    /// How many threads read documents; the table is the same for any number.
    pub threads: NonZeroUsize,
    /// How the inputs are read.
    pub intake: Intake,
    /// What to do about bad input.
    pub strictness: Strictness,
    /// What to do about texts that spreadsheets take for formulas.
    pub guard: Guard,
    /// What is known of the sources; if nothing is given, the run learns it from all its documents first.
    pub profiles: Option<Profiles>,
}

/// What to do about bad input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Get out of it what can be got.
    #[default]
    Lenient,
    /// Fail at the first problem, and where there is no marker at all; then nothing is written.
    Strict,
}

impl Default for Options {
    /// All columns but the body, one thread, inputs as they come, lenient, no guard.
    fn default() -> Self {
        Self {
            columns: Columns::default(),
            threads: NonZeroUsize::MIN,
            intake: Intake::default(),
            strictness: Strictness::Lenient,
            guard: Guard::Off,
            profiles: None,
        }
    }
}

/// Reads the bundles one after the other and writes the table of their articles.
///
/// ```
/// let options = copydesk::Options { columns: copydesk::Columns::parse("name,words").unwrap(), ..Default::default() };
/// let mut table = Vec::new();
/// let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/folder");
/// let summary = copydesk::extract(&[folder], &options, &mut table, &mut ()).unwrap();
/// assert_eq!(summary.documents, 5);
/// assert!(table.starts_with(b"name,words\ncampanas-valdehierro.txt,"));
/// ```
pub fn extract(
    inputs: &[impl AsRef<Path>],
    options: &Options,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<Summary, Error> {
    match options.strictness {
        Strictness::Lenient => stream(inputs, options, &mut Plain(out), Done::default(), observer),
        Strictness::Strict => {
            let mut held = SpooledTempFile::new(HELD_IN_MEMORY);
            let summary = stream(inputs, options, &mut Plain(&mut held), Done::default(), observer)?;
            held.rewind().and_then(|()| io::copy(&mut held, out)).map_err(Error::output)?;
            Ok(summary)
        }
    }
}

/// How much of a table is held in memory until it is known to be good, in bytes; the rest goes to a file without a name.
const HELD_IN_MEMORY: usize = 16 << 20;

/// Where a table goes.
pub(crate) trait Sink: Write {
    /// All rows of one more input are written; what came of all of them so far.
    fn input_done(&mut self, _summary: Summary) -> io::Result<()> {
        Ok(())
    }
}

/// One that does not care for inputs.
struct Plain<W>(W);

impl<W: Write> Write for Plain<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<W: Write> Sink for Plain<W> {}

/// The first inputs of a run that an earlier one has done, and what came of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Done {
    pub(crate) inputs: usize,
    pub(crate) summary: Summary,
}

/// Writes the rows of all inputs but the first ones, which are done.
pub(crate) fn stream(
    inputs: &[impl AsRef<Path>],
    options: &Options,
    out: &mut dyn Sink,
    done: Done,
    observer: &mut dyn Observer,
) -> Result<Summary, Error> {
    let passes = if options.profiles.is_some() { Passes::One } else { Passes::Two };
    let inputs = Inputs::new(inputs, &options.intake, passes);
    observer.start(inputs.size().map(|size| size * passes.count()));
    let known = known(&inputs, options, observer)?;
    let mut run =
        Run { options, out, observer, has_header: done.inputs > 0, summary: done.summary, place: None };
    let desk = Desk { known: &known, options };
    let stop = run.observer.stop();
    let read = in_order(
        options.threads,
        inputs.read().skipping(done.inputs),
        |step| desk.read(step),
        &stop,
        |outcome| run.take(outcome?),
    );
    read.map_err(|error| run.describe(error))?;
    Ok(run.summary)
}

/// What pages are read with: what is given, or else what all documents tell.
fn known(inputs: &Inputs, options: &Options, observer: &mut dyn Observer) -> Result<Known, Error> {
    if let Some(profiles) = &options.profiles {
        return Ok(Known::of(profiles));
    }
    let mut learned = Profiles::default();
    learned.learn(inputs, options.threads, observer)?;
    Ok(Known::from(learned))
}

/// A run on its way: what the thread that writes knows.
struct Run<'r> {
    options: &'r Options,
    out: &'r mut dyn Sink,
    observer: &'r mut dyn Observer,
    has_header: bool,
    summary: Summary,
    /// Where the last document of the table ends.
    place: Option<(String, usize)>,
}

impl Run<'_> {
    fn take(&mut self, outcome: Outcome) -> Result<(), Error> {
        // Where not even the first input can be read, there is no table.
        if outcome.is_input && !std::mem::replace(&mut self.has_header, true) {
            self.write(&printed(self.options, Writer::header)?)?;
        }
        outcome.notices.iter().try_for_each(|notice| self.notice(notice))?;
        self.write(&outcome.rows)?;
        self.observer.advance(outcome.summary.documents, outcome.read);
        self.summary += outcome.summary;
        self.place = outcome.place.or(self.place.take());
        if outcome.is_end { self.out.input_done(self.summary).map_err(Error::output) } else { Ok(()) }
    }

    fn notice(&mut self, notice: &Notice) -> Result<(), Error> {
        self.observer.notice(notice);
        match notice.severity {
            Severity::Warning => self.summary.warnings += 1,
            Severity::Problem => self.summary.problems += 1,
        }
        let is_bad = notice.severity == Severity::Problem || notice.code == NO_MARKER;
        match self.options.strictness {
            Strictness::Strict if is_bad => Err(Error::strict(notice)),
            _ => Ok(()),
        }
    }

    fn write(&mut self, rows: &[u8]) -> Result<(), Error> {
        self.out.write_all(rows).map_err(Error::output)
    }

    /// An interruption, and how far the table came.
    fn describe(&self, error: Error) -> Error {
        if error.is_stopped() { Error::stopped_at(self.summary.documents, self.place.clone()) } else { error }
    }
}

/// The one warning that `--strict` takes for a problem.
const NO_MARKER: &str = copydesk_bundle::IssueKind::NoMarker.code();
