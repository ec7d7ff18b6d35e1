//! How fast bundles are split: `cargo bench -p copydesk-bundle`.

#![allow(missing_docs, reason = "a benchmark")]

use copydesk_bundle::{Dialect, Reader, Stream, Writer, read, sniff};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

/// As many documents, and as long ones, as a small crawl has: 16 MB.
const DOCUMENTS: usize = 2_000;

const LINES: &str = "  • Home\n  • News — all of it\n\nA headline of the usual length, well-known words in it\n\n\
    By A. Writer | 3 May 2017\n\nA paragraph says, with a hyphen or two (state-of-the-art), what there is to say, \
    and it goes on for some hundred bytes, because that is how long paragraphs on pages tend to be.\n\
    - a list item\n    - one below it, https://example.org/?page=2\n";

const SPLIT: [Dialect; 6] = Writer::DIALECTS;

fn main() {
    divan::main();
}

#[divan::bench(args = SPLIT)]
fn split(bencher: Bencher<'_, '_>, dialect: Dialect) {
    let bundle = bundle(dialect);
    bencher.counter(BytesCount::of_slice(&bundle)).bench_local(|| read(black_box(&bundle)));
}

/// The same, read from a stream.
#[divan::bench(args = SPLIT)]
fn stream(bencher: Bencher<'_, '_>, dialect: Dialect) {
    let bundle = bundle(dialect);
    bencher.counter(BytesCount::of_slice(&bundle)).bench_local(|| {
        let mut stream = Stream::new(black_box(&*bundle), Reader::new());
        let mut documents = 0;
        while let Ok(Some(batch)) = stream.next_batch() {
            documents += batch.bundle().documents.len();
            stream.recycle(batch);
        }
        documents
    });
}

#[divan::bench]
fn sniff_only(bencher: Bencher<'_, '_>) {
    let bundle = bundle(Dialect::Tail);
    bencher.counter(BytesCount::of_slice(&bundle)).bench_local(|| sniff(black_box(&bundle)));
}

/// Every byte begins a marker, for all that the search for rare bytes can tell.
#[divan::bench]
fn split_rules(bencher: Bencher<'_, '_>) {
    let bundle = "=".repeat(16_000_000).into_bytes();
    bencher.counter(BytesCount::of_slice(&bundle)).bench_local(|| read(black_box(&bundle)));
}

#[divan::bench]
fn verify(bencher: Bencher<'_, '_>) {
    let bundle = bundle(Dialect::Canonical);
    let bundle = read(&bundle);
    let bytes: usize = bundle.documents.iter().map(|document| document.content.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| bundle.verify().count());
}

fn bundle(dialect: Dialect) -> Vec<u8> {
    let text = LINES.repeat(8_000 / LINES.len());
    let (mut bundle, writer) = (Vec::new(), Writer::new(dialect));
    let Ok(mut writer) = writer else { return bundle };
    for index in 0..DOCUMENTS {
        writer.write(&mut bundle, &format!("site/page{index}.txt"), text.as_bytes(), &[]);
    }
    bundle
}
