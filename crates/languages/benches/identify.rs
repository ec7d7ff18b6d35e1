//! How long a guess takes. Run with `cargo bench -p copydesk-languages`.

use copydesk_languages::{Votes, identify};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const LATIN: &str = "The city council decided on Tuesday to repair the old bridge, which has been closed since a flood in May. ";
const CYRILLIC: &str =
    "Городской совет решил во вторник отремонтировать старый мост, закрытый с мая из-за наводнения. ";
const GREEK: &str =
    "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να επισκευάσει την παλιά γέφυρα πάνω από το ποτάμι. ";

/// A text of exactly this many bytes (one less if a character stands in the way).
fn text(sentence: &str, len: usize) -> String {
    let text = sentence.repeat(len / sentence.len() + 1);
    let end = if text.is_char_boundary(len) { len } else { len - 1 };
    text[..end].to_owned()
}

#[divan::bench(args = [(LATIN, 40), (LATIN, 500), (LATIN, 100_000), (CYRILLIC, 500), (GREEK, 500)])]
fn one_text(bencher: Bencher, (sentence, len): (&str, usize)) {
    let text = text(sentence, len);
    bencher.counter(BytesCount::of_str(&text)).bench(|| identify(black_box(&text)));
}

#[divan::bench]
fn lines_of_a_menu(bencher: Bencher) {
    let lines = ["Home", "News", "Sport", "Weather", "About us", "Contact the editor", "Terms of use"];
    bencher.bench(|| {
        let mut votes = Votes::new();
        for line in black_box(lines) {
            votes.add(line);
        }
        votes.guess()
    });
}
