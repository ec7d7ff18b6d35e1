//! Work on several threads, results in order.

use crate::observer::Stop;
use crate::Error;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded, select};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::thread;
use std::time::Duration;

/// Jobs on their way at once, for each worker: enough that none waits, few enough to bound the memory that they hold.
const AHEAD: usize = 3;

/// How long it takes at most to hear that all is to stop.
const PATIENCE: Duration = Duration::from_millis(50);

/// Does each job on one of the threads and hands the results to `take`, in the order of the jobs. Stops early if `take`
/// fails, or if that is wished.
///
/// One more thread makes the jobs, as they are needed. Nobody waits for it in the end: a pipe may keep it waiting for ever.
pub(crate) fn in_order<J: Send + 'static, T: Send>(
    threads: NonZeroUsize,
    jobs: impl Iterator<Item = J> + Send + 'static,
    work: impl Fn(J) -> T + Sync,
    stop: &Stop,
    take: impl FnMut(T) -> Result<(), Error>,
) -> Result<(), Error> {
    let most = threads.get() * AHEAD;
    // Each job on its way holds a permit: only who makes jobs ever waits for room.
    let (permit, permits) = bounded(most);
    let (job, todo) = bounded(most);
    let (result, results) = bounded(most);
    let (going, over) = bounded(0);
    thread::spawn(move || make(jobs, &permit, &job));
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            let worker = Worker { todo: todo.clone(), results: result.clone(), over: over.clone() };
            let work = &work;
            scope.spawn(move || worker.run(work));
        }
        drop(result);
        let taken = collect(&results, &permits, stop, take);
        drop((results, permits, going));
        taken
    })
}

fn make<J>(jobs: impl Iterator<Item = J>, permit: &Sender<()>, todo: &Sender<(usize, J)>) {
    for job in jobs.enumerate() {
        if permit.send(()).is_err() || todo.send(job).is_err() {
            return;
        }
    }
}

struct Worker<J, T> {
    todo: Receiver<(usize, J)>,
    results: Sender<(usize, T)>,
    /// Closed when nobody takes results any more.
    over: Receiver<()>,
}

impl<J, T> Worker<J, T> {
    fn run(&self, work: &impl Fn(J) -> T) {
        while let Some((number, job)) = self.next() {
            if self.results.send((number, work(job))).is_err() {
                return;
            }
        }
    }

    fn next(&self) -> Option<(usize, J)> {
        select! {
            recv(self.todo) -> job => job.ok(),
            recv(self.over) -> _ => None,
        }
    }
}

fn collect<T>(
    results: &Receiver<(usize, T)>,
    permits: &Receiver<()>,
    stop: &Stop,
    mut take: impl FnMut(T) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    while !stop.is_wished() {
        match results.recv_timeout(PATIENCE) {
            Ok((number, result)) => early.insert(number, result),
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        while let Some(result) = early.remove(&next) {
            next += 1;
            take(result)?;
            // The permit of that job: there is one.
            let _ = permits.try_recv();
        }
    }
    Err(Error::stopped())
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use crate::Error;
    use crate::observer::Stop;
    use std::num::NonZeroUsize;

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
