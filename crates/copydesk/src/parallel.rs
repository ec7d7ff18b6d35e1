//! Work on several threads, results in order.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Results that a worker may be ahead of the one who takes them: bounds the memory that they hold.
const AHEAD: usize = 4;

/// Does each job on one of the threads and hands the results to `take`, in the order of the jobs. Stops early if `take`
/// fails.
///
/// Worker w of n does the jobs w, w + n, w + 2n…: who takes knows whom to ask next, and nothing needs sorting.
pub(crate) fn in_order<J: Sync, T: Send, E>(
    threads: NonZeroUsize,
    jobs: &[J],
    work: impl Fn(&J) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.get().min(jobs.len());
    thread::scope(|scope| {
        let work = &work;
        let results: Vec<Receiver<T>> = (0..threads)
            .map(|worker| {
                let (sender, receiver) = sync_channel(AHEAD);
                scope.spawn(move || produce(jobs.iter().skip(worker).step_by(threads), work, &sender));
                receiver
            })
            .collect();
        // A worker that panicked sends nothing more; the scope hands its panic on.
        (0..jobs.len()).filter_map(|job| results[job % threads].recv().ok()).try_for_each(&mut take)
    })
}

/// Stops when nobody takes the results any more.
fn produce<'j, J: 'j, T>(jobs: impl Iterator<Item = &'j J>, work: impl Fn(&J) -> T, results: &SyncSender<T>) {
    for job in jobs {
        if results.send(work(job)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use std::num::NonZeroUsize;

    #[track_caller]
    fn check(threads: usize, jobs: usize) {
        let jobs: Vec<usize> = (0..jobs).collect();
        let mut taken = Vec::new();
        let take = |result| {
            taken.push(result);
            Ok::<(), ()>(())
        };
        in_order(NonZeroUsize::new(threads).expect("not 0"), &jobs, |job| job * 2, take).expect("no failure");
        assert_eq!(taken, jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
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
        let jobs: Vec<usize> = (0..10_000).collect();
        let stop = |result: usize| if result == 3 { Err(result) } else { Ok(()) };
        assert_eq!(in_order(NonZeroUsize::new(2).expect("not 0"), &jobs, |job| *job, stop), Err(3));
    }
}
