//! A bundle that comes bit by bit is the bundle in memory.

use crate::arbitrary::{bundle_like, documents};
use copydesk_bundle::{Batch, Bundle, Dialect, Document, Issue, IssueKind, Reader, Stream, pack_document};
use proptest::prelude::*;
use std::borrow::Cow;
use std::io::{self, Read};

/// Gives as many bytes at a time as the sizes say, over and over.
struct Chunks<'b> {
    rest: &'b [u8],
    sizes: std::iter::Cycle<std::vec::IntoIter<usize>>,
}

impl<'b> Chunks<'b> {
    fn new(bytes: &'b [u8], sizes: Vec<usize>) -> Self {
        Self { rest: bytes, sizes: sizes.into_iter().cycle() }
    }
}

impl Read for Chunks<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes.next().unwrap_or(1).min(into.len());
        self.rest.read(&mut into[..size])
    }
}

/// All batches of a stream as one bundle, after what holds for each of them.
#[track_caller]
fn join<R: Read>(bytes: &[u8], mut stream: Stream<R>) -> Bundle<'static> {
    let mut joined = Bundle::default();
    while let Some(batch) = stream.next_batch().unwrap() {
        check(bytes, &batch, joined.documents.len());
        let bundle = batch.bundle();
        if batch.first() == 0 {
            (joined.dialect, joined.preamble) = (bundle.dialect, bundle.preamble.clone());
        }
        let shift =
            |issue: Issue| Issue { document: issue.document.map(|index| index + batch.first()), ..issue };
        joined.issues.extend(bundle.issues.iter().cloned().map(shift));
        joined.issues.sort_by_key(|issue| issue.document);
        joined.documents.extend(bundle.documents.into_iter().map(owned));
        stream.recycle(batch);
    }
    joined
}

#[track_caller]
fn check(bytes: &[u8], batch: &Batch, first: usize) {
    assert_eq!(batch.first(), first);
    assert_eq!(&bytes[batch.offset()..batch.offset() + batch.bytes().len()], batch.bytes());
    let before = bytes[..batch.offset()].split(|byte| *byte == b'\n').count() - 1;
    assert_eq!(batch.line_feeds_before(), before);
}

fn owned(document: Document<'_>) -> Document<'static> {
    let headers = document.headers.into_iter();
    Document {
        name: Cow::Owned(document.name.into_owned()),
        headers: headers.map(|(k, v)| (Cow::Owned(k.into_owned()), Cow::Owned(v.into_owned()))).collect(),
        content: Cow::Owned(document.content.into_owned()),
        ..document
    }
}

/// Reads the bytes in memory and as a stream, in each dialect.
fn check_all(bytes: &[u8], sizes: &[usize], batch: usize, limit: usize) -> Result<(), TestCaseError> {
    let forced = Dialect::ALL.into_iter().map(|dialect| Reader::new().dialect(dialect));
    let pattern = Reader::new().marker("=+ (?:FILE: )?(.*) =+").unwrap();
    for reader in forced.chain([Reader::new(), pattern]) {
        let reader = reader.max_document(limit);
        let input = Chunks::new(bytes, sizes.to_vec());
        let found = join(bytes, Stream::new(input, reader.clone()).batch_size(batch));
        prop_assert_eq!(found, reader.read(bytes), "{:?} {:?}", reader, String::from_utf8_lossy(bytes));
    }
    Ok(())
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1_usize..40, 1..5)
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), sizes in sizes(), batch in 1_usize..64) {
        check_all(&bytes, &sizes, batch, usize::MAX)?;
    }

    #[test]
    fn marker_like_bytes(bytes in bundle_like(), sizes in sizes(), batch in 1_usize..64, limit in 0_usize..64) {
        check_all(&bytes, &sizes, batch, limit)?;
        check_all(&bytes, &sizes, batch, usize::MAX)?;
    }

    #[test]
    fn packed_bundles(documents in documents(), sizes in sizes(), batch in 1_usize..200, limit in 0_usize..64) {
        let mut packed = Vec::new();
        for document in &documents {
            pack_document(&mut packed, &document.name, &document.content, &[]);
        }
        check_all(&packed, &sizes, batch, limit)?;
        check_all(&packed, &sizes, batch, usize::MAX)?;
    }
}

/// Longer than what is sniffed, than a batch, and than what is passed over.
#[test]
fn long_bundles() {
    let long = "A line of text, and another one.\n".repeat(30_000);
    let bundle = |marker: &dyn Fn(usize) -> String| {
        let documents = (0..8).map(|index| {
            let len = [10, 200, 900_000, 0][index % 4];
            format!("{}{}\n", marker(index), &long[..len])
        });
        documents.collect::<String>().into_bytes()
    };
    let bundles = [
        bundle(&|index| format!("==> {index}.txt <==\n")),
        bundle(&|index| format!("=== FILE: {index}.txt ===\n")),
        bundle(&|index| format!("=== FILE: {index}.txt bytes={} ===\n", [10, 200, 900_000, 3][index % 4])),
        bundle(&|_| String::new()),
        b"=".repeat(3_000_000),
        b"\n".repeat(3_000_000),
        [b"\n".repeat(3_000_000), b"==> a <==\nOne\n\n==> b <==\nTwo\n".to_vec()].concat(),
    ];
    for bytes in &bundles {
        for limit in [1_000, 300_000, usize::MAX] {
            check_all(bytes, &[65_536], 512 << 10, limit).unwrap();
            check_all(bytes, &[1_000, 7], 100_000, limit).unwrap();
        }
    }
}

#[test]
fn a_document_beyond_the_limit_is_cut() {
    let bytes = b"=== FILE: a ===\nOne\nTwo\n=== FILE: b ===\nThree\n=== FILE: c bytes=9 ===\nFour-Five\n";
    let bundle = Reader::new().max_document(6).read(bytes);
    let found: Vec<_> = bundle.documents.iter().map(|document| &*document.content).collect();
    assert_eq!(found, [&b"One\nTw"[..], b"Three\n", b"Four-F"]);
    let issues: Vec<_> = bundle.issues.iter().map(|issue| (&issue.kind, issue.span.clone())).collect();
    let cut = |kept, found| IssueKind::Truncated { kept, found };
    assert_eq!(issues, [(&cut(6, 8), 16..22), (&cut(6, 9), 70..76)]);
    let pieces: usize = bundle.pieces().map(|piece| piece.span.len()).sum();
    assert_eq!(pieces, bytes.len());
}

/// A stream whose bytes nobody could hold.
struct Endless(usize);

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let len = self.0.min(into.len());
        into[..len].fill(b'x');
        self.0 -= len;
        Ok(len)
    }
}

#[test]
fn what_is_beyond_the_limit_is_not_held() {
    let input = (&b"==> a <==\n"[..]).chain(Endless(1 << 30)).chain(&b"\n\n==> b <==\nTwo"[..]);
    let reader = Reader::new().dialect(Dialect::Tail).max_document(1 << 20);
    let mut stream = Stream::new(input, reader);
    let first = stream.next_batch().unwrap().unwrap();
    assert!(first.bytes().len() < 2 << 20);
    let issue = &first.bundle().issues[0];
    insta::assert_snapshot!(issue, @"expected at most 1048576 bytes of content, found 1073741825; the rest is left out");
    let second = stream.next_batch().unwrap().unwrap();
    assert_eq!((second.first(), second.offset(), second.line_feeds_before()), (1, (1 << 30) + 12, 3));
    assert_eq!(&*second.bundle().documents[0].content, b"Two");
    assert!(stream.next_batch().unwrap().is_none());
}

/// Gives an error in the middle.
struct Faulty<'b>(Vec<&'b [u8]>);

impl Read for Faulty<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.0.first_mut() {
            None => Ok(0),
            Some(&mut []) => {
                self.0.remove(0);
                Err(io::Error::other("a broken block"))
            }
            Some(part) => part.read(into),
        }
    }
}

#[test]
fn reading_goes_on_after_an_error() {
    let input = Faulty(vec![b"==> a <==\nOn", b"e\n\n==> b <==\nTwo"]);
    let mut stream = Stream::new(input, Reader::new());
    assert!(stream.next_batch().is_err());
    assert!(stream.next_batch().is_err());
    let batch = stream.next_batch().unwrap().unwrap();
    assert_eq!(batch.bundle(), Reader::new().read(b"==> a <==\nOne\n\n==> b <==\nTwo"));
}

#[test]
fn nothing_is_said_once() {
    let mut stream = Stream::new(io::empty(), Reader::new());
    let batch = stream.next_batch().unwrap().unwrap();
    assert_eq!(batch.bundle(), Reader::new().read(b""));
    assert!(stream.next_batch().unwrap().is_none());
}
