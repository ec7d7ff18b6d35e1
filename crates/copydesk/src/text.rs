use crate::batch::{Batch, Content};
use crate::compressed::{Format, Limits, Loss, Members};
use crate::decode::{Kind, is_utf16};
use crate::facts::Facts;
use crate::intake::Intake;
use crate::origin::{Bytes, Origin};
use crate::utf16::{self, Transcoded};
use crate::{Notice, Severity};
use copydesk_bundle::{Names, Stream};
use crossbeam_channel::{Receiver, Sender, unbounded};
use encoding_rs::Encoding;
use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The text of a file or stream on its way into documents: decompressed, and in UTF-8 if it is a bundle in UTF-16.
pub(crate) struct Text {
    facts: Arc<Facts>,
    stream: Stream<Bytes>,
    /// What is odd about the bytes, as they are read.
    notices: Receiver<Notice>,
    position: Position,
    /// The position up to which batches were made.
    read: u64,
    spent: Sender<copydesk_bundle::Batch>,
    spares: Receiver<copydesk_bundle::Batch>,
}

/// Bytes of an input, as it is stored, that were read so far.
type Position = Arc<AtomicU64>;

impl Text {
    /// A text whose documents' names are counted on.
    pub(crate) fn open(origin: &Origin, mut facts: Facts, intake: &Intake, names: Names) -> io::Result<Self> {
        let (report, notices) = unbounded();
        let position = Position::default();
        let (bytes, encoding) = open(origin, intake, &position, &facts.name, &report)?;
        facts.common_code = encoding.map(|encoding| Kind::Decoded { encoding }.code());
        let (spent, spares) = unbounded();
        let reader = intake.reader().map_err(io::Error::other)?.title(&facts.title);
        let (facts, stream) = (Arc::new(facts), Stream::new(bytes, reader).names(names));
        Ok(Self { facts, stream, notices, position, read: 0, spent, spares })
    }

    /// The next documents; none after the last one.
    pub(crate) fn next_batch(&mut self) -> io::Result<Option<Batch>> {
        while let Ok(batch) = self.spares.try_recv() {
            self.stream.recycle(batch);
        }
        let Some(batch) = self.stream.next_batch()? else { return Ok(None) };
        let content = Content::Bundle { batch, spent: self.spent.clone() };
        let position = self.position.load(Ordering::Relaxed);
        let read = position - std::mem::replace(&mut self.read, position);
        Ok(Some(Batch::new(self.facts.clone(), content, read)))
    }

    /// The names that have come so far.
    pub(crate) fn into_names(self) -> Names {
        self.stream.into_names()
    }

    /// What was odd about the bytes that were read since the last call.
    pub(crate) fn notices(&self) -> impl Iterator<Item = Notice> {
        self.notices.try_iter()
    }
}

/// The start of the text of a file or stream: what its dialect is judged by.
pub(crate) fn head(origin: &Origin, intake: &Intake) -> io::Result<Vec<u8>> {
    let (mut bytes, _) = open(origin, intake, &Position::default(), "", &unbounded().0)?;
    peek(&mut bytes, SNIFFED)
}

fn open(
    origin: &Origin,
    intake: &Intake,
    position: &Position,
    file: &str,
    report: &Sender<Notice>,
) -> io::Result<(Bytes, Option<&'static Encoding>)> {
    let bytes = Counted { bytes: origin.open()?, position: position.clone() };
    in_utf8(decompressed(bytes, intake, file, report)?, file, report)
}

/// Counts bytes as they are read.
struct Counted {
    bytes: Bytes,
    position: Position,
}

impl Read for Counted {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(out)?;
        self.position.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// Bytes that tell how an input is compressed.
const MAGIC: usize = 4;
/// Bytes that [`copydesk_bundle::sniff`] looks at.
const SNIFFED: usize = 1 << 20;
/// Bytes that tell whether a text in UTF-16 is a bundle.
const HEAD: usize = 256 << 10;

/// The bytes, decompressed if they begin like something compressed.
fn decompressed(
    mut bytes: Counted,
    intake: &Intake,
    file: &str,
    report: &Sender<Notice>,
) -> io::Result<Bytes> {
    let head = peek(&mut bytes, MAGIC)?;
    let format = Format::of(&head);
    let bytes = Cursor::new(head).chain(bytes);
    let Some(format) = format else { return Ok(Box::new(bytes)) };
    let (file, report) = (file.to_owned(), report.clone());
    let lost = move |loss: Loss| drop(report.send(lost(&file, &loss)));
    let limits = Limits { ratio: intake.max_ratio };
    Ok(Box::new(Members::new(bytes, format, limits, Box::new(lost))))
}

/// The bytes, in UTF-8 if they are a bundle in UTF-16, and in which kind of it.
fn in_utf8(
    mut bytes: Bytes,
    file: &str,
    report: &Sender<Notice>,
) -> io::Result<(Bytes, Option<&'static Encoding>)> {
    let mut head = peek(&mut bytes, 2)?;
    if is_utf16(&head) {
        head.extend(peek(&mut bytes, HEAD)?);
    }
    let encoding = utf16::encoding(&head);
    let bytes = Cursor::new(head).chain(bytes);
    let Some(encoding) = encoding else { return Ok((Box::new(bytes), None)) };
    let _ = report.send(transcoded(file, &Kind::Decoded { encoding }, 0));
    let (file, report) = (file.to_owned(), report.clone());
    let fault = move |at| drop(report.send(transcoded(&file, &Kind::Undecodable { encoding }, at as usize)));
    Ok((Box::new(Transcoded::new(bytes, encoding, Box::new(fault))), Some(encoding)))
}

/// The next bytes: so many, unless there are fewer.
fn peek(bytes: &mut impl Read, count: usize) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    bytes.take(count as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn lost(file: &str, loss: &Loss) -> Notice {
    Notice {
        severity: Severity::Problem,
        code: loss.kind.code().into(),
        file: file.to_owned(),
        offset: loss.at as usize,
        message: loss.to_string(),
        excerpt: None,
    }
}

fn transcoded(file: &str, kind: &Kind, at: usize) -> Notice {
    Notice {
        severity: kind.severity(),
        code: kind.code(),
        file: file.to_owned(),
        offset: at,
        message: match kind {
            Kind::Decoded { .. } => format!("{kind}, and places in it count UTF-8"),
            _ => kind.to_string(),
        },
        excerpt: None,
    }
}
