//! Numbers of lines, for messages.

use memchr::memchr_iter;
use std::sync::OnceLock;

/// Tells which line of a text a byte stands on. The text is counted through once, at the first question, and not again for
/// each of its faults.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    /// Line feeds before each block of the text.
    before: OnceLock<Vec<usize>>,
}

/// Bytes between two counts that are remembered.
const BLOCK: usize = 4 << 10;

impl Lines {
    /// Number of the line, from 1, that a byte stands on. The text must be the same each time.
    pub(crate) fn number(&self, text: &[u8], at: usize) -> usize {
        let before = self.before.get_or_init(|| counts(text));
        let block = at.min(text.len()) / BLOCK;
        let counted = before.get(block).copied().unwrap_or_default();
        counted + number(&text[block * BLOCK..], at - block * BLOCK)
    }
}

/// The same for a text that is asked about only once or twice.
pub(crate) fn number(text: &[u8], at: usize) -> usize {
    feeds(text.get(..at).unwrap_or(text)) + 1
}

fn counts(text: &[u8]) -> Vec<usize> {
    let sums = text.chunks(BLOCK).scan(0, |sum, block| {
        *sum += feeds(block);
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

fn feeds(text: &[u8]) -> usize {
    memchr_iter(b'\n', text).count()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Lines, number};

    #[test]
    fn blocks_count_like_the_whole() {
        let text: Vec<u8> = (0..3 * BLOCK).map(|at| if at % 37 == 5 { b'\n' } else { b'a' }).collect();
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, text.len()] {
            let (text, lines) = (&text[..length], Lines::default());
            for at in (0..length + 50).step_by(7).chain([length]) {
                assert_eq!(lines.number(text, at), number(text, at), "{at} of {length}");
            }
        }
    }
}
