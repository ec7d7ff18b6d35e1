//! `cargo xtask bench`: MB/s per stage and end to end over a generated bundle, beside other programs or another revision.

mod compare;
mod generate;
mod stages;
mod timing;
mod yardsticks;

use crate::run::{build_copydesk, root};
use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use timing::{Job, in_turns};

const HELP: &str = "\
cargo xtask bench [OPTIONS]

Times the stages and the whole of `copydesk extract` over a generated bundle, which is the same each time.

  --size MB       how large the bundle is (100; 4 for --stages)
  --yardsticks    time gzip, zstd and rg on the same bytes in turns with copydesk, as far as they are installed
  --compare REV   time copydesk as of a revision in turns with this one
  --stages        count the instructions of each stage of `copydesk extract` with valgrind
";

/// Enough that start-up does not count.
const DEFAULT_MB: u64 = 100;
/// Stages are timed on this much of it: each runs several times.
const STAGE_BYTES: &str = "16000000";

pub(crate) fn main(args: &[OsString]) -> Result<()> {
    let (mut megabytes, mut with_yardsticks, mut with_stages, mut revision) = (None, false, false, None);
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("size") => megabytes = Some(parser.value()?.parse()?),
            Long("yardsticks") => with_yardsticks = true,
            Long("stages") => with_stages = true,
            Long("compare") => revision = Some(parser.value()?.string()?),
            Long("help") | Short('h') => {
                print!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let binary = build_copydesk()?;
    let megabytes = megabytes.unwrap_or(if with_stages { stages::MB } else { DEFAULT_MB });
    let bundle = bundle(&binary.with_file_name("bundles"), megabytes * 1_000_000)?;
    match revision {
        Some(revision) => compare::main(&binary, &bundle, &revision),
        None if with_stages => stages::main(&binary, &bundle),
        None if with_yardsticks => yardsticks::main(&binary, &bundle),
        None => {
            finders(&bundle)?;
            end_to_end(&binary, &bundle)
        }
    }
}

/// The generated bundle of a size, in a folder; made once, since it is the same each time.
fn bundle(folder: &Path, bytes: u64) -> Result<PathBuf> {
    let path = folder.join(format!("{bytes}.{}.bundle", generate::VERSION));
    if fs::metadata(&path).map_or(0, |found| found.len()) < bytes {
        fs::create_dir_all(folder)?;
        generate::write(&root().join("fixtures"), &path, bytes)?;
    }
    Ok(fs::canonicalize(path)?)
}

fn finders(bundle: &Path) -> Result<()> {
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

fn end_to_end(binary: &Path, bundle: &Path) -> Result<()> {
    let megabytes = fs::metadata(bundle)?.len() as f64 / 1e6;
    println!("\nend to end, {megabytes:.0} MB: bundle to CSV, median of {} runs in turns", timing::TURNS);
    let jobs = ["1", "2"].map(|threads| extract(binary, bundle, threads));
    for (threads, time) in ["1 thread ", "2 threads"].iter().zip(in_turns(&jobs)?) {
        let peak = time
            .peak_bytes
            .map_or(String::new(), |peak| format!(", peak memory {:.0} MB", peak as f64 / 1e6));
        println!("{threads}: {:.1} MB/s ({:.2} s){peak}", megabytes / time.seconds, time.seconds);
    }
    Ok(())
}

/// The main job on some threads.
fn extract(binary: &Path, bundle: &Path, threads: &str) -> Job {
    Job::new(format!("extract --threads {threads}"), binary, ["extract", "--quiet", "--threads", threads])
        .on(bundle)
}
