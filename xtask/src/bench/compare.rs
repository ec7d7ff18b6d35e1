//! This revision beside another one.

use super::{extract, in_turns};
use crate::run::{build_copydesk_of, root};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Prints how much longer this binary takes than that of the revision: above 1, it has become slower.
pub(super) fn main(binary: &Path, bundle: &Path, revision: &str) -> Result<()> {
    let other = build(revision, &binary.with_file_name("compare"))?;
    for threads in ["1", "2"] {
        let [this, that] = in_turns(&[extract(binary, bundle, threads), extract(&other, bundle, threads)])?;
        println!(
            "{threads} thread(s): {:.2} s against {:.2} s at {revision}: {:.2} times as long",
            this.seconds,
            that.seconds,
            this.seconds / that.seconds
        );
    }
    Ok(())
}

/// Builds the binary of a revision, in a checkout of its own that does not stay.
fn build(revision: &str, target: &Path) -> Result<PathBuf> {
    let checkout = tempfile::tempdir()?;
    let folder = checkout.path().join("copydesk");
    git(&["worktree", "add", "--quiet", "--detach"], &[folder.as_os_str(), revision.as_ref()])?;
    let built = build_copydesk_of(&folder, &["--target-dir".as_ref(), target.as_os_str()]);
    git(&["worktree", "remove", "--force"], &[folder.as_os_str()])?;
    // The next revision would be built to the same place.
    let kept = target.join(revision.replace('/', "-"));
    fs::rename(built.with_context(|| format!("at {revision}"))?, &kept)?;
    Ok(kept)
}

fn git(args: &[&str], more: &[&std::ffi::OsStr]) -> Result<()> {
    let status = Command::new("git").args(args).args(more).current_dir(root()).status();
    if !status.context("git does not start")?.success() {
        bail!("`git {}` failed", args.join(" "));
    }
    Ok(())
}
