//! Prints of lines: small numbers by which a line is known again on another page of its source.

use copydesk_lexicon::Hash;
use std::mem;
use std::ops::Range;

/// A line as a number. Lines that differ in figures alone have one print (`7 comments`, `12 comments`), and lines of
/// different parts of the page have different ones: a headline that other pages list under "Most read" is none the less
/// the headline of its own page.
pub(crate) type Print = u32;

/// From this many bytes on a line is a paragraph, and parts the page. A longer one is known by its beginning.
const LONG_BYTES: usize = 200;

/// The part of the page that a line stands in.
#[derive(Clone, Copy)]
enum Part {
    /// Above all paragraphs.
    Head,
    /// Between the first and the last.
    Middle,
    /// Below all paragraphs.
    Tail,
}

/// The prints of a page's lines, blank lines as `None`.
pub(crate) struct Prints {
    pub(crate) lines: Vec<Option<Print>>,
    /// What tells the page from others of its source: its paragraphs, or all its lines if it has none. Copies of an
    /// article with another menu round it are one page.
    pub(crate) page: u64,
}

impl Prints {
    /// Of the lines of a text, given where they are.
    pub(crate) fn of(text: &str, lines: impl Iterator<Item = Range<usize>>) -> Self {
        let lines: Vec<&str> = lines.map(|full| text[full].trim()).collect();
        let mut long: Option<Range<usize>> = None;
        let (mut paragraphs, mut all) = (Hash::default(), Hash::default());
        let hashes = hashes(&lines);
        for (at, (line, hash)) in lines.iter().zip(&hashes).enumerate() {
            all = all.with(hash.value());
            if line.len() >= LONG_BYTES {
                long = Some(long.map_or(at, |long| long.start)..at);
                paragraphs = paragraphs.with(hash.value());
            }
        }
        let page = if long.is_some() { paragraphs } else { all }.value();
        let long = long.unwrap_or_default();
        let print = |at: usize| (!lines[at].is_empty()).then(|| print(hashes[at], part(at, &long)));
        Self { lines: (0..lines.len()).map(print).collect(), page }
    }
}

fn part(at: usize, long: &Range<usize>) -> Part {
    match at {
        at if at < long.start => Part::Head,
        at if at <= long.end => Part::Middle,
        _ => Part::Tail,
    }
}

/// The hashes of lines, each number of theirs as one `0`.
fn hashes(lines: &[&str]) -> Vec<Hash> {
    let mut hashes = vec![Hash::default(); lines.len()];
    let mut plain = Vec::with_capacity(lines.len());
    for (at, head) in lines.iter().map(|line| head(line)).enumerate() {
        if has_figures(head) {
            hashes[at] = folded(head);
        } else if !head.is_empty() {
            plain.push((at, head));
        }
    }
    let (groups, rest) = plain.as_chunks::<ABREAST>();
    for group in groups {
        for ((at, _), hash) in group.iter().zip(abreast(group.map(|(_, head)| head))) {
            hashes[*at] = hash;
        }
    }
    for (at, head) in rest {
        hashes[*at] = with_all(Hash::default(), head);
    }
    hashes
}

/// The first bytes of a line.
fn head(line: &str) -> &[u8] {
    &line.as_bytes()[..line.len().min(LONG_BYTES)]
}

/// Without a branch, so that many bytes are looked at together.
fn has_figures(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit())
}

/// The hash of bytes, each number as one `0`.
fn folded(bytes: &[u8]) -> Hash {
    let mut in_number = false;
    bytes.iter().fold(Hash::default(), |hash, byte| {
        let goes_on = mem::replace(&mut in_number, byte.is_ascii_digit());
        match (goes_on, in_number) {
            (_, false) => hash.with(*byte),
            (false, true) => hash.with(b'0'),
            (true, true) => hash,
        }
    })
}

/// Lines that are hashed side by side: each byte waits for the one before it, but not for those of other lines.
const ABREAST: usize = 4;

fn abreast(lines: [&[u8]; ABREAST]) -> [Hash; ABREAST] {
    let least = lines.iter().map(|line| line.len()).min().unwrap_or_default();
    let heads = lines.map(|line| &line[..least]);
    let mut hashes = [Hash::default(); ABREAST];
    for at in 0..least {
        for (hash, head) in hashes.iter_mut().zip(&heads) {
            *hash = hash.with(head[at]);
        }
    }
    for (hash, line) in hashes.iter_mut().zip(lines) {
        *hash = with_all(*hash, &line[least..]);
    }
    hashes
}

/// Eight bytes a step: there is little else to do for each.
fn with_all(hash: Hash, bytes: &[u8]) -> Hash {
    let (eights, rest) = bytes.as_chunks::<8>();
    let all = |hash: Hash, bytes: &[u8]| bytes.iter().fold(hash, |hash, byte| hash.with(*byte));
    all(eights.iter().fold(hash, |hash, eight| all(hash, eight)), rest)
}

/// Both halves of the hash in one: the lower bits of an FNV hash know little of its first pieces.
fn print(hash: Hash, part: Part) -> Print {
    let hash = hash.with(part as u8).value();
    (hash ^ hash >> 32) as Print
}
