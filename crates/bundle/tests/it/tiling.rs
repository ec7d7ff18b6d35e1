use crate::arbitrary::{bundle_like, documents};
use copydesk_bundle::{Bundle, Dialect, PieceKind, Reader, pack_document, read, sniff};
use proptest::prelude::*;

/// What holds for every bundle read from whatever bytes.
fn check(bytes: &[u8], bundle: &Bundle<'_>) -> Result<(), TestCaseError> {
    let pieces: Vec<_> = bundle.pieces().collect();
    let joined: Vec<u8> = pieces.iter().flat_map(|piece| bytes[piece.span.clone()].to_vec()).collect();
    prop_assert_eq!(joined, bytes);
    let contents = pieces.iter().filter(|piece| piece.kind == PieceKind::Content);
    for (piece, document) in contents.zip(&bundle.documents) {
        prop_assert_eq!(&piece.span, &document.span);
        let is_raw = bundle.dialect != Some(Dialect::JsonLines);
        prop_assert!(!is_raw || bytes[document.span.clone()] == *document.content);
    }
    for issue in &bundle.issues {
        prop_assert!(bytes.get(issue.span.clone()).is_some(), "{issue:?}");
        prop_assert!(issue.to_string().starts_with("expected "), "{issue}");
    }
    prop_assert!(bundle.issues.is_sorted_by_key(|issue| issue.document));
    let by_document: usize = (0..bundle.documents.len()).map(|index| bundle.issues_of(index).len()).sum();
    prop_assert_eq!(by_document, bundle.issues.iter().filter(|issue| issue.document.is_some()).count());
    Ok(())
}

fn check_all_readers(bytes: &[u8]) -> Result<(), TestCaseError> {
    let sniffed = read(bytes);
    prop_assert_eq!(sniffed.dialect, sniff(bytes).dialect());
    check(bytes, &sniffed)?;
    for dialect in Dialect::ALL {
        let forced = Reader::new().dialect(dialect).read(bytes);
        prop_assert!(forced.dialect.is_none_or(|found| found == dialect));
        check(bytes, &forced)?;
    }
    Ok(())
}

#[test]
fn pieces_of_a_tail_bundle() {
    let bytes = b"note\n==> a <==\nOne\n\n==> b <==\nTwo";
    let bundle = Reader::new().dialect(Dialect::Tail).read(bytes);
    let pieces = bundle.pieces().map(|piece| {
        format!("{:?} {}", piece.kind, String::from_utf8_lossy(&bytes[piece.span]).escape_debug())
    });
    insta::assert_snapshot!(pieces.collect::<Vec<_>>().join("\n"), @r"
    Preamble note\n
    Marker ==> a <==\n
    Content One\n
    Trailer \n
    Marker ==> b <==\n
    Content Two
    Trailer 
    ");
}

proptest! {
    #[test]
    fn any_bytes_tile(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_all_readers(&bytes)?;
    }

    #[test]
    fn marker_like_bytes_tile(bytes in bundle_like()) {
        check_all_readers(&bytes)?;
    }

    #[test]
    fn packed_bundles_tile(documents in documents(), cut in any::<prop::sample::Index>()) {
        let mut packed = Vec::new();
        for document in &documents {
            pack_document(&mut packed, &document.name, &document.content, &[]);
        }
        check_all_readers(&packed)?;
        check_all_readers(&packed[..cut.index(packed.len())])?;
        check_all_readers(&packed[cut.index(packed.len())..])?;
    }
}

/// Long inputs that a careless scan would read over and over; they end in seconds or not at all.
#[test]
fn hostile_inputs_are_read_in_linear_time() {
    let far = b"=== FILE: a bytes=4000000 ===\n".repeat(100_000);
    let one_line = [b"=== FILE: a bytes=30 ===\n".repeat(50_000), b"=== FILE: ".repeat(200_000)].concat();
    for bytes in [far, one_line, b"=".repeat(4_000_000), b"-- ".repeat(1_000_000), b"\n- ".repeat(1_000_000)]
    {
        let bundle = read(&bytes);
        assert_eq!(bundle.pieces().map(|piece| piece.span.len()).sum::<usize>(), bytes.len());
    }
}

/// The same for what trips up a single dialect.
#[test]
fn hostile_inputs_of_each_dialect_are_read_in_linear_time() {
    let families: [(&[u8], Dialect); 14] = [
        (b"--- BEGIN FILE a ---\n", Dialect::Begin),
        (b"BEGIN ", Dialect::Begin),
        (b"================\n", Dialect::Repomix),
        (b"=====\nFILE: a\n", Dialect::Gitingest),
        (b"<file path=\"a\">\n", Dialect::RepomixXml),
        (b"<document>\n<source>a</source>\n", Dialect::Documents),
        (b"\n---\n", Dialect::FilesToPrompt),
        (b"a.txt\n---\n", Dialect::FilesToPrompt),
        (b"WARC/1.0\r\n", Dialect::Wet),
        (b"WARC/1.0\nWARC-Type: conversion\nContent-Length: 1000000\n\n", Dialect::Wet),
        (b"WARC/1.0\nWARC-Type: request\nContent-Length: 1000000\n\n", Dialect::Wet),
        (b"{\"text\":\"\"}\n", Dialect::JsonLines),
        (b"[", Dialect::JsonLines),
        (b"1 of 2 DOCUMENTS\n", Dialect::LexisNexis),
    ];
    for (unit, dialect) in families {
        let bytes = unit.repeat(1_500_000 / unit.len());
        let bundle = Reader::new().dialect(dialect).read(&bytes);
        assert_eq!(bundle.pieces().map(|piece| piece.span.len()).sum::<usize>(), bytes.len());
    }
}
