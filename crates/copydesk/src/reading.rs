use crate::batch::{Batch, Content};
use crate::facts::Facts;
use crate::folder::{Files, Item};
use crate::intake::Intake;
use crate::names::Names;
use crate::origin::{Origin, Passes};
use crate::text::Text;
use crate::{Error, Notice};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::vec;

/// The inputs of a run, to be read once or twice, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    origins: Vec<Origin>,
    intake: Intake,
}

/// What comes of reading inputs.
#[derive(Debug)]
pub(crate) enum Step {
    /// An input was opened.
    Input(Arc<Facts>),
    Notice(Notice),
    Batch(Batch),
    /// An input cannot be read any further, and no other is.
    Failed(Error),
}

impl Inputs {
    pub(crate) fn new(paths: &[impl AsRef<Path>], intake: &Intake, passes: Passes) -> Self {
        let origins = paths.iter().map(|path| Origin::of(path.as_ref(), passes)).collect();
        Self { origins, intake: *intake }
    }

    /// How many bytes all of them have, if that is known before they are read.
    pub(crate) fn size(&self) -> Option<u64> {
        self.origins.iter().map(Origin::size).sum()
    }

    /// Reads them, from the first one on.
    pub(crate) fn read(&self) -> Reading {
        let names = (self.origins.len() > 1).then(Names::default);
        Reading {
            origins: self.origins.clone().into_iter(),
            intake: self.intake,
            names,
            source: None,
            steps: VecDeque::new(),
        }
    }
}

/// Reads inputs step by step. After a failure nothing comes.
pub(crate) struct Reading {
    origins: vec::IntoIter<Origin>,
    intake: Intake,
    /// Where there are several inputs.
    names: Option<Names>,
    source: Option<Source>,
    /// Those to hand out before more is read.
    steps: VecDeque<Step>,
}

enum Source {
    Text { text: Text, name: String },
    Folder { files: Files, facts: Arc<Facts> },
}

impl Reading {
    /// Opens the next input, if there is one.
    fn open(&mut self) -> Result<bool, Error> {
        let Some(origin) = self.origins.next() else { return Ok(false) };
        let source = match &origin {
            Origin::Folder(path) => {
                let files = Files::of(path, self.intake.max_document)?;
                Source::Folder { files, facts: Arc::new(Facts::of_folder(path)) }
            }
            origin => {
                let facts = if origin.is_stdin() { Facts::of_stdin() } else { Facts::of_file(origin.path()) };
                let name = facts.name.clone();
                let text = Text::open(origin, facts, &self.intake);
                Source::Text { text: text.map_err(|error| Error::read(Path::new(&name), error))?, name }
            }
        };
        self.source = Some(source);
        Ok(true)
    }
}
