use crate::batch::{Batch, Content};
use crate::compressed::{Format, Limits, Loss, Members};
use crate::copy::is_no_copy;
use crate::decode::{Kind, is_utf16};
use crate::facts::Facts;
use crate::intake::Intake;
use crate::origin::{Bytes, Origin};
use crate::utf16::{self, Transcoded};
use crate::{Notice, Severity};
use copydesk_bundle::{Names, Stream};
use crossbeam_channel::{Receiver, Sender, unbounded};
use encoding_rs::Encoding;
use std::io::{self, Cursor, ErrorKind, Read};
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
    let bytes = Counted {
        bytes: origin.open()?,
        position: position.clone(),
        file: file.to_owned(),
        report: report.clone(),
        is_over: false,
    };
    in_utf8(decompressed(bytes, intake, file, report)?, file, report)
}

/// Counts bytes as they are read. An input that cannot be read on ends there, and that is said: what came before is as good as
/// it was.
struct Counted {
    bytes: Bytes,
    position: Position,
    /// What messages call the input, and where they go.
    file: String,
    report: Sender<Notice>,
    is_over: bool,
}

impl Read for Counted {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.is_over {
            return Ok(0);
        }
        match self.bytes.read(out) {
            Ok(count) => {
                self.position.fetch_add(count as u64, Ordering::Relaxed);
                Ok(count)
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Err(error),
            Err(error) => self.end(error),
        }
    }
}

impl Counted {
    /// Of an input of which nothing can be read nothing is to be saved, and without a copy there is no second pass.
    fn end(&mut self, error: io::Error) -> io::Result<usize> {
        let position = self.position.load(Ordering::Relaxed);
        if position == 0 || is_no_copy(&error) {
            return Err(error);
        }
        self.is_over = true;
        let _ = self.report.send(unreadable(&self.file, position, &error));
        Ok(0)
    }
}

/// Bytes that tell how an input is compressed.
pub(crate) const MAGIC: usize = 4;
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
pub(crate) fn peek(bytes: &mut impl Read, count: usize) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    bytes.take(count as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn unreadable(file: &str, at: u64, error: &io::Error) -> Notice {
    Notice {
        severity: Severity::Problem,
        code: "unreadable".into(),
        file: file.to_owned(),
        offset: at as usize,
        message: format!("expected what can be read, found: {error}; the rest is left out"),
        excerpt: None,
    }
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

#[cfg(test)]
mod tests {
    use super::{Counted, Position};
    use crossbeam_channel::unbounded;
    use std::io::{self, Read};

    /// Some bytes, then an error, and nothing but errors.
    struct Broken(&'static [u8]);

    impl Read for Broken {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            match self.0.read(out)? {
                0 => Err(io::Error::other("a broken block")),
                count => Ok(count),
            }
        }
    }

    /// Reads such bytes to their end; what is said of it.
    fn read(bytes: &'static [u8]) -> io::Result<Vec<String>> {
        let ((report, notices), mut text) = (unbounded(), Vec::new());
        let (bytes, file) = (Box::new(Broken(bytes)), "pages".to_owned());
        let position = Position::default();
        Counted { bytes, position, file, report, is_over: false }.read_to_end(&mut text)?;
        assert_eq!(text, b"a page");
        Ok(notices.iter().map(|notice| notice.to_string()).collect())
    }

    #[test]
    fn what_was_read_before_an_error_is_no_less_good() {
        let said = read(b"a page").expect("the page");
        assert_eq!(
            said,
            ["error: pages:6: expected what can be read, found: a broken block; the rest is left out"]
        );
        read(b"").expect_err("nothing to be saved");
    }
}
