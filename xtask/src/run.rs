//! `cargo xtask extract|bundle`: builds the product and hands over to it.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, exit};

/// Runs `copydesk COMMAND ARGS…` as built from this checkout, and exits as it does.
pub(crate) fn copydesk(command: &OsString, args: &[OsString]) -> Result<()> {
    let status = Command::new(build_copydesk()?).arg(command).args(args).status()?;
    exit(status.code().unwrap_or(1));
}

/// Builds the binary in release mode; the path of it.
pub(crate) fn build_copydesk() -> Result<PathBuf> {
    cargo(&["build", "--quiet", "--release", "--package", "copydesk"])?;
    Ok(target().join("release").join(format!("copydesk{}", std::env::consts::EXE_SUFFIX)))
}

/// Runs cargo in the root of the repository, and fails as it fails.
pub(crate) fn cargo(args: &[&str]) -> Result<()> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status =
        Command::new(program).args(args).current_dir(root()).status().context("cargo does not start")?;
    if !status.success() {
        bail!("`cargo {}` failed", args.join(" "));
    }
    Ok(())
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
