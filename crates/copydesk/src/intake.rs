use copydesk_bundle::{Dialect, Reader};

/// How inputs are read, and how much of them is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intake {
    /// How the markers of bundles are written, if that need not be found out.
    pub dialect: Option<Dialect>,
    /// The longest document in bytes; of a longer one the start is read.
    pub max_document: usize,
    /// Bytes of text that are believed to be in each compressed one, on average; behind them, the rest is not read.
    pub max_ratio: u64,
}

impl Default for Intake {
    /// Any dialect, documents of 16 MiB, 200 bytes of text for one of gzip or zstd.
    fn default() -> Self {
        Self { dialect: None, max_document: 16 << 20, max_ratio: 200 }
    }
}

impl Intake {
    pub(crate) fn reader(&self) -> Reader {
        let reader = Reader::new().max_document(self.max_document);
        self.dialect.map_or(reader.clone(), |dialect| reader.dialect(dialect))
    }
}
