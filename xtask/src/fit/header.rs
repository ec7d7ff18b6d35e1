//! `[fit]`, the part of a table of weights that says where they come from.

use super::options::Options;
use super::validation::FOLDS;
use crate::score::Score;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use toml::Value;

pub(super) fn text(options: &Options, documents: usize, candidates: usize, score: &Score) -> Result<String> {
    Ok(format!(
        "[fit]\n\
         command    = {}\n\
         data       = \"sha256 {}\"\n\
         documents  = {documents}\n\
         candidates = {candidates}\n\
         # Of what is chosen from the threshold on, under weights fitted on other sources ({FOLDS} folds).\n\
         precision  = {:.3}\n\
         recall     = {:.3}\n\
         f1         = {:.3}\n",
        Value::String(options.command()),
        hash(&options.inputs())?,
        score.precision(),
        score.recall(),
        score.f1(),
    ))
}

/// The first sixteen digits of the digest of all files behind each other, as `cat GOLD BUNDLE | sha256sum` prints it: enough to
/// tell one set of files from another.
fn hash(paths: &[&Path]) -> Result<String> {
    let mut digest = Sha256::new();
    for path in paths {
        add(&mut digest, path).with_context(|| path.display().to_string())?;
    }
    let digest = digest.finalize();
    let first = digest.first_chunk().context("a digest has eight bytes")?;
    Ok(format!("{:016x}", u64::from_be_bytes(*first)))
}

/// A file, or the files of a folder by name.
fn add(digest: &mut Sha256, path: &Path) -> Result<()> {
    if !path.is_dir() {
        digest.update(fs::read(path)?);
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut entries: Vec<_> = entries.collect::<Result<_>>()?;
    entries.sort();
    entries.iter().try_for_each(|entry| add(digest, entry))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::hash;
    use std::fs;

    #[test]
    fn hashes() {
        let folder = tempfile::tempdir().unwrap();
        let [whole, parts] = ["whole.txt", "parts"].map(|name| folder.path().join(name));
        fs::write(&whole, "ferry and quay").unwrap();
        fs::create_dir_all(parts.join("b")).unwrap();
        fs::write(parts.join("b/1.txt"), " and quay").unwrap();
        fs::write(parts.join("a.txt"), "ferry").unwrap();
        let of = |path| hash(&[path]).unwrap();
        assert_eq!(of(&*whole), of(&*parts));
        assert_eq!(of(&*whole).len(), 16);
        assert_ne!(of(&*whole), of(&*parts.join("a.txt")));
        assert!(hash(&[&parts.join("none")]).is_err());
    }
}
