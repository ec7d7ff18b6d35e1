//! Copydesk beside programs that do less with the same bytes.

use super::extract;
use super::timing::{Job, in_turns};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Prints how many times as long copydesk takes as each of the programs.
pub(super) fn main(binary: &Path, bundle: &Path) -> Result<()> {
    let gzip = packed(bundle, "gzip", "-6", "gz")?;
    let zstd = packed(bundle, "zstd", "-3", "zst")?;
    let threads = [extract(binary, bundle, "1"), extract(binary, bundle, "2")];
    if let Some(gzip) = &gzip {
        ratio(extract(binary, bundle, "1"), Job::new("gzip -dc", "gzip", ["-dc"]).on(gzip))?;
    }
    let [one, two] = in_turns(&threads)?;
    println!("two threads: {:.2} times as fast as one", one.seconds / two.seconds);
    if let Some(gzip) = &gzip {
        ratio(extract(binary, gzip, "2"), Job::new("gzip -dc", "gzip", ["-dc"]).on(gzip))?;
    }
    if let Some(zstd) = &zstd {
        ratio(extract(binary, zstd, "2"), Job::new("zstd -dc", "zstd", ["-dc"]).on(zstd))?;
    }
    if is_installed("rg") {
        let list = Job::new("bundle list", binary, ["bundle", "list"]).on(bundle);
        ratio(list, Job::new("rg -c", "rg", ["-c", "^==> "]).on(bundle))?;
    }
    Ok(())
}

fn ratio(ours: Job, theirs: Job) -> Result<()> {
    let names = format!("{} / {}", ours.name, theirs.name);
    let [ours, theirs] = in_turns(&[ours, theirs])?;
    let peak = ours.peak_bytes.map_or(String::new(), |peak| format!("; peak {:.0} MB", peak as f64 / 1e6));
    println!(
        "{names}: {:.2} s / {:.2} s = {:.2}{peak}",
        ours.seconds,
        theirs.seconds,
        ours.seconds / theirs.seconds
    );
    Ok(())
}

/// The bundle as a program compresses it, beside it; nothing, if the program is not installed.
fn packed(bundle: &Path, program: &str, level: &str, extension: &str) -> Result<Option<PathBuf>> {
    let path = bundle.with_extension(format!("bundle.{extension}"));
    if !is_installed(program) {
        println!("{program} is not installed");
        return Ok(None);
    }
    if !path.exists() {
        let draft = path.with_extension("draft");
        let status =
            Command::new(program).args([level, "-c"]).arg(bundle).stdout(File::create(&draft)?).status();
        if !status.context(program.to_owned())?.success() {
            bail!("{program} failed");
        }
        fs::rename(draft, &path)?;
    }
    Ok(Some(path))
}

fn is_installed(program: &str) -> bool {
    let mut version = Command::new(program);
    version.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    version.status().is_ok_and(|status| status.success())
}
