//! Pages as WET files hold them: each block on a line, and no blank lines between.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::NamedTempFile;

/// The pages of bundles without their blank lines and indents, as one bundle, for as long as it is held.
pub(crate) fn unspaced(copydesk: &Path, bundles: &[PathBuf]) -> Result<NamedTempFile> {
    let mut command = Command::new(copydesk);
    command.args(["bundle", "convert", "--to", "jsonl"]).args(bundles);
    let lines = command.stderr(Stdio::inherit()).output().with_context(|| copydesk.display().to_string())?;
    if !lines.status.success() {
        bail!("`copydesk bundle convert` failed");
    }
    let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile()?;
    for line in lines.stdout.lines() {
        writeln!(file, "{}", page(&line?)?)?;
    }
    file.flush()?;
    Ok(file)
}

/// A page as a line of JSON, without what parts its blocks.
fn page(line: &str) -> Result<Value> {
    let mut page: Value = line.parse()?;
    let text = page["text"].as_str().context("expected a `text`")?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    page["text"] = lines.flat_map(|line| [line, "\n"]).collect::<String>().into();
    Ok(page)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::page;

    #[test]
    fn blocks_follow_one_another() {
        let line = r#"{"id":"a.txt","text":"Ferry sails\n\n  \u00a0\n    By Ada Example\nAt noon.\n\n"}"#;
        let expected = r#"{"id":"a.txt","text":"Ferry sails\nBy Ada Example\nAt noon.\n"}"#;
        assert_eq!(page(line).unwrap().to_string(), expected);
        assert!(page("{}").is_err() && page("no JSON").is_err());
    }
}
