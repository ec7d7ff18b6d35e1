use crate::{Error, walk};
use glob::{GlobError, MatchOptions, glob_with};
use std::io;
use std::path::{Path, PathBuf};

/// The paths of inputs that may be patterns, as shells hand them on in quotes: `crawl/**/*.wet.gz`. What a pattern fits is
/// sorted as the files of a folder are, and nothing comes twice; it is an error if that is nothing. A path at which something
/// is, is no pattern.
pub fn expand(inputs: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for input in inputs {
        match input.to_str().filter(|text| text.contains(['*', '?', '[']) && !input.exists()) {
            Some(pattern) => paths.extend(fitting(input, pattern)?),
            None => paths.push(input.clone()),
        }
    }
    Ok(paths)
}

/// As shells do it.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

fn fitting(input: &Path, pattern: &str) -> Result<Vec<PathBuf>, Error> {
    let wrong = |error| Error::read(input, io::Error::new(io::ErrorKind::InvalidInput, error));
    let mut paths = Vec::new();
    for found in glob_with(pattern, OPTIONS).map_err(wrong)? {
        paths.push(found.map_err(cannot_walk)?);
    }
    // A folder that fits is read with all that is below it.
    paths.sort();
    paths.dedup_by(|path, before| path.starts_with(before));
    paths.sort_by_cached_key(|path| walk::key(path.as_os_str(), path.is_dir()));
    if paths.is_empty() {
        return Err(Error::read(input, io::Error::new(io::ErrorKind::NotFound, "no path fits the pattern")));
    }
    Ok(paths)
}

fn cannot_walk(error: GlobError) -> Error {
    let path = error.path().to_owned();
    Error::read(&path, error.into())
}
