use crate::bundles::check_input;
use crate::decode::decode;
use crate::input::Input;
use crate::known::Known;
use crate::profiles::Profiles;
use crate::{Error, Observer};
use copydesk_article::Context;
use copydesk_bundle::Dialect;
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
    dialect: Option<Dialect>,
    observer: &mut dyn Observer,
    mut take: impl FnMut(Page<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    for input in inputs {
        let input = Input::open(input.as_ref())?;
        let bundle = input.bundle(dialect);
        check_input(&input, &bundle, observer);
        let mut profiles = Profiles::default();
        profiles.learn(&input, &bundle, NonZeroUsize::MIN);
        let known = Known::of(&profiles);
        for document in &bundle.documents {
            let text = &decode(&document.content).text;
            let context = &known.context(document, input.home(&bundle), text);
            take(Page { name: &document.name, text, context })?;
        }
    }
    Ok(())
}
