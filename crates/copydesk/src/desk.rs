use crate::batch::Batch;
use crate::decode::{Decoded, decode};
use crate::faults::{self, issues};
use crate::known::Known;
use crate::pipeline::Options;
use crate::reading::Step;
use crate::source::malformed_date;
use crate::{Error, Notice, Summary};
use copydesk_bundle::{Bundle, Digest, Document};
use copydesk_tables::{ArticleRow, Articles, Writer};
use std::io;

/// Makes rows of documents: what all threads share.
pub(crate) struct Desk<'d> {
    pub(crate) known: &'d Known,
    pub(crate) options: &'d Options,
}

/// What came of a step.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Whether there is something to make a table of.
    pub(crate) is_input: bool,
    /// Whether an input ends.
    pub(crate) is_end: bool,
    pub(crate) rows: Vec<u8>,
    pub(crate) notices: Vec<Notice>,
    pub(crate) summary: Summary,
    /// Bytes of the input that were read for it.
    pub(crate) read: u64,
    /// Where the last document ends: what messages call the file, and the byte of it.
    pub(crate) place: Option<(String, usize)>,
}

impl Desk<'_> {
    /// What comes of a step, but for a failure.
    pub(crate) fn read(&self, step: Step) -> Result<Outcome, Error> {
        match step {
            Step::Input => Ok(Outcome { is_input: true, ..Outcome::default() }),
            Step::End => Ok(Outcome { is_end: true, ..Outcome::default() }),
            Step::Notice(notice) => Ok(Outcome { notices: vec![notice], ..Outcome::default() }),
            Step::Batch(batch) => self.batch(&batch),
            Step::Failed(error) => Err(error),
        }
    }

    fn batch(&self, batch: &Batch) -> Result<Outcome, Error> {
        let bundle = batch.bundle();
        let mut outcome = Outcome { notices: faults::general(batch, &bundle), ..Outcome::default() };
        outcome.read = batch.read;
        outcome.rows = printed(self.options, |table| {
            for index in 0..bundle.documents.len() {
                let page = Page { batch, bundle: &bundle, index };
                outcome.summary += self.document(&page, table, &mut outcome.notices)?;
            }
            outcome.summary.formulas = table.formulas() as usize;
            Ok(())
        })?;
        let end = bundle.documents.last().map(|document| document.trailer.end);
        outcome.place = end.map(|end| (batch.facts.name.clone(), end));
        Ok(outcome)
    }

    fn document(&self, page: &Page<'_>, table: &mut Table, notices: &mut Vec<Notice>) -> io::Result<Summary> {
        let document = page.document();
        let decoded = decode(&document.content);
        let digest = self.digest(document);
        let first = notices.len();
        notices.extend(page.oddities(&decoded, digest));
        let own = notices[first..].iter().map(|notice| notice.code.clone());
        let warnings: Vec<_> = page.batch.facts.common_code.clone().into_iter().chain(own).collect();
        let context = self.known.context(document, page.batch.facts.home(page.bundle), &decoded.text);
        let article = copydesk_article::read(&decoded.text, &context);
        table.row(&ArticleRow {
            name: &document.name,
            url: context.url,
            article: &article,
            warnings: &warnings,
            sha256: &digest.map(|digest| digest.to_string()).unwrap_or_default(),
            span: document.span.clone(),
        })?;
        Ok(Summary::of(&article))
    }

    /// Hashing costs as much as all the rest: it is done where somebody looks at the result.
    fn digest(&self, document: &Document<'_>) -> Option<Digest> {
        let is_wanted = document.sha256.is_some() || self.options.columns.contains("sha256");
        is_wanted.then(|| Digest::of(&document.content))
    }
}

/// A document of a batch.
struct Page<'p> {
    batch: &'p Batch,
    bundle: &'p Bundle<'p>,
    index: usize,
}

impl<'p> Page<'p> {
    fn document(&self) -> &'p Document<'p> {
        &self.bundle.documents[self.index]
    }

    fn oddities(&self, decoded: &Decoded<'_>, digest: Option<Digest>) -> Vec<Notice> {
        let Self { batch, bundle, index } = *self;
        let document = self.document();
        let issues = issues(bundle, index, digest);
        let issues = issues.iter().map(|issue| faults::of_issue(batch, bundle, issue));
        let oddities = decoded.oddities.iter().map(|oddity| faults::of_oddity(batch, document, oddity));
        let date = malformed_date(document).map(|date| faults::of_date(batch, document, date));
        issues.chain(oddities).chain(date).collect()
    }
}

type Table = Writer<Articles, Vec<u8>>;

/// What is written to a table, in bytes.
pub(crate) fn printed(
    options: &Options,
    write: impl FnOnce(&mut Table) -> io::Result<()>,
) -> Result<Vec<u8>, Error> {
    let mut table = Writer::new(options.columns.clone(), Vec::new()).guard(options.guard);
    write(&mut table).and_then(|()| table.finish()).map_err(Error::output)
}
