use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Memory that jobs on their way may take together.
#[derive(Debug)]
pub(crate) struct Budget {
    most: usize,
    spent: Mutex<Spent>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct Spent {
    bytes: usize,
    is_closed: bool,
}

impl Budget {
    pub(crate) fn of(most: usize) -> Self {
        Self { most, spent: Mutex::default(), returned: Condvar::new() }
    }

    /// Waits until there is room for so many bytes; whoever needs more than there will ever be gets it alone. `false` if
    /// nothing more is to be done.
    pub(crate) fn take(&self, bytes: usize) -> bool {
        let is_short = |spent: &mut Spent| {
            !spent.is_closed && spent.bytes > 0 && spent.bytes.saturating_add(bytes) > self.most
        };
        let mut spent =
            self.returned.wait_while(self.spent(), is_short).unwrap_or_else(PoisonError::into_inner);
        spent.bytes += bytes;
        !spent.is_closed
    }

    pub(crate) fn give_back(&self, bytes: usize) {
        self.spent().bytes -= bytes;
        self.returned.notify_all();
    }

    /// Lets nobody wait any longer.
    pub(crate) fn close(&self) {
        self.spent().is_closed = true;
        self.returned.notify_all();
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.spent().is_closed
    }

    /// Who panicked with the lock has left nothing half done.
    fn spent(&self) -> MutexGuard<'_, Spent> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
