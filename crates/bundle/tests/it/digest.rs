use copydesk_bundle::{Digest, IssueKind, pack_document, read};

#[test]
fn the_published_checksums() {
    // FIPS 180-2, appendix B.1, and the checksum of nothing.
    insta::assert_snapshot!(Digest::of(b"abc"), @"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    insta::assert_snapshot!(Digest::of(b""), @"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

#[test]
fn a_changed_byte_is_found() {
    let mut bundle = Vec::new();
    pack_document(&mut bundle, "a.txt", b"One", &[]);
    pack_document(&mut bundle, "b.txt", b"Two", &[]);
    let last = bundle.len() - 2;
    bundle[last] = b'0';
    let bundle = read(&bundle);
    assert_eq!(bundle.issues, []);
    assert_eq!(bundle.documents[0].verify(), None);
    let expected = IssueKind::Checksum { expected: Digest::of(b"Two"), found: Digest::of(b"Tw0") };
    assert_eq!(bundle.documents[1].verify(), Some(expected.clone()));
    assert_eq!(bundle.documents[1].compare(Digest::of(b"Tw0")), Some(expected));
    assert_eq!(bundle.verify().map(|issue| issue.document).collect::<Vec<_>>(), [Some(1)]);
}

#[test]
fn nothing_stated_is_nothing_wrong() {
    let bundle = read(b"==> a.txt <==\nOne");
    assert_eq!(bundle.documents[0].sha256, None);
    assert_eq!(bundle.verify().count(), 0);
    assert_eq!(bundle.documents[0].compare(Digest::of(b"Two")), None);
}
