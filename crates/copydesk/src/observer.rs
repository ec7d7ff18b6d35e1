use crate::Notice;

/// Hears how a run goes.
pub trait Observer {
    /// An input of so many bytes begins.
    fn start(&mut self, _bytes: usize) {}
    /// So many documents more are done, and so many of the input's bytes.
    fn advance(&mut self, _documents: usize, _bytes: usize) {}
    /// Something is odd.
    fn notice(&mut self, _notice: &Notice) {}
}

/// Hears nothing.
impl Observer for () {}
