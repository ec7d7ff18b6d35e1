//! Packs a folder of fuzz inputs, whatever their bytes, as a bundle on standard output: `copydesk bundle pack` takes texts alone.

use std::io::{Write, stdout};
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("expected a folder"))?;
    let entries = fs::read_dir(folder)?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    let mut bundle = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        copydesk_bundle::pack_document(&mut bundle, &name, &fs::read(&path)?, &[]);
    }
    stdout().write_all(&bundle)
}
