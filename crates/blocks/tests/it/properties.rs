use copydesk_blocks::{Line, label, read};
use proptest::prelude::*;

/// Texts dense in what lines are made of.
fn dense() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\u{2028}"),
        Just("\u{A0}"),
        Just("\u{FEFF}"),
        Just("\0"),
        Just(" "),
        Just("• "),
        Just("- "),
        Just("— "),
        Just("12. "),
        Just("3、"),
        Just("("),
        Just("["),
        Just("…]"),
        Just(": "),
        Just("Comments"),
        Just("Posted on"),
        Just("Lesen Sie auch"),
        Just("Фото"),
        Just("3 May 2021"),
        Just("2021年5月3日"),
        Just("The old bridge has been closed since a flood in March, the mayor said. "),
        Just("市議会は火曜日、古い橋を修理することを決めた。"),
        Just("é"),
        Just("a"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), dense(), "\\PC{0,200}"]
}

proptest! {
    #[test]
    fn full_spans_tile_the_text(text in texts()) {
        let page = read(&text);
        let joined: String = page.lines.iter().map(|line| &text[line.full.clone()]).collect();
        prop_assert_eq!(&joined, &text);
        prop_assert!(page.lines.iter().all(|line| !line.full.is_empty()));
    }

    #[test]
    fn content_lies_in_its_line_and_labels_in_content(text in texts()) {
        for line in read(&text).lines {
            prop_assert!(line.full.start <= line.span.start && line.span.end <= line.full.end);
            let content = &text[line.span.clone()];
            prop_assert_eq!(content, content.trim());
            if let Some(label) = line.label {
                prop_assert!(!content[..label.len].is_empty() && !label.languages.is_empty());
            }
            if let Some(tail) = line.tail {
                prop_assert!(!content[content.len() - tail.len..].is_empty());
            }
        }
    }

    #[test]
    fn a_line_has_one_end(text in texts()) {
        for line in read(&text).lines {
            let full = &text[line.full];
            let marks = ['\n', '\r', '\u{2028}'];
            let ends = ["", "\n", "\r\n", "\r", "\u{2028}"];
            let inner = full.trim_end_matches(marks);
            prop_assert!(!inner.contains(marks));
            prop_assert!(ends.contains(&&full[inner.len()..]));
        }
    }

    #[test]
    fn the_main_text_starts_and_ends_with_a_line(text in texts()) {
        let page = read(&text);
        prop_assert!(page.main.start <= page.main.end && page.main.end <= page.lines.len());
        let main = &page.lines[page.main.clone()];
        prop_assert!(!main.first().is_some_and(Line::is_blank));
        prop_assert!(!main.last().is_some_and(Line::is_blank));
    }

    #[test]
    fn counts_are_no_more_than_characters(text in texts()) {
        let page = read(&text);
        for (at, line) in page.lines.iter().enumerate() {
            let shape = line.shape;
            prop_assert_eq!(shape.chars as usize, page.line(at).chars().count());
            prop_assert!(shape.letters + shape.digits + shape.commas + shape.stops <= shape.chars);
            prop_assert!(shape.capitals <= shape.words && shape.words <= shape.chars);
            prop_assert!(shape.spaceless <= shape.letters);
        }
    }

    #[test]
    fn reading_twice_is_the_same(text in texts()) {
        prop_assert_eq!(read(&text), read(&text));
    }

    #[test]
    fn a_label_ends_in_the_text(text in texts()) {
        if let Some(label) = label(&text) {
            prop_assert!(!text[..label.len].is_empty());
        }
    }
}
