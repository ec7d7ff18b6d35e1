use crate::arbitrary::{Packed, documents};
use copydesk_bundle::{Bundle, Dialect, Reader, pack_document, read};
use proptest::prelude::*;
use std::borrow::Cow;

#[track_caller]
fn check(name: &str, content: &[u8], headers: &[(&str, &str)], marker: &str) {
    let headers: Vec<_> = headers.iter().map(|(k, v)| (Cow::Borrowed(*k), Cow::Borrowed(*v))).collect();
    let mut packed = Vec::new();
    pack_document(&mut packed, name, content, &headers);
    let bundle = read(&packed);
    let document = &bundle.documents[0];
    assert_eq!((&*document.name, &*document.content, &document.headers), (name, content, &headers));
    let digest = document.sha256.unwrap().to_string();
    let written = std::str::from_utf8(&packed[document.marker.clone()]).unwrap();
    assert_eq!(written.replace(&digest, "…").trim_end(), marker);
}

#[test]
fn names_are_quoted_where_they_must() {
    check("a.txt", b"", &[], "=== FILE: a.txt bytes=0 sha256=… ===");
    check("é/a=b.txt", b"1", &[], "=== FILE: é/a=b.txt bytes=1 sha256=… ===");
    check("a b", b"\0", &[], r#"=== FILE: "a b" bytes=1 sha256=… ==="#);
    check("", b"", &[], r#"=== FILE: "" bytes=0 sha256=… ==="#);
    check("a\nb\"c\\ \u{1}\u{85}", b"", &[], r#"=== FILE: "a\nb\"c\\ \u{1}\u{85}" bytes=0 sha256=… ==="#);
    check(r"a\nb", b"", &[], r"=== FILE: a\nb bytes=0 sha256=… ===");
}

#[test]
fn headers_are_quoted_where_they_must() {
    let headers = [("url", "https://example.org/?a=b"), ("a=b", ""), ("bytes", "1 2"), ("", "\r\t\u{2028}")];
    let marker = r#"=== FILE: a bytes=0 sha256=… url=https://example.org/?a=b "a=b"="" bytes="1 2" ""="\r\t\u{2028}" ==="#;
    check("a", b"", &headers, marker);
}

#[test]
fn contents_hold_anything() {
    let marker = |bytes| format!("=== FILE: a bytes={bytes} sha256=… ===");
    check("a", b"=== FILE: b bytes=0 ===\n\n", &[], &marker(25));
    check("a", b"\r\n\0\xff no line end", &[], &marker(16));
    check("a", b"==> b <==\n\n==> c <==\n", &[], &marker(21));
}

fn pack(documents: &[Packed]) -> Vec<u8> {
    let mut out = Vec::new();
    for Packed { name, content, headers } in documents {
        let headers: Vec<_> = headers.iter().map(|(k, v)| (k.into(), v.into())).collect();
        pack_document(&mut out, name, content, &headers);
    }
    out
}

fn assert_holds(bundle: &Bundle<'_>, documents: &[Packed]) -> Result<(), TestCaseError> {
    prop_assert_eq!(bundle.documents.len(), documents.len());
    for (found, packed) in bundle.documents.iter().zip(documents) {
        let headers: Vec<_> = packed.headers.iter().map(|(k, v)| (k.into(), v.into())).collect();
        prop_assert_eq!(&found.name, &packed.name);
        prop_assert_eq!(&*found.content, &*packed.content);
        prop_assert_eq!(&found.headers, &headers);
    }
    Ok(())
}

/// Contents without a line that is a marker of any dialect.
fn plain_contents() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-c \r\n]{0,12}", 1..6)
}

proptest! {
    #[test]
    fn read_of_pack_is_the_same(documents in documents()) {
        let packed = pack(&documents);
        let bundle = read(&packed);
        prop_assert_eq!(bundle.dialect, Some(Dialect::Canonical));
        assert_holds(&bundle, &documents)?;
        let only_duplicates = bundle.issues.iter().all(|issue| issue.kind.code() == "duplicate_name");
        prop_assert!(only_duplicates);
        prop_assert_eq!(bundle.verify().count(), 0);
    }

    #[test]
    fn bundles_can_be_joined(first in documents(), second in documents()) {
        let packed = [pack(&first), pack(&second)].concat();
        assert_holds(&read(&packed), &[first, second].concat())?;
    }

    /// As `tail -n +1` prints files.
    #[test]
    fn tail_gives_back_the_files(contents in plain_contents()) {
        let files = contents.iter().enumerate().map(|(index, content)| format!("==> {index}.txt <==\n{content}"));
        let printed = files.collect::<Vec<_>>().join("\n");
        let bundle = read(printed.as_bytes());
        prop_assert_eq!(bundle.issues, []);
        let found: Vec<_> = bundle.documents.iter().map(|document| &*document.content).collect();
        prop_assert_eq!(found, contents.iter().map(String::as_bytes).collect::<Vec<_>>());
    }

    /// Files with a final line end come out the same, whatever introduces them.
    #[test]
    fn dialects_agree(contents in plain_contents(), sample in prop::sample::select(&Dialect::ALL[..4])) {
        let (start, end) = match sample {
            Dialect::Canonical => ("=== FILE: ", " ==="),
            Dialect::Tail => ("\n==> ", " <=="),
            Dialect::Txtar => ("-- ", " --"),
            _ => ("=== ", " ==="),
        };
        let files = contents.iter().enumerate().map(|(i, content)| format!("{start}{i}.txt{end}\n{content}\n"));
        let printed = files.collect::<String>();
        let bundle = read(printed.as_bytes());
        prop_assert_eq!(bundle.dialect, Some(sample));
        prop_assert_eq!(bundle.documents.len(), contents.len());
        for (found, content) in bundle.documents.iter().zip(&contents) {
            prop_assert_eq!(&*found.content, [content.as_bytes(), b"\n"].concat());
        }
    }

    /// A wrong count spoils its own document only.
    #[test]
    fn reading_resyncs(contents in plain_contents(), at in any::<prop::sample::Index>(), wrong in 0_usize..200) {
        let at = at.index(contents.len());
        let mut printed = String::new();
        for (index, content) in contents.iter().enumerate() {
            let count = if index == at { wrong } else { content.len() };
            printed.extend([&*format!("=== FILE: {index}.txt bytes={count} ===\n"), content, "\n"]);
        }
        let bundle = Reader::new().dialect(Dialect::Canonical).read(printed.as_bytes());
        for (index, content) in contents.iter().enumerate().filter(|(index, _)| *index != at) {
            let name = format!("{index}.txt");
            let found = bundle.documents.iter().find(|document| document.name == name);
            // The wrong count may happen to end right before another document.
            if let Some(found) = found {
                prop_assert_eq!(&*found.content, content.as_bytes());
            } else {
                let swallowing = &bundle.documents[at];
                prop_assert_eq!(swallowing.content.len(), wrong);
            }
        }
    }
}
