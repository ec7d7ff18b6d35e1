//! MB/s of each stage over a bundle: `cargo xtask bench` makes one and says where it lies.

#![allow(missing_docs, clippy::expect_used, reason = "benchmarks")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::sync::LazyLock;

/// The pages of the bundle that the environment names, up to the number of bytes that it names.
static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let path = std::env::var("COPYDESK_BENCH_BUNDLE")
        .expect("COPYDESK_BENCH_BUNDLE names a bundle: see `cargo xtask bench`");
    let limit = std::env::var("COPYDESK_BENCH_BYTES")
        .map_or(usize::MAX, |bytes| bytes.parse().expect("a number of bytes"));
    let bytes = std::fs::read(path).expect("the bundle is readable");
    let bundle = copydesk_bundle::read(&bytes);
    let mut left = limit;
    bundle
        .documents
        .iter()
        .map(|document| String::from_utf8_lossy(&document.content).into_owned())
        .take_while(|page| {
            let more = left > 0;
            left = left.saturating_sub(page.len());
            more
        })
        .collect()
});

fn main() {
    divan::main();
}

fn each_page<T>(bencher: Bencher<'_, '_>, stage: impl Fn(&'static str) -> T + Sync) {
    let bytes: usize = PAGES.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for page in PAGES.iter() {
            black_box(stage(black_box(page)));
        }
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn split(bencher: Bencher<'_, '_>) {
    let bundle: Vec<u8> =
        PAGES.iter().flat_map(|page| ["==> page.txt <==\n", page, "\n"].concat().into_bytes()).collect();
    bencher
        .counter(BytesCount::new(bundle.len()))
        .bench(|| copydesk_bundle::read(black_box(&bundle)).documents.len());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn blocks(bencher: Bencher<'_, '_>) {
    each_page(bencher, copydesk_blocks::read);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn dates(bencher: Bencher<'_, '_>) {
    each_page(bencher, copydesk_dates::find);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn bylines(bencher: Bencher<'_, '_>) {
    each_page(bencher, copydesk_bylines::find);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn languages(bencher: Bencher<'_, '_>) {
    each_page(bencher, copydesk_languages::identify);
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn article(bencher: Bencher<'_, '_>) {
    each_page(bencher, |page| copydesk_article::read(page, &copydesk_article::Context::default()));
}
