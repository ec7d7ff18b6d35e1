//! A bundle as large as asked for, from the pages of `fixtures/`: each copy with other numbers, other order, other gaps, and
//! as long as pages of the web are.

use anyhow::{Context, Result, bail};
use fastrand::Rng;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Any number will do, as long as it stays: figures of different days must be of the same bytes.
const SEED: u64 = 20_170_531;
/// The mean length of 944 crawled pages of news; half of their bytes stand in lines of 200 bytes or more.
const PAGE_BYTES: usize = 8_800;
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

/// The texts of the pages in a folder's bundles that start with `==> NAME <==` or `=== NAME ===`.
fn pages(fixtures: &Path) -> Result<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(fixtures)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    let mut pages = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let mut page = String::new();
        for line in text.lines() {
            if is_marker(line) {
                pages.push(std::mem::take(&mut page));
            } else {
                page.push_str(line);
                page.push('\n');
            }
        }
        pages.push(page);
    }
    // What is shorter is a preamble or an empty document.
    pages.retain(|page| page.len() > 500);
    Ok(pages)
}

fn is_marker(line: &str) -> bool {
    let framed = |open, close| line.starts_with(open) && line.ends_with(close);
    framed("==> ", " <==") || framed("=== ", " ===") || framed("-- ", " --")
}

/// The page with its numbers redrawn, its paragraphs in another order and as many as it takes, and a few lines missing.
fn varied(page: &str, rng: &mut Rng) -> String {
    let lines: Vec<&str> = page.lines().filter(|line| line.is_empty() || rng.u32(..GAP) != 0).collect();
    let mut paragraphs: Vec<&str> = lines.iter().copied().filter(|line| is_paragraph(line)).collect();
    rng.shuffle(&mut paragraphs);
    let bytes = PAGE_BYTES / 2 + rng.usize(..PAGE_BYTES);
    let copies =
        1 + bytes.saturating_sub(page.len()) / paragraphs.iter().map(|line| line.len()).sum::<usize>().max(1);
    let mut out = Vec::new();
    let mut at = 0;
    for line in lines {
        if !is_paragraph(line) {
            out.push(line.to_owned());
            continue;
        }
        for copy in 0..copies {
            out.push(shuffled(paragraphs[(at + copy) % paragraphs.len()], rng));
            out.push(String::new());
        }
        at += 1;
    }
    redrawn(&out.join("\n"), rng)
}

fn is_paragraph(line: &str) -> bool {
    const BYTES: usize = 120;
    line.len() > BYTES
}

/// The sentences of a paragraph in another order.
fn shuffled(paragraph: &str, rng: &mut Rng) -> String {
    let mut sentences: Vec<&str> = paragraph.split_inclusive(". ").collect();
    rng.shuffle(&mut sentences);
    sentences.concat()
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
