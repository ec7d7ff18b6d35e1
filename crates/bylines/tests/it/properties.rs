use copydesk_bylines::{Byline, find, find_in, name_key, same_name};
use proptest::prelude::*;

/// Texts made of what bylines are made of, in any order.
fn byline_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "By",
        "by ",
        "Von ",
        "Par ",
        "Author",
        "Autor: ",
        "Written by ",
        "Photo: ",
        "Foto",
        "Ada",
        "Example",
        "KARL MUSTER",
        "Ada Example",
        "van der ",
        "O'Example",
        "Dr. ",
        "Jr.",
        "王小明",
        "김민수",
        "기자",
        "محمد",
        "Анна",
        "Reuters",
        "dpa",
        "AP",
        "Getty Images",
        "Staff Reporter",
        "Redakteurin",
        "for ",
        "in ",
        " and ",
        " und ",
        "is a ",
        "reports",
        "BERLIN",
        "31 May 2017",
        "31.05.2017",
        "10:00",
        "@ada",
        "example.org",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        ", ",
        ": ",
        "：",
        " | ",
        " - ",
        " – ",
        "(",
        ")",
        "（",
        "[",
        "/",
        "©",
        "•",
        ".",
        "?",
        "\"",
        "'",
        "’s",
        "\u{A0}",
        "\u{AD}",
        "\u{200F}",
        "é",
        "ß",
        "İ",
        "🗓",
    ]);
    prop::collection::vec(piece, 0..32).prop_map(|pieces| pieces.concat())
}

fn spans_slice(text: &str, byline: &Byline<'_>) -> bool {
    let inside = |span: &std::ops::Range<usize>| text.get(span.clone()).is_some_and(|text| !text.is_empty());
    inside(&byline.span)
        && !byline.contributors.is_empty()
        && byline.contributors.iter().all(|one| {
            text.get(one.span.clone()) == Some(one.name)
                && !one.name.is_empty()
                && one.title.as_ref().is_none_or(inside)
                && one.affiliation.as_ref().is_none_or(inside)
        })
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let found = find(text);
    for byline in &found {
        prop_assert!(spans_slice(text, byline), "{text:?}: {byline:?}");
    }
    for pair in found.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "{text:?}: {pair:?}");
    }
    prop_assert_eq!(found, find(text));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn statements_slice_the_text_in_order(text in byline_like()) {
        check(&text)?;
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_range_is_read(text in byline_like(), start in 0..400usize, len in 0..400usize) {
        for byline in find_in(&text, start..start + len) {
            prop_assert!(spans_slice(&text, &byline));
        }
    }

    #[test]
    fn a_name_is_the_same_in_any_order(words in prop::collection::vec("[A-Z][a-z]{1,8}", 1..4)) {
        let turned: Vec<&str> = words.iter().rev().map(String::as_str).collect();
        prop_assert!(same_name(&words.join(" "), &turned.join(", ")));
        prop_assert_eq!(name_key(&name_key(&words.join(" "))), name_key(&words.join(" ")));
    }
}
