//! `cargo xtask tidy`: what the compiler and clippy do not see. One file of checks for each subject; a check reads the
//! [`House`] and names what it finds, with path and line.

mod architecture;
mod dependencies;
mod fixtures;
mod house;
mod manifests;
mod sources;
mod text;

use crate::run;
use anyhow::{Result, bail};
use house::{Finding, House};

/// All checks, in the order of their findings.
const CHECKS: [fn(&House) -> Vec<Finding>; 7] = [
    architecture::check,
    dependencies::check,
    manifests::check,
    sources::check,
    text::check,
    fixtures::are_listed,
    fixtures::have_tests,
];

/// Files longer than this are reported, but nothing fails.
const LONG: usize = 600;

pub(crate) fn main() -> Result<()> {
    let house = House::read(&run::root())?;
    for file in house.long_sources(LONG) {
        eprintln!("warning: {}: more than {LONG} lines", file.path);
    }
    let findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(&house)).collect();
    for finding in &findings {
        eprintln!("{finding}");
    }
    if !findings.is_empty() {
        bail!("tidy has {} complaints", findings.len());
    }
    println!("tidy: {} files, {} checks", house.files.len(), CHECKS.len());
    Ok(())
}
