//! `cargo xtask bench [--size MB]`: MB/s per stage and end to end, over a generated bundle.

mod generate;

use crate::run::{build_copydesk, root};
use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Enough that start-up does not count, and what the floor of 20 MB/s is stated for.
const DEFAULT_MB: u64 = 100;
/// Stages are timed on this much of it: each runs several times.
const STAGE_BYTES: &str = "16000000";

pub(crate) fn main(args: &[OsString]) -> Result<()> {
    let size = size(args)?;
    let binary = build_copydesk()?;
    let bundle = bundle(&binary.with_file_name("bundles"), size)?;
    stages(&bundle)?;
    println!("\nend to end: bundle to CSV, median of three runs");
    for threads in ["1", "2"] {
        end_to_end(&binary, &bundle, threads)?;
    }
    Ok(())
}

fn size(args: &[OsString]) -> Result<u64> {
    let mut parser = Parser::from_args(args);
    let mut megabytes = DEFAULT_MB;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("size") => megabytes = parser.value()?.parse()?,
            other => bail!("expected `--size MB`, found {other:?}"),
        }
    }
    Ok(megabytes * 1_000_000)
}

/// The generated bundle of a size, in a folder; made once, since it is the same each time.
fn bundle(folder: &Path, bytes: u64) -> Result<PathBuf> {
    let path = folder.join(format!("{bytes}.bundle"));
    if fs::metadata(&path).map_or(0, |found| found.len()) < bytes {
        fs::create_dir_all(folder)?;
        generate::write(&root().join("fixtures/bundles"), &path, bytes)?;
    }
    Ok(fs::canonicalize(path)?)
}

fn stages(bundle: &Path) -> Result<()> {
    let status = Command::new("cargo")
        .args(["bench", "--quiet", "--package", "copydesk", "--bench", "stages"])
        .env("COPYDESK_BENCH_BUNDLE", bundle)
        .env("COPYDESK_BENCH_BYTES", STAGE_BYTES)
        .current_dir(root())
        .status()?;
    if !status.success() {
        bail!("the benchmark of the stages failed");
    }
    Ok(())
}

fn end_to_end(binary: &Path, bundle: &Path, threads: &str) -> Result<()> {
    let mut runs = Vec::new();
    for _ in 0..3 {
        let mut command = Command::new(binary);
        command.args(["extract", "--quiet", "--threads", threads]).arg(bundle).stdout(Stdio::null());
        runs.push(run(&mut command)?);
    }
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let (Run { seconds, .. }, megabytes) = (&runs[1], fs::metadata(bundle)?.len() as f64 / 1e6);
    let peak = runs.iter().filter_map(|run| run.peak_kib).max().unwrap_or_default() as f64 * 1024.0 / 1e6;
    println!(
        "{threads} thread(s): {:.1} MB/s ({megabytes:.0} MB in {seconds:.2} s), peak memory {peak:.0} MB",
        megabytes / seconds,
    );
    Ok(())
}

/// What one run of a program took.
struct Run {
    seconds: f64,
    /// The most memory it had, where the system tells.
    peak_kib: Option<u64>,
}

fn run(command: &mut Command) -> Result<Run> {
    const GLANCE: Duration = Duration::from_millis(5);
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut peak_kib = None;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak_kib = peak(child.id()).max(peak_kib);
        sleep(GLANCE);
    };
    if !status.success() {
        bail!("extract failed on the generated bundle");
    }
    Ok(Run { seconds: start.elapsed().as_secs_f64(), peak_kib })
}

/// The peak so far of a running process, from what Linux says of it.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
