use crate::batch::Batch;
use crate::buffer::Buffer;
use crate::dialect::Dialect;
use crate::issue::Issue;
use crate::names::Names;
use crate::reader::Reader;
use crate::sniff::HEAD;
use crate::split::{Need, Splitter, Step};
use crate::window::Window;
use memchr::memchr_iter;
use std::io::{self, Read};
use std::mem;
use std::ops::Range;

/// Bytes that nobody needs are passed over at once if there are more of them; fewer are handed out with the rest.
const SMALLEST_GAP: usize = 256 << 10;

/// Reads a bundle piece by piece, from whatever can be read.
///
/// Holds one batch, one document and one read at a time: some 66 MiB at most with the default limit of a document, and
/// usually one MiB.
#[derive(Debug)]
pub struct Stream<R> {
    input: R,
    reader: Reader,
    batch_size: usize,
    buffer: Buffer,
    is_end: bool,
    /// Those of earlier streams, until the splitter counts on.
    names: Names,
    /// None until the dialect is known.
    splitter: Option<Splitter>,
    /// The batch to come.
    batch: Batch,
    /// Whether the bytes of the batch are complete, because those after them were passed over.
    is_sealed: bool,
    /// Those before the buffer.
    line_feeds: usize,
}

impl<R: Read> Stream<R> {
    /// A stream that is read as the reader says.
    pub fn new(input: R, reader: Reader) -> Self {
        Self {
            input,
            reader,
            batch_size: 512 << 10,
            buffer: Buffer::default(),
            is_end: false,
            names: Names::default(),
            splitter: None,
            batch: Batch::default(),
            is_sealed: false,
            line_feeds: 0,
        }
    }

    /// Bytes of a batch, by default 512 KiB. Batches end with the document that reaches it.
    #[must_use]
    pub fn batch_size(self, bytes: usize) -> Self {
        Self { batch_size: bytes.max(1), ..self }
    }

    /// Counts names on that came in other streams: see [`into_names`](Self::into_names).
    #[must_use]
    pub fn names(self, names: Names) -> Self {
        Self { names, ..self }
    }

    /// The names that have come so far, for the next stream to count on.
    pub fn into_names(self) -> Names {
        self.splitter.map_or(self.names, Splitter::into_names)
    }

    /// The next documents; none after the last one. Where batches end depends on the input and the batch size alone.
    ///
    /// After an error of the input, the next call goes on reading it; if that gives no more bytes, what has been read
    /// is the bundle.
    pub fn next_batch(&mut self) -> io::Result<Option<Batch>> {
        self.sniff()?;
        while let Some(splitter) = &mut self.splitter {
            let window = Window::new(self.buffer.bytes(), self.buffer.start(), self.is_end);
            match splitter.step(&window) {
                Step::Start { dialect, preamble, issue } => self.begin(dialect, preamble, issue),
                Step::Lost(issue) => self.batch.lost.push(issue),
                Step::Document(entry) => {
                    self.batch.push(entry);
                    if self.is_sealed || self.ready() >= self.batch_size {
                        return Ok(Some(self.flush()));
                    }
                }
                Step::More(_) if self.is_worth_while() => return Ok(Some(self.flush())),
                Step::More(need) => self.more(&need)?,
                Step::End if self.batch.is_empty() => break,
                Step::End => return Ok(Some(self.flush())),
            }
        }
        Ok(None)
    }

    /// Takes a batch back that is of no more use, for its memory.
    pub fn recycle(&mut self, batch: Batch) {
        self.buffer.recycle(batch.bytes);
    }

    /// Finds out the dialect, if nobody gave it.
    fn sniff(&mut self) -> io::Result<()> {
        while self.splitter.is_none() {
            let missing = HEAD.saturating_sub(self.buffer.bytes().len());
            if self.is_end || missing == 0 || !self.reader.sniffs() {
                let names = mem::take(&mut self.names);
                self.splitter = Some(self.reader.splitter(self.buffer.bytes(), names));
            } else {
                self.fill(missing)?;
            }
        }
        Ok(())
    }

    fn fill(&mut self, bytes: usize) -> io::Result<()> {
        self.is_end = !self.buffer.fill(&mut self.input, bytes)?;
        Ok(())
    }

    fn begin(&mut self, dialect: Option<Dialect>, preamble: Range<usize>, issue: Option<Issue>) {
        self.batch.lost.extend(issue);
        if self.is_sealed && !preamble.is_empty() {
            // They might have been a document; they are a preamble.
            self.is_sealed = false;
            self.batch.bytes.clear();
            self.pass(preamble.end);
            self.batch.offset = preamble.end;
            self.batch.line_feeds = self.line_feeds;
        }
        (self.batch.dialect, self.batch.preamble) = (dialect, preamble);
    }

    /// Bytes up to the end of the last document of the batch.
    fn ready(&self) -> usize {
        self.batch.end() - self.batch.offset
    }

    /// Whether there is something to hand out before more is read.
    fn is_worth_while(&self) -> bool {
        !self.batch.entries.is_empty() && self.buffer.end() - self.batch.offset >= self.batch_size
    }

    /// Reads more, and passes over what is not needed.
    fn more(&mut self, need: &Need) -> io::Result<()> {
        if !self.is_sealed && need.from.saturating_sub(need.kept) > SMALLEST_GAP.min(self.batch_size) {
            self.seal(need.kept);
        }
        if self.is_sealed {
            self.pass(need.from);
        }
        self.fill(need.to.saturating_sub(self.buffer.end()).max(self.batch_size))
    }

    /// Hands the batch out as it is, and begins the next one.
    fn flush(&mut self) -> Batch {
        let end = self.batch.end();
        if self.is_sealed {
            self.pass(end);
        } else {
            self.seal(end);
        }
        self.is_sealed = false;
        let next = Batch {
            offset: end,
            first: self.batch.first + self.batch.entries.len(),
            line_feeds: self.line_feeds,
            dialect: self.batch.dialect,
            preamble: end..end,
            ..Batch::default()
        };
        mem::replace(&mut self.batch, next)
    }

    /// Gives the batch its bytes.
    fn seal(&mut self, end: usize) {
        self.batch.bytes = self.buffer.take(end);
        self.line_feeds += line_feeds(&self.batch.bytes);
        self.is_sealed = true;
    }

    fn pass(&mut self, to: usize) {
        let bytes = self.buffer.bytes();
        let len = to.saturating_sub(self.buffer.start()).min(bytes.len());
        self.line_feeds += line_feeds(&bytes[..len]);
        self.buffer.skip(to);
    }
}

fn line_feeds(bytes: &[u8]) -> usize {
    memchr_iter(b'\n', bytes).count()
}
