use crate::batch::{Batch, Content};
use crate::facts::Facts;
use crate::folder::{Files, Item};
use crate::intake::Intake;
use crate::origin::{Origin, Passes};
use crate::parallel::Job;
use crate::text::Text;
use crate::{Error, Notice};
use copydesk_bundle::Names;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
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
        Reading {
            origins: self.origins.clone().into_iter(),
            intake: self.intake.clone(),
            names: Names::default(),
            sources: Vec::new(),
            skipped: 0,
            steps: VecDeque::new(),
        }
    }
}

/// Reads inputs step by step. After a failure nothing comes.
pub(crate) struct Reading {
    origins: vec::IntoIter<Origin>,
    intake: Intake,
    /// What is one document in each input may be two in the table.
    names: Names,
    /// The input that is read, and the file of it if it is a folder and the file compressed.
    sources: Vec<Source>,
    /// Inputs of which nothing is to be handed out.
    skipped: usize,
    /// Those to hand out before more is read.
    steps: VecDeque<Step>,
}

enum Source {
    Text { text: Box<Text>, name: String },
    Folder { files: Files, facts: Arc<Facts> },
}

/// What comes behind the files of a folder that are handed out together.
enum Next {
    More,
    Compressed(PathBuf),
    End,
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
        match self.sources.pop() {
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
        if let Origin::Folder(path) = &origin {
            let files = Files::of(path, &self.intake)?;
            self.sources.push(Source::Folder { files, facts: Arc::new(facts) });
        } else {
            self.open_text(&origin, facts)?;
        }
        Ok(true)
    }

    fn open_text(&mut self, origin: &Origin, facts: Facts) -> Result<(), Error> {
        let name = facts.name.clone();
        let text = Text::open(origin, facts, &self.intake, std::mem::take(&mut self.names));
        let text = Box::new(text.map_err(|error| Error::read(Path::new(&name), error))?);
        self.steps.push_back(Step::Input);
        self.sources.push(Source::Text { text, name });
        Ok(())
    }

    fn text(&mut self, mut text: Box<Text>, name: String) -> Result<(), Error> {
        let batch = text.next_batch();
        self.steps.extend(text.notices().map(Step::Notice));
        if let Some(batch) = batch.map_err(|error| Error::read(Path::new(&name), error))? {
            self.steps.push_back(Step::Batch(batch));
            self.sources.push(Source::Text { text, name });
        } else {
            self.names = text.into_names();
            // A folder may go on behind it.
            self.steps.extend(self.sources.is_empty().then_some(Step::End));
        }
        Ok(())
    }

    fn files(&mut self, mut files: Files, facts: Arc<Facts>) -> Result<(), Error> {
        let next = self.gather(&mut files, &facts)?;
        let inside = match next {
            Next::End => {
                self.steps.push_back(Step::End);
                return Ok(());
            }
            Next::Compressed(path) => Some((facts.of_file_in(files.folder(), &path), Origin::File(path))),
            Next::More => None,
        };
        self.sources.push(Source::Folder { files, facts });
        inside.map_or(Ok(()), |(facts, origin)| self.open_text(&origin, facts))
    }

    /// Hands the next files out, as many as make a batch, and says what comes behind them.
    fn gather(&mut self, files: &mut Files, facts: &Arc<Facts>) -> Result<Next, Error> {
        let (mut gathered, mut size, mut next) = (Vec::new(), 0, Next::More);
        while size < BATCH && matches!(next, Next::More) {
            size += SMALLEST;
            match files.next().transpose()? {
                Some(Item::File(file)) => {
                    size += file.bytes.len();
                    gathered.push(file.counted(&mut self.names));
                }
                Some(Item::Compressed(path)) => next = Next::Compressed(path),
                Some(Item::Notice(notice)) => self.steps.push_back(Step::Notice(notice)),
                None => next = Next::End,
            }
        }
        if !gathered.is_empty() {
            self.steps.push_back(Step::Input);
            let batch = Batch::new(facts.clone(), Content::Files(gathered), size as u64);
            self.steps.push_back(Step::Batch(batch));
        }
        Ok(next)
    }

    fn fail(&mut self, error: Error) {
        self.origins = Vec::new().into_iter();
        self.sources.clear();
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

#[cfg(test)]
mod tests {
    use super::{Inputs, Step};
    use crate::Intake;
    use crate::origin::Passes;

    /// Reads the bundles of one run; each document as `name occurrence`, with the issue of its name if it has one.
    #[track_caller]
    fn check(bundles: &[&str], expected: &[&str]) {
        let folder = tempfile::tempdir().expect("a folder");
        let paths: Vec<_> = (0..bundles.len()).map(|index| folder.path().join(index.to_string())).collect();
        for (path, bundle) in paths.iter().zip(bundles) {
            std::fs::write(path, bundle).expect("written");
        }
        let mut found = Vec::new();
        for step in Inputs::new(&paths, &Intake::default(), Passes::One).read() {
            let Step::Batch(batch) = step else { continue };
            let bundle = batch.bundle();
            for (index, document) in bundle.documents.iter().enumerate() {
                let issues: Vec<_> = bundle.issues_of(index).iter().map(ToString::to_string).collect();
                let said = format!("found occurrence {} of this one", document.occurrence);
                assert_eq!(issues.iter().any(|issue| issue.contains(&said)), document.occurrence > 1);
                found.push(format!("{} {}", document.name, document.occurrence));
            }
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn names_are_counted_over_the_inputs() {
        check(
            &["==> a <==\n==> b <==\n", "==> b <==\n==> c <==\n==> a <==  \n", "==> a <==\n"],
            &["a 1", "b 1", "b 2", "c 1", "a 2", "a 3"],
        );
    }

    #[test]
    fn names_that_repeat_in_an_input_count_on() {
        check(
            &["==> a <==\n==> a <==\n", "==> a <==\n==> b <==\n==> a <==\n"],
            &["a 1", "a 2", "a 3", "b 1", "a 4"],
        );
    }

    #[test]
    fn other_names_are_nothing_odd() {
        check(&["==> a <==\n", "", "==> A <==\n==> a/a <==\n"], &["a 1", "A 1", "a/a 1"]);
    }
}
