//! The rows hang on the pages alone: not on threads, not on the order of the pages, not on how they are bundled.

use crate::fixtures::{BUNDLES, options, packed, rows, rows_of, table_of};
use crate::row::{Row, parse};
use copydesk::Options;
use copydesk_bundle::{Document, pack_document};
use std::num::NonZeroUsize;

/// How often all pages are repeated to make a bundle of some megabytes: threads are handed less than one at a time.
const COPIES: usize = 40;

#[test]
fn threads_do_not_matter() {
    let packed = BUNDLES.map(packed).concat();
    let documents = copydesk_bundle::read(&packed).documents;
    let bundle = repeated(&documents);
    let table = |threads| {
        table_of(&bundle, &Options { threads: NonZeroUsize::new(threads).expect("threads"), ..options() })
    };
    let one = table(1);
    assert_eq!(parse(&one).len(), COPIES * documents.len());
    for threads in [2, 3] {
        assert!(table(threads) == one, "{threads} threads make another table");
    }
}

#[test]
fn input_order_does_not_matter() {
    let packed = BUNDLES.map(packed).concat();
    let mut documents = copydesk_bundle::read(&packed).documents;
    let straight = sorted(rows_of(&pack(&documents)));
    documents.reverse();
    assert_eq!(sorted(rows_of(&pack(&documents))), straight);
    let third = documents.len() / 3;
    documents.rotate_left(third);
    assert_eq!(sorted(rows_of(&pack(&documents))), straight);
}

#[test]
fn how_sources_are_bundled_does_not_matter() {
    let joined = rows_of(&BUNDLES.map(packed).concat());
    let apart = BUNDLES.into_iter().flat_map(|bundle| rows(bundle).to_vec());
    assert_eq!(print(&joined), print(&apart.collect::<Vec<_>>()));
}

#[test]
fn dialects_agree() {
    let packed = packed("folder");
    let documents = copydesk_bundle::read(&packed).documents;
    let expected = print(rows("folder"));
    let check = |dialect: &str, bundle: &[u8]| assert_eq!(print(&rows_of(bundle)), expected, "{dialect}");
    check("canonical", &packed);
    check("tail", &framed(&documents, |name| format!("==> {name} <==\n")));
    check("txtar", &framed(&documents, |name| format!("-- {name} --\n")));
    check("equals", &framed(&documents, |name| format!("=== {name} ===\n")));
}

/// The documents many times over, those of each round in a folder of their own.
fn repeated(documents: &[Document<'_>]) -> Vec<u8> {
    let mut bundle = Vec::new();
    for copy in 0..COPIES {
        for Document { name, content, headers, .. } in documents {
            pack_document(&mut bundle, &format!("{copy}/{name}"), content, headers);
        }
    }
    bundle
}

fn pack(documents: &[Document<'_>]) -> Vec<u8> {
    let mut bundle = Vec::new();
    for Document { name, content, headers, .. } in documents {
        pack_document(&mut bundle, name, content, headers);
    }
    bundle
}

/// The documents, each between a marker and an empty line.
fn framed(documents: &[Document<'_>], marker: impl Fn(&str) -> String) -> Vec<u8> {
    let pieces = documents.iter().map(|page| [marker(&page.name).as_bytes(), &page.content, b"\n"].concat());
    pieces.collect::<Vec<_>>().concat()
}

/// The rows in an order of their own. Which of two documents is called the second of its name hangs on the order.
fn sorted(rows: Vec<Row>) -> Vec<String> {
    let mut rows: Vec<_> = rows.into_iter().map(|row| row.without("warnings").to_string()).collect();
    rows.sort();
    rows
}

fn print(rows: &[Row]) -> Vec<String> {
    rows.iter().map(ToString::to_string).collect()
}
