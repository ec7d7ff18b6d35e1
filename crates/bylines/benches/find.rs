//! The search over texts like those of news pages.

use copydesk_bylines::find;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// What surrounds an article: short lines, names and dates among them.
#[divan::bench]
fn short_lines(bencher: Bencher<'_, '_>) {
    let page = "Home\nNews and Views\nFlood in the valley\nBy Ada Example\n3 May 2017 | 10:00\nShare this\n\
                Photo: Karl Muster / AP\nRelated articles\nWhat the river took\nTerms of Service\n";
    measure(bencher, &page.repeat(5_000));
}

/// Paragraphs, of which only head and tail are read.
#[divan::bench]
fn prose(bencher: Bencher<'_, '_>) {
    let sentence = "The river has risen again, and the bridge at the harbour was closed on Monday morning. ";
    measure(bencher, &format!("{}\n", sentence.repeat(8)).repeat(2_000));
}

/// Nothing but what must be looked at closely.
#[divan::bench]
fn credits(bencher: Bencher<'_, '_>) {
    let lines =
        "Ada Example\nBERLIN (dpa) - Der Fluss steigt.\nFoto: Karl Muster / dpa\nAda Example | 31.05.2017\n";
    measure(bencher, &lines.repeat(5_000));
}

fn measure(bencher: Bencher<'_, '_>, text: &str) {
    bencher.counter(BytesCount::of_str(text)).bench(|| find(divan::black_box(text)).len());
}
