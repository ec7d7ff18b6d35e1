//! What the fuzzer found worth keeping, by ordinary tests.

#![expect(clippy::panic, clippy::print_stdout, reason = "a test that fails says on what")]

use copydesk_bundle::read;
use std::fs;
use std::path::Path;

/// Runs one target over its corpus, which is a bundle.
#[track_caller]
fn replay(target: &str, check: fn(&[u8])) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("corpus/{target}.bundle"));
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let corpus = read(&bytes);
    assert!(corpus.documents.len() >= 100, "{} has only {}", path.display(), corpus.documents.len());
    assert_eq!(corpus.verify().count(), 0, "{} is damaged", path.display());
    for document in &corpus.documents {
        // The last one is that which fails.
        println!("{target}/{}", document.name);
        check(&document.content);
    }
}

#[test]
fn articles() {
    replay("article", copydesk_fuzz::article);
}

#[test]
fn blocks() {
    replay("blocks", copydesk_fuzz::blocks);
}

#[test]
fn bundles() {
    replay("bundle", copydesk_fuzz::bundle);
}

#[test]
fn bylines() {
    replay("bylines", copydesk_fuzz::bylines);
}

#[test]
fn dates() {
    replay("dates", copydesk_fuzz::dates);
}

#[test]
fn tables() {
    replay("tables", copydesk_fuzz::tables);
}
