//! Prints of lines: small numbers by which a line is known again on another page of its source.

use crate::line::Fulls;
use copydesk_lexicon::Hash;
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
    /// Of the lines of a text, as [`crate::Page::lines`] counts them.
    pub(crate) fn of(text: &str) -> Self {
        let mut long: Option<Range<usize>> = None;
        let (mut paragraphs, mut all) = (Hash::default(), Hash::default());
        let mut hashes = Vec::new();
        for (at, line) in Fulls::new(text).map(|full| text[full].trim()).enumerate() {
            let hash = hash(line);
            all = all.with(hash.value());
            if line.len() >= LONG_BYTES {
                long = Some(long.map_or(at, |long| long.start)..at);
                paragraphs = paragraphs.with(hash.value());
            }
            hashes.push((!line.is_empty()).then_some(hash));
        }
        let page = if long.is_some() { paragraphs } else { all }.value();
        let long = long.unwrap_or_default();
        let print = |(at, hash): (usize, Option<Hash>)| hash.map(|hash| print(hash, part(at, &long)));
        Self { lines: hashes.into_iter().enumerate().map(print).collect(), page }
    }
}

fn part(at: usize, long: &Range<usize>) -> Part {
    match at {
        at if at < long.start => Part::Head,
        at if at <= long.end => Part::Middle,
        _ => Part::Tail,
    }
}

fn hash(line: &str) -> Hash {
    let mut in_number = false;
    line.bytes().take(LONG_BYTES).fold(Hash::default(), |hash, byte| {
        let is_first = !in_number;
        in_number = byte.is_ascii_digit();
        match in_number {
            true if is_first => hash.with(b'0'),
            true => hash,
            false => hash.with(byte),
        }
    })
}

/// Both halves of the hash in one: the lower bits of an FNV hash know little of its first pieces.
fn print(hash: Hash, part: Part) -> Print {
    let hash = hash.with(part as u8).value();
    (hash ^ hash >> 32) as Print
}
