//! Inputs for properties.

use proptest::prelude::*;

/// A document to pack.
#[derive(Clone, Debug)]
pub(crate) struct Packed {
    pub(crate) name: String,
    pub(crate) content: Vec<u8>,
    pub(crate) headers: Vec<(String, String)>,
}

/// Documents of any name, content and headers, with what trips up readers more often than by chance.
pub(crate) fn documents() -> impl Strategy<Value = Vec<Packed>> {
    let headers = prop::collection::vec((text(), text()), 0..4);
    let document = (text(), bundle_like(), headers).prop_map(|(name, content, headers)| Packed {
        name,
        content,
        headers,
    });
    prop::collection::vec(document, 1..6)
}

/// Bytes in which marker lines, whole and broken ones, are frequent.
pub(crate) fn bundle_like() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop_oneof![
        4 => marker().prop_map(String::into_bytes),
        4 => other_marker(),
        2 => prop::sample::select(vec!["\n", "\r\n", "\r", " ", "\u{feff}", "\0", "", "\"", "=", "--", "text\n"])
            .prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(fragment, 0..24).prop_map(|fragments| fragments.concat())
}

fn marker() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec!["=== FILE: ", "=== ", "==> ", "-- "]);
    let end = prop::sample::select(vec![" ===", " <==", " --"]);
    let attributes =
        prop::sample::select(vec!["", " bytes=0", " bytes=1", " bytes=9", " bytes=99", " x", " k=\"v"]);
    let line_end = prop::sample::select(vec!["\n", "\r\n", " \n", ""]);
    (start, "[ab]?(\\.txt)?", attributes, end, line_end).prop_map(
        |(start, name, attributes, end, line_end)| [start, &name, attributes, end, line_end].concat(),
    )
}

/// Lines and blocks of lines of dialects with more than one of them, whole and broken.
fn other_marker() -> impl Strategy<Value = Vec<u8>> {
    let blocks = vec![
        "----- BEGIN FILE a.txt -----\n",
        "=== BEGIN DOCUMENT: b ===\r\n",
        "----- END FILE a.txt -----\n",
        "--- END FILE ---\n",
        "================\nFile: a.txt\n================\n",
        "================\nFile: b\n",
        "=====\nFILE: a.txt\n=====\n",
        "================================================================\n",
        "End of Codebase\n",
        "<file path=\"a.txt\">\n",
        "<file name='b'>\r\n",
        "</file>\n",
        "<document index=\"1\">\n<source>a.txt</source>\n<document_content>\n",
        "<document>\n<source>b</source>\n",
        "</document_content>\n</document>\n",
        "a.txt\n---\n",
        "\n---\n",
        "---\n",
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: u\r\nContent-Length: 4\r\n\r\nText\r\n\r\n",
        "WARC/1.1\nWARC-Type: conversion\nContent-Length: 40\n\n",
        "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 9\r\n\r\nsoftware\n\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Tar",
        "WARC/1.",
        "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 1\r\n\r\n",
        "{\"id\": \"a\", \"text\": \"One\\n\\u00e9\"}\n",
        "{\"url\": 7, \"body\": \"\", \"date\": \"2017-05-03\"} \r\n",
        "{\"id\": 1}\n",
        "{\"text\": \"open\n",
        "1 of 2 DOCUMENTS\n",
        "   3 of 2 DOCUMENTS\r\n",
    ];
    (prop::sample::select(blocks), 0_usize..4)
        .prop_map(|(block, cut)| block.as_bytes()[..block.len() - if cut > 2 { cut } else { 0 }].to_vec())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "a", "a.txt", "bytes", "sha256", "a b", "", "\\", "===", "k=v", "\"", "\u{2028}"
        ])
        .prop_map(str::to_owned),
        "[a-c=\"\\\\ \n\r\t\u{0}\u{85}\u{a0}é]{0,6}",
        any::<String>(),
    ]
}
