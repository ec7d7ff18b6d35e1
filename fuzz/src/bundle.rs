use copydesk_bundle::{Bundle, Dialect, Reader, pack_document, read, sniff, unpack_plan};

/// Bundles of any dialect: pieces tile the bytes, and what is packed is read back.
pub fn bundle(bytes: &[u8]) {
    let _ = sniff(bytes);
    tiles(bytes, &read(bytes));
    for dialect in Dialect::ALL {
        tiles(bytes, &Reader::new().dialect(dialect).read(bytes));
    }
    round_trip(&read(bytes));
}

fn tiles(bytes: &[u8], bundle: &Bundle<'_>) {
    let mut end = 0;
    for piece in bundle.pieces() {
        assert_eq!(piece.span.start, end, "a gap before {piece:?}");
        end = piece.span.end;
    }
    assert_eq!(end, bytes.len(), "bytes behind the last piece");
    for document in &bundle.documents {
        assert_eq!(document.content, &bytes[document.span.clone()]);
    }
    let _ = (bundle.verify().count(), unpack_plan(bundle).is_ok());
}

fn round_trip(bundle: &Bundle<'_>) {
    let mut packed = Vec::new();
    for document in &bundle.documents {
        pack_document(&mut packed, &document.name, document.content, &document.headers);
    }
    let again = Reader::new().dialect(Dialect::Canonical).read(&packed);
    assert_eq!(again.documents.len(), bundle.documents.len());
    for (document, again) in bundle.documents.iter().zip(&again.documents) {
        assert_eq!((&document.name, document.content), (&again.name, again.content));
        assert_eq!(document.headers, again.headers);
    }
    assert_eq!(again.verify().count(), 0);
}
