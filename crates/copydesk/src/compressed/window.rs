use memchr::memmem;
use std::io::{self, BufRead, ErrorKind, Read};

/// Bytes on their way, of which the last ones can be read once more and the next ones looked at.
pub(crate) struct Window<R> {
    from: R,
    buffer: Vec<u8>,
    /// Place of the next byte in `buffer`.
    at: usize,
    /// Bytes that came before `buffer`.
    before: u64,
    /// An error that was met behind bytes that come first.
    fault: Option<io::Error>,
    has_failed: bool,
}

/// Bytes read at once.
const CHUNK: usize = 128 << 10;

impl<R: Read> Window<R> {
    /// Bytes that can be gone back, at least, unless there are fewer.
    pub(crate) const BEHIND: usize = 128 << 10;

    pub(crate) fn new(from: R) -> Self {
        Self { from, buffer: Vec::new(), at: 0, before: 0, fault: None, has_failed: false }
    }

    /// How many bytes came before the next one.
    pub(crate) fn position(&self) -> u64 {
        self.before + self.at as u64
    }

    /// Whether the bytes themselves could not be read.
    pub(crate) const fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// Makes a byte the next one again, or the first that is still held.
    pub(crate) fn go_back(&mut self, position: u64) {
        self.at = (position.saturating_sub(self.before) as usize).min(self.at);
    }

    /// The next bytes: at least so many, unless there are fewer.
    pub(crate) fn ahead(&mut self, count: usize) -> io::Result<&[u8]> {
        while self.buffer.len() - self.at < count && self.refill()? > 0 {}
        Ok(&self.buffer[self.at..])
    }

    /// Goes on to where the bytes wanted begin; else to the end.
    pub(crate) fn find(&mut self, wanted: &[u8]) -> io::Result<bool> {
        loop {
            let ahead = self.ahead(wanted.len())?;
            if let Some(found) = memmem::find(ahead, wanted) {
                self.consume(found);
                return Ok(true);
            }
            let (passed, is_end) =
                ((ahead.len() + 1).saturating_sub(wanted.len()), ahead.len() < wanted.len());
            if is_end {
                self.at = self.buffer.len();
                return Ok(false);
            }
            self.consume(passed);
        }
    }

    /// Goes on to the next byte that is not NUL.
    pub(crate) fn skip_nul(&mut self) -> io::Result<()> {
        loop {
            let ahead = self.fill_buf()?;
            let (length, count) = (ahead.len(), ahead.iter().take_while(|byte| **byte == 0).count());
            self.consume(count);
            if count < length || length == 0 {
                return Ok(());
            }
        }
    }

    /// Reads on, and forgets what is far behind.
    fn refill(&mut self) -> io::Result<usize> {
        let forgotten = self.at.saturating_sub(Self::BEHIND);
        self.buffer.drain(..forgotten);
        self.before += forgotten as u64;
        self.at -= forgotten;
        let length = self.buffer.len();
        self.buffer.resize(length + CHUNK, 0);
        let read = self.read(length);
        self.buffer.truncate(length + read.as_ref().copied().unwrap_or_default());
        self.has_failed |= read.is_err();
        read
    }

    /// Fills the buffer from this place on, however few bytes come at a time: what a decoder sees at once decides how far it
    /// comes with damaged data.
    fn read(&mut self, place: usize) -> io::Result<usize> {
        let mut end = place;
        while end < self.buffer.len() && self.fault.is_none() {
            match self.from.read(&mut self.buffer[end..]) {
                Ok(0) => break,
                Ok(count) => end += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => self.fault = Some(error),
            }
        }
        match self.fault.take_if(|_| end == place) {
            Some(error) => Err(error),
            None => Ok(end - place),
        }
    }
}

impl<R: Read> BufRead for Window<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.ahead(1)
    }

    fn consume(&mut self, count: usize) {
        self.at = (self.at + count).min(self.buffer.len());
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}
