use crate::intake::Intake;
use crate::pages::each_page;
use crate::{Error, Observer};
use copydesk_tables::{CandidateRow, Candidates, Columns, Writer};
use std::io::Write;
use std::path::Path;

/// Writes a table of all that came into question for the headline, the date of publication, the authors and the body of
/// each document, with the features that were weighed.
pub fn candidates(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Candidates>::default(), out);
    table.header().map_err(Error::output)?;
    each_page(inputs, intake, observer, |page| {
        let weighed = copydesk_article::weighed(page.text, page.context);
        let mut rows = weighed.iter().map(|candidate| CandidateRow { name: page.name, candidate });
        rows.try_for_each(|row| table.row(&row)).map_err(Error::output)
    })?;
    table.flush().map_err(Error::output)
}
