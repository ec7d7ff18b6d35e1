//! How long a program takes: the machine is shared, so what is compared runs in turns.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often each job runs.
pub(super) const TURNS: usize = 5;

/// A program with its arguments.
pub(super) struct Job {
    pub(super) name: String,
    program: PathBuf,
    args: Vec<OsString>,
}

/// What a job took: the median of its times, and the most memory it ever had, where the system tells.
#[derive(Clone, Copy)]
pub(super) struct Time {
    pub(super) seconds: f64,
    pub(super) peak_bytes: Option<u64>,
}

impl Job {
    pub(super) fn new<const N: usize>(
        name: impl Into<String>,
        program: impl Into<PathBuf>,
        args: [&str; N],
    ) -> Self {
        Self { name: name.into(), program: program.into(), args: args.map(OsString::from).into() }
    }

    /// The same with a path as its last argument.
    pub(super) fn on(mut self, path: &Path) -> Self {
        if let Some(extension) = path.extension() {
            self.name = format!("{} .{}", self.name, extension.display());
        }
        self.args.push(path.into());
        self
    }

    fn run(&self) -> Result<Time> {
        const GLANCE: Duration = Duration::from_millis(2);
        let start = Instant::now();
        let mut command = Command::new(&self.program);
        command.args(&self.args).stdin(Stdio::null()).stdout(Stdio::null());
        let mut child = command.spawn().with_context(|| self.program.display().to_string())?;
        let mut peak_bytes = None;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            peak_bytes = peak(child.id()).max(peak_bytes);
            sleep(GLANCE);
        };
        let seconds = start.elapsed().as_secs_f64();
        if !status.success() {
            bail!("`{}` failed on the generated bundle", self.name);
        }
        Ok(Time { seconds, peak_bytes })
    }
}

/// Runs the jobs one after the other, again and again; what each took.
pub(super) fn in_turns<const N: usize>(jobs: &[Job; N]) -> Result<[Time; N]> {
    let mut times: [Vec<Time>; N] = std::array::from_fn(|_| Vec::new());
    for _ in 0..TURNS {
        for (job, times) in jobs.iter().zip(&mut times) {
            times.push(job.run()?);
        }
    }
    Ok(times.map(|mut times| {
        times.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let peak_bytes = times.iter().filter_map(|time| time.peak_bytes).max();
        Time { peak_bytes, ..times[TURNS / 2] }
    }))
}

/// The peak so far of a running process, from what Linux says of it.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(1024 * line.split_whitespace().nth(1)?.parse::<u64>().ok()?)
}
