//! The text at the span of a value says the value.

use crate::fixtures::{BUNDLES, packed};
use copydesk_article::{Context, Explained, Order, Profile, Stamp, Statement, read};
use copydesk_dates::{Finder, Mention, Time};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The text of each page.
static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let packed = BUNDLES.map(packed).concat();
    let documents = copydesk_bundle::read(&packed).documents;
    let text = |content: &[u8]| String::from_utf8(content.to_vec()).expect("UTF-8");
    documents.iter().map(|page| text(&page.content)).collect()
});

const ORDERS: [Option<Order>; 3] = [None, Some(Order::Dmy), Some(Order::Mdy)];

#[test]
fn spans_say_the_values() {
    let complaints: Vec<String> =
        PAGES.iter().flat_map(|text| ORDERS.into_iter().flat_map(|order| complaints(text, order))).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_say_the_values_of_any_part_of_a_page(
        page in 0..PAGES.len(),
        cut in any::<[prop::sample::Index; 2]>(),
        order in prop::sample::select(&ORDERS[..]),
    ) {
        let lines: Vec<&str> = PAGES[page].split_inclusive('\n').collect();
        let mut cut = cut.map(|index| index.index(lines.len() + 1));
        cut.sort_unstable();
        let text = lines[cut[0]..cut[1]].concat();
        prop_assert_eq!(complaints(&text, order), [""; 0], "{}", text);
    }
}

/// The values, those that lost included, that the text at their spans does not say.
fn complaints(text: &str, order: Option<Order>) -> Vec<String> {
    let context = Context { order, ..Context::default() };
    let article = read(text, &context);
    let languages = [&article.languages.body, &article.languages.ui];
    let languages: Vec<&str> = languages.iter().filter_map(|field| field.value().copied()).collect();
    let finder = Finder::new().locales(&languages);
    let order = order.or_else(|| Profile::of(text, &context).order());
    let finder = order.map_or(finder, |order| finder.usual_order(order));
    let mut complaints = Vec::new();
    for Explained { field, found, rivals, .. } in article.explain() {
        for Statement { value, evidence } in found.iter().chain(&rivals) {
            match text.get(evidence.span.clone()) {
                Some(printed) if says(field, printed, value, &finder) => {}
                Some(printed) => complaints.push(format!("{field}: `{value}` is printed as `{printed}`")),
                None => complaints.push(format!("{field}: {:?} is no span of the text", evidence.span)),
            }
        }
    }
    complaints
}

/// Whether the text at the span of a field's value says the value.
fn says(field: &str, printed: &str, value: &str, finder: &Finder<'_>) -> bool {
    match field {
        "date_published" | "date_modified" => date(printed, finder).is_some_and(|date| date == value),
        "agencies" => copydesk_bylines::agency(printed).is_some_and(|agency| agency.code == value),
        // A language is no word of the text, and neither is that it breaks off.
        "language" | "ui_language" | "truncated" | "comments" => !printed.is_empty(),
        _ => printed.split_whitespace().collect::<Vec<_>>().join(" ") == value && printed == printed.trim(),
    }
}

/// The date of a text that holds nothing else, as `explain` prints it.
fn date(printed: &str, finder: &Finder<'_>) -> Option<String> {
    let mut mentions = finder.find_iter(printed).filter(|mention| mention.text == printed);
    let Mention { date, time, .. } = mentions.next()?;
    let seconds = |time: Time| {
        let minute = u32::from(time.minute?);
        Some(u32::from(time.hour) * 3600 + minute * 60 + u32::from(time.second.unwrap_or_default()))
    };
    let offset = time.and_then(|time| time.offset);
    Some(Stamp { day: date.to_naive()?, time: time.and_then(seconds), offset, locale: None }.to_string())
}
