use copydesk_dates::{Deictic, Finder, NaiveDate, find};
use proptest::prelude::*;

/// Texts made of what dates are made of, in any order.
fn date_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0..3000u32).prop_map(|number| number.to_string()),
        (0..32u32).prop_map(|number| format!("{number:02}")),
        Just("20170531171209".to_owned()),
        prop::sample::select(vec![
            ".", "/", "-", " ", ", ", ":", "'", "(", ")", "T", "Z", "+", "|", "\n", "\u{A0}", "\u{200F}",
            "_",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            "May",
            "mar",
            "Mai",
            "de",
            "the",
            "of",
            "th",
            "st",
            "pm",
            "a.m.",
            "Uhr",
            "GMT",
            "Wed",
            "yesterday",
            "ago",
            "hours ago",
            "vor",
            "年",
            "月",
            "日",
            "년",
            "월",
            "일",
            "二〇一七",
            "十",
            "元",
            "令和",
            "พฤษภาคม",
            "خرداد",
            "۱۳۹۶",
            "ngày",
            "tháng",
            "năm",
            "года",
            "V",
            "é",
            "🗓",
            "ß",
            "İ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn finders() -> [Finder<'static>; 3] {
    let reference =
        NaiveDate::from_ymd_opt(2017, 6, 2).unwrap_or_default().and_hms_opt(12, 0, 0).unwrap_or_default();
    [
        Finder::new(),
        Finder::new().deictic(Deictic::Find).reference(reference),
        Finder::new().locales(&["th", "fa", "vi"]).deictic(Deictic::Find),
    ]
}

fn check(text: &str) -> Result<(), TestCaseError> {
    for finder in finders() {
        let mentions = finder.find(text);
        prop_assert_eq!(&mentions, &finder.find(text), "twice is the same");
        for mention in &mentions {
            prop_assert_eq!(text.get(mention.span.clone()), Some(mention.text));
            prop_assert!(!mention.text.is_empty());
            prop_assert_eq!(mention.text, mention.text.trim());
        }
        prop_assert!(mentions.is_sorted_by(|a, b| a.span.end <= b.span.start), "disjoint and in order");
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_searched(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn texts_full_of_date_pieces_are_searched(text in date_like()) {
        check(&text)?;
    }

    #[test]
    fn full_dates_are_read_back(days in 0..40_000i32, form in 0..FORMS.len(), words in 0..CONTEXTS.len()) {
        let date = NaiveDate::from_num_days_from_ce_opt(693_596 + days).unwrap_or_default();
        let (before, behind) = CONTEXTS[words];
        let text = format!("{before}{}{behind}", date.format(FORMS[form]));
        let values: Vec<_> = find(&text).iter().map(|mention| mention.value().to_string()).collect();
        prop_assert_eq!(values, [date.to_string()], "in {}", text);
    }
}

/// Forms that leave no doubt, from 1900 on.
const FORMS: [&str; 12] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d.%m.%Y",
    "%-d.%-m.%Y",
    "%-d %B %Y",
    "%B %-d, %Y",
    "%A, %-d. %B %Y",
    "%d-%b-%Y",
    "%a %b %-d %Y",
    "%Y年%-m月%-d日",
    "%Y년 %-m월 %-d일",
    "ngày %-d tháng %-m năm %Y",
];

const CONTEXTS: [(&str, &str); 4] =
    [("", ""), ("Published: ", "\n5 comments"), ("(", ")"), ("• ", " | Anna Berg")];

/// Texts on which a search that looks too far, or twice, would take minutes.
#[test]
fn long_texts_take_linear_time() {
    let finders = [(Finder::new(), 20_000), (Finder::new().deictic(Deictic::Find), 2_000)];
    for piece in [
        "1", "31 ", "1/", "31.", "May ", "the 31 ", "1 hour ", "年1", "一", " ", "2017-", "a1", "12:00-", "٣",
    ] {
        for (finder, times) in &finders {
            let text = piece.repeat(*times);
            assert!(finder.find_iter(&text).all(|mention| mention.span.end <= text.len()), "{piece}");
        }
    }
}
