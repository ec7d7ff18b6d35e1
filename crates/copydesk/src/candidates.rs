use crate::bundles::check_input;
use crate::decode::decode;
use crate::input::Input;
use crate::known::Known;
use crate::profiles::Profiles;
use crate::{Error, Observer};
use copydesk_bundle::Dialect;
use copydesk_tables::{CandidateRow, Candidates, Columns, Writer};
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::Path;

/// Writes a table of all that came into question for the headline, the date of publication and the authors of each
/// document, with the features that were weighed.
pub fn candidates(
    inputs: &[impl AsRef<Path>],
    dialect: Option<Dialect>,
    out: &mut dyn Write,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::<Candidates>::default(), out);
    table.header().map_err(Error::output)?;
    for input in inputs {
        let input = Input::open(input.as_ref())?;
        let bundle = input.bundle(dialect);
        check_input(&input, &bundle, observer);
        let mut profiles = Profiles::default();
        profiles.learn(&input, &bundle, NonZeroUsize::MIN);
        let known = Known::of(&profiles);
        for document in &bundle.documents {
            let text = decode(document.content).text;
            let context = known.context(document, input.home(&bundle), &text);
            for candidate in &copydesk_article::weighed(&text, &context) {
                table.row(&CandidateRow { name: &document.name, candidate }).map_err(Error::output)?;
            }
        }
    }
    table.flush().map_err(Error::output)
}
