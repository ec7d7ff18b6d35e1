//! A bundle as large as asked for, from the pages of `fixtures/`: each copy with other numbers, other order, other gaps, and
//! as long, as dense in digits and short lines, and in such languages as pages of the web are.

use crate::score::read_gold;
use anyhow::{Context, Result, bail};
use fastrand::Rng;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

/// To be raised when the pages change: bundles stay on disk.
pub(super) const VERSION: u32 = 2;
/// Any number will do, as long as it stays: figures of different days must be of the same bytes.
const SEED: u64 = 20_170_531;
/// What follows was counted on 944 crawled pages of news. Bytes of text in paragraphs, and lines that are none.
const PROSE_BYTES: usize = 4_600;
const SHORT_LINES: usize = 105;
/// The length of a paragraph, and of most other lines, in bytes.
const PARAGRAPH_BYTES: usize = 390;
const SHORT_BYTES: usize = 60;
/// Pages in a hundred by language; the others share the rest.
const SHARES: [(&str, usize); 2] = [("de", 47), ("en", 34)];
/// One line in so many is left out.
const GAP: u32 = 33;

/// Writes pages until the bundle has `bytes`; the same pages for the same fixtures.
pub(super) fn write(fixtures: &Path, bundle: &Path, bytes: u64) -> Result<()> {
    let pages = Pages::read(fixtures)?;
    let mut rng = Rng::with_seed(SEED);
    let mut out = BufWriter::new(fs::File::create(bundle)?);
    let (mut written, mut number) = (0, 0_u32);
    while written < bytes {
        let page = varied(pages.draw(&mut rng), &mut rng);
        let marker = format!("==> source{:02}/{number:07}.txt <==\n", rng.u8(..40));
        out.write_all(marker.as_bytes())?;
        out.write_all(page.as_bytes())?;
        out.write_all(b"\n")?;
        written += (marker.len() + page.len() + 1) as u64;
        number += 1;
    }
    Ok(out.flush()?)
}

/// Texts to vary: those of each language of [`SHARES`], and last of all others.
struct Pages([Vec<String>; SHARES.len() + 1]);

impl Pages {
    fn read(fixtures: &Path) -> Result<Self> {
        let gold = read_gold(&fixtures.join("gold.jsonl"))?;
        let languages: BTreeMap<_, _> =
            gold.iter().filter_map(|page| Some((page["name"].as_str()?, page["lang"].as_str()?))).collect();
        let mut groups: [Vec<String>; SHARES.len() + 1] = Default::default();
        for (name, text) in pages(&fixtures.join("bundles"))? {
            let language = languages.get(name.as_str());
            let group = SHARES.iter().position(|(wanted, _)| language == Some(wanted));
            groups[group.unwrap_or(SHARES.len())].push(text);
        }
        if groups.iter().any(Vec::is_empty) {
            bail!("expected pages of each language in {}", fixtures.display());
        }
        Ok(Self(groups))
    }

    fn draw(&self, rng: &mut Rng) -> &str {
        let mut at = rng.usize(..100);
        let group = SHARES.iter().position(|(_, share)| {
            let is_here = at < *share;
            at = at.saturating_sub(*share);
            is_here
        });
        let group = &self.0[group.unwrap_or(SHARES.len())];
        &group[rng.usize(..group.len())]
    }
}

/// The pages in a folder's bundles, by name.
fn pages(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    let mut pages = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for line in text.lines() {
            match (marked(line), pages.last_mut()) {
                (Some(name), _) => pages.push((name.to_owned(), String::new())),
                (None, Some((_, page))) => page.extend([line, "\n"]),
                (None, None) => {}
            }
        }
    }
    // Others have no paragraph to take words from.
    pages.retain(|(_, page)| page.lines().any(is_paragraph));
    Ok(pages)
}

/// The name in a marker of the forms that the fixtures have.
fn marked(line: &str) -> Option<&str> {
    let framed = |open, close| line.strip_prefix(open)?.strip_suffix(close);
    let inside =
        framed("==> ", " <==").or_else(|| framed("=== ", " ===")).or_else(|| framed("-- ", " --"))?;
    inside.trim_start_matches("FILE: ").split(' ').next()
}

/// The page with its numbers redrawn, other paragraphs and as many as it takes, a few lines missing, and lists of links
/// around it.
fn varied(page: &str, rng: &mut Rng) -> String {
    let lines: Vec<&str> = page.lines().filter(|_| rng.u32(..GAP) != 0).collect();
    let chain = Chain::of(&page.lines().filter(|line| is_paragraph(line)).collect::<Vec<_>>());
    let places = lines.iter().filter(|line| is_paragraph(line)).count().max(1);
    let bytes = PROSE_BYTES / 2 + rng.usize(..PROSE_BYTES);
    let copies = (bytes / PARAGRAPH_BYTES).div_ceil(places);
    let links = (SHORT_LINES / 2 + rng.usize(..SHORT_LINES)).saturating_sub(lines.len() - places);
    let mut out = Vec::new();
    list(&mut out, links / 3, &chain, rng);
    for line in lines {
        if is_paragraph(line) {
            out.extend((0..copies).map(|_| paragraph(&chain, rng)));
        } else {
            out.push(line.to_owned());
        }
    }
    list(&mut out, links - links / 3, &chain, rng);
    redrawn(&out.join("\n"), rng)
}

fn is_paragraph(line: &str) -> bool {
    const BYTES: usize = 120;
    line.len() > BYTES
}

/// Something that looks like sentences, and a blank line.
fn paragraph(chain: &Chain, rng: &mut Rng) -> String {
    let bytes = PARAGRAPH_BYTES / 2 + rng.usize(..PARAGRAPH_BYTES);
    chain.text(bytes, rng) + "\n"
}

/// Short lines, as menus and teasers are.
fn list(out: &mut Vec<String>, lines: usize, chain: &Chain, rng: &mut Rng) {
    out.extend((0..lines).map(|_| {
        let gap = match rng.u32(..40) {
            0 => " 11.11.2011 22:22",
            1..10 => "\n",
            _ => "",
        };
        chain.text(1 + rng.usize(..SHORT_BYTES), rng) + gap
    }));
}

/// Which letters follow which two in a text: what is drawn from it has its letters, its words' lengths and its punctuation,
/// and as little repetition as real text has.
struct Chain {
    next: BTreeMap<[char; 2], Vec<char>>,
}

impl Chain {
    const START: [char; 2] = [' ', ' '];

    fn of(texts: &[&str]) -> Self {
        let mut next = BTreeMap::<_, Vec<char>>::new();
        for text in texts {
            let mut last = Self::START;
            for letter in text.chars() {
                next.entry(last).or_default().push(letter);
                last = [last[1], letter];
            }
        }
        Self { next }
    }

    /// A text of about so many bytes, to the end of a word.
    fn text(&self, bytes: usize, rng: &mut Rng) -> String {
        let mut text = String::new();
        let mut last = Self::START;
        while text.len() < bytes || (last[1] != ' ' && text.len() < bytes + SHORT_BYTES) {
            let letters = self.next.get(&last).or_else(|| self.next.get(&Self::START));
            let Some(letter) = letters.map(|letters| letters[rng.usize(..letters.len())]) else { break };
            text.push(letter);
            last = [last[1], letter];
        }
        text
    }
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
