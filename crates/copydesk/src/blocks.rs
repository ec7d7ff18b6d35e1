use crate::intake::Intake;
use crate::pages::each_page;
use crate::{Error, Observer};
use copydesk_tables::{BlockRow, Blocks, Columns, Writer};
use std::io::Write;
use std::path::Path;

/// Writes a table of the lines of each document with what they are: headline, paragraph, menu and so on.
pub fn blocks(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Blocks>::default(), out);
    table.header().map_err(Error::output)?;
    each_page(inputs, intake, observer, |page| {
        let blocks = copydesk_article::blocks(page.text, page.context);
        let mut rows = blocks.iter().map(|block| BlockRow { name: page.name, text: page.text, block });
        rows.try_for_each(|row| table.row(&row)).map_err(Error::output)
    })?;
    table.flush().map_err(Error::output)
}
