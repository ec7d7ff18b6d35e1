//! The search over texts like those of news pages, made from a fixed seed.

use copydesk_dates::{Deictic, Finder};
use divan::Bencher;
use divan::counter::BytesCount;
use std::fmt::Write;

fn main() {
    divan::main();
}

/// Running text: a number every 150 bytes or so, a date every eighth time.
#[divan::bench]
fn running_text(bencher: Bencher<'_, '_>) {
    let text = running(20_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Finder::new().find_iter(&text).count());
}

/// Text without a digit: what the scan itself costs.
#[divan::bench]
fn no_digits(bencher: Bencher<'_, '_>) {
    let text = "There is nothing to be found in this sentence. ".repeat(50_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Finder::new().find_iter(&text).count());
}

/// Short texts that are dates, every word looked at.
#[divan::bench(args = ["31 May 2017", "2017-05-31T17:12:09Z", "Mittwoch, 31. Mai 2017, 17:12 Uhr", "2 hours ago"])]
fn short_text(bencher: Bencher<'_, '_>, text: &str) {
    bencher.bench(|| Finder::new().deictic(Deictic::Find).find(divan::black_box(text)).len());
}

fn running(numbers: usize) -> String {
    const WORDS: [&str; 12] = [
        "the", "of", "council", "said", "that", "über", "people", "were", "in", "nouvelle", "harbour", "May",
    ];
    let mut text = String::new();
    let mut state = 1u32;
    let mut draw = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    for at in 0..numbers {
        for _ in 0..24 {
            text.push_str(WORDS[draw(12) as usize]);
            text.push(' ');
        }
        let (day, month, year) = (1 + draw(28), 1 + draw(12), 1990 + draw(35));
        let _ = match at % 16 {
            0 => write!(text, "{day}.{month}.{year} "),
            8 => write!(text, "{day} June {year}, 17:{:02} ", day + 10),
            _ => write!(text, "{} ", draw(5000)),
        };
    }
    text
}
