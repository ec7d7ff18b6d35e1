use crate::Notice;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Hears how a run goes.
pub trait Observer {
    /// The run goes on with one that was interrupted behind so many inputs, which hold so many documents.
    fn resume(&mut self, _inputs: usize, _documents: usize) {}
    /// Documents begin to be read: those of inputs of so many bytes, if all tell that beforehand.
    fn start(&mut self, _bytes: Option<u64>) {}
    /// So many documents more are done, and so many of the inputs' bytes.
    fn advance(&mut self, _documents: usize, _bytes: u64) {}
    /// Something is odd.
    fn notice(&mut self, _notice: &Notice) {}
    /// What tells that the run is to end early.
    fn stop(&self) -> Stop {
        Stop::default()
    }
}

/// Hears nothing.
impl Observer for () {}

/// The wish that a run ends early, for others than the one who runs it to utter.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From now on the run is to end.
    pub fn wish(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the run is to end.
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
