use copydesk_bundle::{Bundle, Dialect, Reader, Stream, pack_document, read, sniff, unpack_plan};

/// Bundles of any dialect: pieces tile the bytes, streams say the same, and what is packed is read back.
pub fn bundle(bytes: &[u8]) {
    let _ = sniff(bytes);
    check(bytes, Reader::new());
    for dialect in Dialect::ALL {
        check(bytes, Reader::new().dialect(dialect));
    }
    round_trip(&read(bytes));
}

fn check(bytes: &[u8], reader: Reader) {
    let bundle = reader.read(bytes);
    tiles(bytes, &bundle);
    streams(bytes, reader, &bundle);
}

fn tiles(bytes: &[u8], bundle: &Bundle<'_>) {
    let mut end = 0;
    for piece in bundle.pieces() {
        assert_eq!(piece.span.start, end, "a gap before {piece:?}");
        end = piece.span.end;
    }
    assert_eq!(end, bytes.len(), "bytes behind the last piece");
    let _ = (bundle.verify().count(), unpack_plan(bundle).is_ok());
}

fn streams(bytes: &[u8], reader: Reader, whole: &Bundle<'_>) {
    let mut stream = Stream::new(bytes, reader).batch_size(64);
    let mut documents = 0;
    while let Ok(Some(batch)) = stream.next_batch() {
        for document in &batch.bundle().documents {
            assert_eq!(Some(document), whole.documents.get(documents));
            documents += 1;
        }
        stream.recycle(batch);
    }
    assert_eq!(documents, whole.documents.len());
}

fn round_trip(bundle: &Bundle<'_>) {
    let mut packed = Vec::new();
    for document in &bundle.documents {
        pack_document(&mut packed, &document.name, &document.content, &document.headers);
    }
    let again = Reader::new().dialect(Dialect::Canonical).read(&packed);
    assert_eq!(again.documents.len(), bundle.documents.len());
    for (document, again) in bundle.documents.iter().zip(&again.documents) {
        assert_eq!((&document.name, &document.content), (&again.name, &again.content));
        assert_eq!(document.headers, again.headers);
    }
    assert_eq!(again.verify().count(), 0);
}
