use crate::batch::{Batch, Content};
use crate::facts::Facts;
use crate::folder::{Files, Item};
use crate::intake::Intake;
use crate::names::Names;
use crate::origin::{Origin, Passes};
use crate::parallel::Job;
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
    /// There is something in an input, if only no bytes.
    Input,
    Notice(Notice),
    Batch(Batch),
    /// All of an input was read.
    End,
    /// An input cannot be read any further, and no other is.
    Failed(Error),
}

impl Inputs {
    pub(crate) fn new(paths: &[impl AsRef<Path>], intake: &Intake, passes: Passes) -> Self {
        let origins = paths.iter().map(|path| Origin::of(path.as_ref(), passes)).collect();
        Self { origins, intake: intake.clone() }
    }

    pub(crate) fn origins(&self) -> &[Origin] {
        &self.origins
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
            intake: self.intake.clone(),
            names,
            source: None,
            skipped: 0,
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
    /// Inputs of which nothing is to be handed out.
    skipped: usize,
    /// Those to hand out before more is read.
    steps: VecDeque<Step>,
}

enum Source {
    Text { text: Box<Text>, name: String },
    Folder { files: Files, facts: Arc<Facts> },
}

/// Bytes of the files of a folder that are handed out together.
const BATCH: usize = 256 << 10;
/// What a file counts for beside its bytes: rows are made of empty ones too.
const SMALLEST: usize = 256;

impl Reading {
    /// The same without the first inputs: they are read for their names alone.
    pub(crate) fn skipping(self, inputs: usize) -> Self {
        Self { skipped: inputs, ..self }
    }

    /// Reads on; `false` after the last input.
    fn advance(&mut self) -> Result<bool, Error> {
        match self.source.take() {
            Some(Source::Text { text, name }) => self.text(text, name)?,
            Some(Source::Folder { files, facts }) => self.files(files, facts)?,
            None => return self.open(),
        }
        Ok(true)
    }

    /// Opens the next input, if there is one.
    fn open(&mut self) -> Result<bool, Error> {
        let Some(origin) = self.origins.next() else { return Ok(false) };
        let facts = origin.facts();
        self.source = Some(if let Origin::Folder(path) = &origin {
            let files = Files::of(path, self.intake.max_document)?;
            Source::Folder { files, facts: Arc::new(facts) }
        } else {
            let name = facts.name.clone();
            let text = Text::open(&origin, facts, &self.intake);
            let text = text.map_err(|error| Error::read(Path::new(&name), error))?;
            self.steps.push_back(Step::Input);
            Source::Text { text: Box::new(text), name }
        });
        Ok(true)
    }

    fn text(&mut self, mut text: Box<Text>, name: String) -> Result<(), Error> {
        let batch = text.next_batch();
        self.steps.extend(text.notices().map(Step::Notice));
        if let Some(batch) = batch.map_err(|error| Error::read(Path::new(&name), error))? {
            self.push(batch);
            self.source = Some(Source::Text { text, name });
        } else {
            self.steps.push_back(Step::End);
        }
        Ok(())
    }

    fn files(&mut self, mut files: Files, facts: Arc<Facts>) -> Result<(), Error> {
        let (mut gathered, mut size, mut is_end) = (Vec::new(), 0, false);
        while size < BATCH && !is_end {
            size += SMALLEST;
            match files.next().transpose()? {
                Some(Item::File(file)) => {
                    size += file.bytes.len();
                    gathered.push(file);
                }
                Some(Item::Notice(notice)) => self.steps.push_back(Step::Notice(notice)),
                None => is_end = true,
            }
        }
        if !gathered.is_empty() {
            self.steps.push_back(Step::Input);
            self.push(Batch::new(facts.clone(), Content::Files(gathered), size as u64));
        }
        if is_end {
            self.steps.push_back(Step::End);
        } else {
            self.source = Some(Source::Folder { files, facts });
        }
        Ok(())
    }

    fn push(&mut self, mut batch: Batch) {
        if let Some(names) = &mut self.names {
            names.count(&mut batch);
        }
        self.steps.push_back(Step::Batch(batch));
    }

    fn fail(&mut self, error: Error) {
        self.origins = Vec::new().into_iter();
        self.steps.push_back(Step::Failed(error));
    }
}

impl Iterator for Reading {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        loop {
            while let Some(step) = self.steps.pop_front() {
                let is_end = matches!(step, Step::End);
                if self.skipped == 0 || matches!(step, Step::Failed(_)) {
                    return Some(step);
                }
                self.skipped -= usize::from(is_end);
            }
            match self.advance() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => self.fail(error),
            }
        }
    }
}

impl Job for Step {
    fn size(&self) -> usize {
        match self {
            Self::Batch(batch) => batch.size(),
            Self::Input | Self::Notice(_) | Self::End | Self::Failed(_) => 0,
        }
    }
}
