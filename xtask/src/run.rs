//! `cargo xtask extract|bundle`: builds the product and hands over to it.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, exit};

/// Runs `copydesk COMMAND ARGS…` as built from this checkout, and exits as it does.
pub(crate) fn copydesk(command: &OsString, args: &[OsString]) -> Result<()> {
    let binary = build_copydesk()?;
    let status = Command::new(&binary).arg(command).args(args).status();
    exit(status.with_context(|| binary.display().to_string())?.code().unwrap_or(1));
}

/// Builds the binary in release mode; the path of it, which depends on the user's cargo.
pub(crate) fn build_copydesk() -> Result<PathBuf> {
    build_copydesk_of(&root(), &[])
}

/// The same of another checkout, with more arguments.
pub(crate) fn build_copydesk_of(checkout: &Path, more: &[&OsStr]) -> Result<PathBuf> {
    // Not in the root, like all else: a relative target folder counts from where the user is.
    let build = Command::new(program())
        .args(["build", "--release", "--package", "copydesk"])
        .args(["--message-format", "json-render-diagnostics", "--manifest-path"])
        .arg(checkout.join("Cargo.toml"))
        .args(more)
        // The first build takes minutes: cargo tells how far it is.
        .stderr(Stdio::inherit())
        .output()
        .context("cargo does not start")?;
    if !build.status.success() {
        bail!("copydesk cannot be built");
    }
    executable(&String::from_utf8_lossy(&build.stdout)).context("cargo names no binary of copydesk")
}

/// The program among the messages of a build, one a line.
fn executable(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| line.parse::<Value>().ok());
    messages.filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?))).next_back()
}

/// Runs cargo in the root of the repository with more environment, and fails as it fails.
pub(crate) fn cargo(args: &[&str], env: &[(&str, &Path)]) -> Result<()> {
    let status = Command::new(program()).args(args).envs(env.iter().copied()).current_dir(root()).status();
    if !status.context("cargo does not start")?.success() {
        bail!("`cargo {}` failed", args.join(" "));
    }
    Ok(())
}

/// The cargo that runs this.
fn program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
mod tests {
    use super::executable;
    use std::path::Path;

    #[test]
    fn the_binary_is_where_cargo_says() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"csv"},"executable":null}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"name":"copydesk"},"executable":"/there/copydesk"}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
            "\n",
        );
        assert_eq!(executable(messages).as_deref(), Some(Path::new("/there/copydesk")));
        assert_eq!(executable("no message\n{}\n"), None);
    }
}
