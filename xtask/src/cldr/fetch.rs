//! Packages by name, with the clients that people have.

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// Published with each version of CLDR.
const CURRENT: [&str; 4] = ["cldr-core", "cldr-dates-full", "cldr-cal-islamic-full", "cldr-rbnf"];
/// Published now and then: the newest that there is.
const OCCASIONAL: [&str; 1] = ["cldr-cal-persian-full"];

/// Puts each package into a folder of its name.
pub(super) fn packages(folder: &Path, version: &str) -> Result<()> {
    for name in CURRENT {
        package(folder, name, version)?;
    }
    for name in OCCASIONAL {
        package(folder, name, "latest")?;
    }
    Ok(())
}

fn package(folder: &Path, name: &str, version: &str) -> Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", &format!("{name}@{version}")]).current_dir(folder);
    let archive = output(&mut npm).with_context(|| format!("fetching {name} {version}"))?;
    std::fs::create_dir(folder.join(name))?;
    let mut tar = Command::new("tar");
    tar.args(["-xzf", archive.trim(), "--strip-components=1", "-C", name]).current_dir(folder);
    output(&mut tar).with_context(|| format!("unpacking {name}"))?;
    Ok(())
}

fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("{command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed");
    }
    Ok(String::from_utf8(output.stdout)?)
}
