use crate::bundles::check;
use crate::faults;
use crate::intake::Intake;
use crate::origin::Passes;
use crate::pages::each_batch;
use crate::reading::Inputs;
use crate::{Error, Observer};
use copydesk_bundle::{Dialect, Writer};
use std::io::Write;
use std::path::Path;

/// Writes the documents of all inputs as one bundle of another dialect. The observer hears what it cannot hold.
pub fn convert(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    dialect: Dialect,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut writer = Writer::new(dialect).map_err(Error::dialect)?;
    let mut written = Vec::new();
    let inputs = Inputs::new(inputs, intake, Passes::One);
    observer.start(inputs.size());
    each_batch(&inputs, observer, |batch, bundle, observer| {
        check(batch, bundle, observer);
        for document in &bundle.documents {
            written.clear();
            let losses = writer.write(&mut written, &document.name, &document.content, &document.headers);
            for loss in losses {
                observer.notice(&faults::of_loss(batch, document, loss));
            }
            out.write_all(&written).map_err(Error::output)?;
        }
        Ok(())
    })
}
