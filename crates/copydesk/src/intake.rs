use copydesk_bundle::{Dialect, Error, Reader};

/// How inputs are read, and how much of them is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// How the markers of bundles are written, if that need not be found out.
    pub dialect: Option<Dialect>,
    /// Instead of a dialect: a regular expression that lines fit which are markers, see [`Reader::marker`].
    pub marker: Option<String>,
    /// The longest document in bytes; of a longer one the start is read.
    pub max_document: usize,
    /// Bytes of text that are believed to be in each compressed one, on average; behind them, the rest is not read.
    pub max_ratio: u64,
}

impl Default for Intake {
    /// Any dialect, documents of 16 MiB, 200 bytes of text for one of gzip or zstd.
    fn default() -> Self {
        Self { dialect: None, marker: None, max_document: 16 << 20, max_ratio: 200 }
    }
}

impl Intake {
    pub(crate) fn reader(&self) -> Result<Reader, Error> {
        let reader = Reader::new().max_document(self.max_document);
        match (&self.marker, self.dialect) {
            (Some(pattern), _) => reader.marker(pattern),
            (None, Some(dialect)) => Ok(reader.dialect(dialect)),
            (None, None) => Ok(reader),
        }
    }
}
