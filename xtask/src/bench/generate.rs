//! A bundle as large as asked for, from the pages of `fixtures/`: each copy with other numbers, other order, other gaps.

use anyhow::{Context, Result, bail};
use fastrand::Rng;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Any number will do, as long as it stays: figures of different days must be of the same bytes.
const SEED: u64 = 20_170_531;
/// One line in so many is left out.
const GAP: u32 = 33;

/// Writes pages until the bundle has `bytes`; the same pages for the same fixtures.
pub(super) fn write(fixtures: &Path, bundle: &Path, bytes: u64) -> Result<()> {
    let pages = pages(fixtures)?;
    if pages.is_empty() {
        bail!("expected bundles with pages in {}", fixtures.display());
    }
    let mut rng = Rng::with_seed(SEED);
    let mut out = BufWriter::new(fs::File::create(bundle)?);
    let (mut written, mut number) = (0, 0_u32);
    while written < bytes {
        let page = varied(&pages[rng.usize(..pages.len())], &mut rng);
        let marker = format!("==> source{:02}/{number:07}.txt <==\n", rng.u8(..40));
        out.write_all(marker.as_bytes())?;
        out.write_all(page.as_bytes())?;
        out.write_all(b"\n")?;
        written += (marker.len() + page.len() + 1) as u64;
        number += 1;
    }
    Ok(out.flush()?)
}

/// The texts of all pages in the `==> NAME <==` bundles of a folder.
fn pages(fixtures: &Path) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(fixtures)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        pages.extend(text.split("\n==> ").filter_map(|page| Some(page.split_once(" <==\n")?.1.to_owned())));
    }
    pages.retain(|page| !page.trim().is_empty());
    Ok(pages)
}

/// The page with its numbers redrawn, its long paragraphs in another order, and a few lines missing.
fn varied(page: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<&str> = page.lines().filter(|line| line.is_empty() || rng.u32(..GAP) != 0).collect();
    let long: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].len() > 120).collect();
    let mut order = long.clone();
    rng.shuffle(&mut order);
    let paragraphs: Vec<&str> = order.iter().map(|at| lines[*at]).collect();
    for (at, paragraph) in long.into_iter().zip(paragraphs) {
        lines[at] = paragraph;
    }
    redrawn(&lines.join("\n"), rng)
}

/// The text with other digits: small numbers stay days and months, years stay years.
fn redrawn(text: &str, rng: &mut Rng) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let len = rest[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - start);
        out.push_str(&rest[..start]);
        out.push_str(&number(&rest[start..start + len], rng));
        rest = &rest[start + len..];
    }
    out + rest
}

fn number(digits: &str, rng: &mut Rng) -> String {
    match (digits.len(), digits.parse::<u64>().unwrap_or_default()) {
        (4, 1900..2100) => rng.u32(1996..2027).to_string(),
        (len @ 1..=2, 1..=12) => format!("{:0len$}", rng.u32(1..if len == 1 { 10 } else { 13 })),
        (len @ 2, 13..=31) => format!("{:0len$}", rng.u32(13..29)),
        (len, _) => (0..len).map(|_| rng.digit(10)).collect(),
    }
}
