use crate::batch::Batch;
use crate::decode::decode;
use crate::faults::general;
use crate::intake::Intake;
use crate::known::Known;
use crate::origin::Passes;
use crate::parallel::in_order;
use crate::profiles::Profiles;
use crate::reading::{Inputs, Step};
use crate::{Error, Observer};
use copydesk_article::Context;
use copydesk_bundle::Bundle;
use std::convert::identity;
use std::num::NonZeroUsize;
use std::path::Path;

/// A page of an input, with what is known about it.
pub(crate) struct Page<'p> {
    pub(crate) name: &'p str,
    pub(crate) text: &'p str,
    pub(crate) context: &'p Context<'p>,
}

/// Hands each page of some inputs to `take`, one after the other; those of an input teach each other.
pub(crate) fn each_page(
    inputs: &[impl AsRef<Path>],
    intake: &Intake,
    observer: &mut dyn Observer,
    mut take: impl FnMut(Page<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    for input in inputs {
        let input = Inputs::new(&[input], intake, Passes::Two);
        let mut profiles = Profiles::default();
        profiles.learn(&input, NonZeroUsize::MIN, observer)?;
        let known = Known::from(profiles);
        each_batch(&input, observer, |batch, bundle, observer| {
            for notice in general(batch, bundle) {
                observer.notice(&notice);
            }
            for document in &bundle.documents {
                let text = &decode(&document.content).text;
                let context = &known.context(document, batch.facts.home(bundle), text);
                take(Page { name: &document.name, text, context })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Hands the documents of inputs to `take`, batch by batch. The observer hears what is odd about the bytes they are read
/// from.
pub(crate) fn each_batch(
    inputs: &Inputs,
    observer: &mut dyn Observer,
    mut take: impl FnMut(&Batch, &Bundle<'_>, &mut dyn Observer) -> Result<(), Error>,
) -> Result<(), Error> {
    let stop = observer.stop();
    in_order(NonZeroUsize::MIN, inputs.read(), identity, &stop, |step| match step {
        Step::Input | Step::End => Ok(()),
        Step::Notice(notice) => {
            observer.notice(&notice);
            Ok(())
        }
        Step::Batch(batch) => {
            let bundle = batch.bundle();
            take(&batch, &bundle, observer)?;
            observer.advance(bundle.documents.len(), batch.read);
            Ok(())
        }
        Step::Failed(error) => Err(error),
    })
}
