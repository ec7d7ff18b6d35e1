//! Bytes of a stream that are in memory.

use std::io::{self, Read};

/// A buffer that is larger than this is not kept for later.
const LARGEST_SPARE: usize = 4 << 20;
/// How many buffers are kept: one for each batch that a busy reader's threads have in hand.
const MOST_SPARES: usize = 16;

/// What has been read and is still of use, and buffers to read more into.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    /// Bytes at the front that are of no more use.
    spent: usize,
    /// Offset in the stream of the first byte of use.
    start: usize,
    spares: Vec<Vec<u8>>,
}

impl Buffer {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[self.spent..]
    }

    pub(crate) const fn start(&self) -> usize {
        self.start
    }

    pub(crate) fn end(&self) -> usize {
        self.start + self.bytes().len()
    }

    /// Reads that many bytes, or what is left of the stream; whether all of them came.
    pub(crate) fn fill(&mut self, reader: &mut impl Read, bytes: usize) -> io::Result<bool> {
        self.tidy(0);
        Ok(reader.take(bytes as u64).read_to_end(&mut self.bytes)? == bytes)
    }

    /// Takes all bytes before an offset out. Of these and those after them the fewer are copied.
    pub(crate) fn take(&mut self, to: usize) -> Vec<u8> {
        let len = to.saturating_sub(self.start).min(self.bytes().len());
        let mut other = self.spares.pop().unwrap_or_default();
        other.clear();
        if self.spent == 0 && self.bytes.len() - len <= len {
            other.extend_from_slice(&self.bytes[len..]);
            self.bytes.truncate(len);
            self.start += len;
            return std::mem::replace(&mut self.bytes, other);
        }
        other.extend_from_slice(&self.bytes()[..len]);
        self.skip(to);
        other
    }

    /// Forgets all bytes before an offset.
    pub(crate) fn skip(&mut self, to: usize) {
        let len = to.saturating_sub(self.start).min(self.bytes().len());
        self.spent += len;
        self.start += len;
        self.tidy(self.bytes.len() / 2);
    }

    pub(crate) fn recycle(&mut self, bytes: Vec<u8>) {
        if self.spares.len() < MOST_SPARES && (1..=LARGEST_SPARE).contains(&bytes.capacity()) {
            self.spares.push(bytes);
        }
    }

    /// Moves the bytes to the front, if more than a number of spent ones stand there.
    fn tidy(&mut self, tolerated: usize) {
        if self.spent > tolerated {
            self.bytes.drain(..self.spent);
            self.spent = 0;
        }
    }
}
