//! Work on several threads, results in order.

use crate::Error;
use crate::budget::Budget;
use crate::observer::Stop;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, select, unbounded};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// What a thread can do.
pub(crate) trait Job: Send + 'static {
    /// About how many bytes it holds, and so will what comes of it.
    fn size(&self) -> usize;
}

/// Bytes of jobs on their way at once, for each worker: enough that none waits, few enough to be nothing beside the rest.
const AHEAD: usize = 4 << 20;
/// Bytes that a job counts for at least.
const SMALLEST: usize = 8 << 10;
/// How long it takes at most to hear that all is to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// Does each job on one of the threads and hands the results to `take`, in the order of the jobs. Stops early if `take`
/// fails, or if that is wished.
///
/// One more thread makes the jobs, as they are needed. Nobody waits for it where all stops early: a pipe may keep it waiting
/// for ever.
pub(crate) fn in_order<J: Job, T: Send>(
    threads: NonZeroUsize,
    jobs: impl Iterator<Item = J> + Send + 'static,
    work: impl Fn(J) -> T + Sync,
    stop: &Stop,
    take: impl FnMut(T) -> Result<(), Error>,
) -> Result<(), Error> {
    let budget = Arc::new(Budget::of(threads.get() * AHEAD));
    // The budget bounds what is in them.
    let (todo, done) = (unbounded(), unbounded());
    let (going, over) = bounded(0);
    let maker = (budget.clone(), todo.0);
    let maker = thread::spawn(move || make(jobs, &maker.0, &maker.1));
    let taken = thread::scope(|scope| {
        for _ in 0..threads.get() {
            let worker = Worker {
                todo: todo.1.clone(),
                done: done.0.clone(),
                over: over.clone(),
                budget: budget.clone(),
            };
            let work = &work;
            scope.spawn(move || worker.run(work));
        }
        drop(done.0);
        let taken = collect(&done.1, &budget, stop, take);
        budget.close();
        drop((done.1, going));
        taken
    });
    if taken.is_ok()
        && let Err(panic) = maker.join()
    {
        resume_unwind(panic);
    }
    taken
}

/// A job, its number and its size, or what came of it.
type Numbered<T> = (usize, usize, T);

fn make<J: Job>(jobs: impl Iterator<Item = J>, budget: &Budget, todo: &Sender<Numbered<J>>) {
    for (number, job) in jobs.enumerate() {
        let size = job.size().max(SMALLEST);
        if !budget.take(size) || todo.send((number, size, job)).is_err() {
            return;
        }
    }
}

struct Worker<J, T> {
    todo: Receiver<Numbered<J>>,
    done: Sender<Numbered<T>>,
    /// Closed when nobody takes results any more.
    over: Receiver<()>,
    budget: Arc<Budget>,
}

/// Nobody waits for the result of a worker that panicked.
impl<J, T> Drop for Worker<J, T> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.budget.close();
        }
    }
}

impl<J, T> Worker<J, T> {
    fn run(&self, work: &impl Fn(J) -> T) {
        while let Some((number, size, job)) = self.next() {
            if self.done.send((number, size, work(job))).is_err() {
                return;
            }
        }
    }

    fn next(&self) -> Option<Numbered<J>> {
        select! {
            recv(self.todo) -> job => job.ok(),
            recv(self.over) -> _ => None,
        }
    }
}

fn collect<T>(
    done: &Receiver<Numbered<T>>,
    budget: &Budget,
    stop: &Stop,
    mut take: impl FnMut(T) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    while !stop.is_wished() {
        if budget.is_closed() {
            // The scope of the threads passes the panic on.
            return Ok(());
        }
        match done.recv_timeout(PATIENCE) {
            Ok((number, size, result)) => early.insert(number, (size, result)),
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        while let Some((size, result)) = early.remove(&next) {
            next += 1;
            take(result)?;
            budget.give_back(size);
        }
    }
    Err(Error::stopped())
}

#[cfg(test)]
mod tests {
    use super::{Job, in_order};
    use crate::Error;
    use crate::observer::Stop;
    use std::num::NonZeroUsize;

    impl Job for usize {
        /// Some have no room beside one another.
        fn size(&self) -> usize {
            (self % 5) << 20
        }
    }

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).expect("not 0")
    }

    #[track_caller]
    fn check(count: usize, jobs: usize) {
        let mut taken = Vec::new();
        let take = |result| {
            taken.push(result);
            Ok(())
        };
        in_order(threads(count), 0..jobs, |job| job * 2, &Stop::default(), take).expect("no failure");
        assert_eq!(taken, (0..jobs).map(|job| job * 2).collect::<Vec<_>>());
    }

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        for threads in [1, 2, 3, 8] {
            for jobs in [0, 1, 2, 7, 100] {
                check(threads, jobs);
            }
        }
    }

    #[test]
    fn a_failure_stops_the_workers() {
        let take = |result| if result == 3 { Err(Error::stopped()) } else { Ok(()) };
        in_order(threads(2), 0..10_000, |job| job, &Stop::default(), take).expect_err("the failure");
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_passed_on_and_nobody_waits() {
        let (keeps, waits) = std::sync::mpsc::channel::<usize>();
        (0..100).for_each(|job| keeps.send(job).expect("heard"));
        let work = |job| assert_ne!(job, 3);
        let _ = in_order(threads(2), waits.into_iter(), work, &Stop::default(), |()| Ok(()));
        drop(keeps);
    }

    #[test]
    #[should_panic(expected = "no job")]
    fn a_panic_of_who_makes_the_jobs_is_passed_on() {
        let jobs = (0..9).inspect(|job| assert!(*job < 5, "no job"));
        let _ = in_order(threads(2), jobs, |job| job, &Stop::default(), |_| Ok(()));
    }

    #[test]
    fn who_wishes_to_stop_does_not_wait_for_jobs() {
        let stop = Stop::default();
        let (keeps, waits) = std::sync::mpsc::channel::<usize>();
        keeps.send(1).expect("heard");
        let wish = |_| {
            stop.wish();
            Ok(())
        };
        in_order(threads(2), waits.into_iter(), |job| job, &stop, wish).expect_err("stopped");
        drop(keeps);
    }
}
