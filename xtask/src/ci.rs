//! `cargo xtask ci`: all tests and checks, one after the other, until one fails.

use crate::run::cargo;
use crate::{codegen, run, tidy};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 8] = [
    ("tools", tools),
    ("format", || cargo(&["fmt", "--all", "--check"], &[])),
    ("lints", || cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"], &[])),
    ("tidy", tidy::main),
    ("generated tables", || codegen::main(&["--check".into()])),
    ("each crate alone", crates_alone),
    ("tests", tests),
    ("documentation", || {
        cargo(&["doc", "--workspace", "--no-deps"], &[("RUSTDOCFLAGS", Path::new("-D warnings"))])
    }),
];

pub(crate) fn main() -> Result<()> {
    for (name, step) in STEPS {
        println!("\n== {name}");
        step().with_context(|| format!("step `{name}`"))?;
    }
    println!("\n== all {} steps passed", STEPS.len());
    Ok(())
}

/// rustfmt and clippy, which a minimal toolchain lacks. Who has no rustup has them from elsewhere.
fn tools() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if cargo(&[subcommand, "--version"], &[]).is_err() {
            let status = Command::new("rustup").args(["component", "add", component]).status();
            if !status.with_context(|| format!("{component} is missing, and so is rustup"))?.success() {
                bail!("`rustup component add {component}` failed");
            }
        }
    }
    Ok(())
}

/// The build of the whole workspace hides a feature that a crate uses but does not ask for.
fn crates_alone() -> Result<()> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(run::root().join("crates"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    folders.sort();
    for folder in folders.iter().filter(|folder| folder.join("Cargo.toml").exists()) {
        let manifest = folder.join("Cargo.toml").display().to_string();
        cargo(&["check", "--quiet", "--manifest-path", &manifest], &[])?;
        println!("{}", folder.file_name().unwrap_or_default().display());
    }
    Ok(())
}

/// No test writes a snapshot, and no snapshot is without a test.
fn tests() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let used = folder.path().join("snapshots");
    let env = [
        ("CI", Path::new("true")),
        ("INSTA_UPDATE", Path::new("no")),
        // insta writes down here which files it compared with.
        ("INSTA_SNAPSHOT_REFERENCES_FILE", &used),
    ];
    cargo(&["test", "--workspace", "--no-fail-fast"], &env)?;
    let used = fs::read_to_string(used).unwrap_or_default();
    let used: BTreeSet<PathBuf> = used.lines().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let orphans: Vec<PathBuf> =
        snapshots(&run::root())?.into_iter().filter(|path| !used.contains(path)).collect();
    for path in &orphans {
        eprintln!("{}: no test uses this snapshot", path.display());
    }
    if !orphans.is_empty() {
        bail!("{} snapshots are orphans", orphans.len());
    }
    println!("{} snapshots, each with its test", used.len());
    Ok(())
}

/// The `.snap` files of the repository.
fn snapshots(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() && name != "target" && name != ".git" {
            found.extend(snapshots(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "snap") {
            found.push(fs::canonicalize(&path)?);
        }
    }
    Ok(found)
}
