use copydesk_article::{Article, Context, NaiveDate, Order, Role, blocks, read};
use proptest::prelude::*;
use std::ops::Range;

/// Texts made of what pages are made of, in any order.
fn page_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..64).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "Harbour bridge reopens after repairs",
    "The harbour bridge was opened again on Monday morning after the repairs that had closed it for most of the spring.",
    "Die Brücke am Hafen ist seit Montag wieder offen, nachdem sie den ganzen Frühling über gesperrt gewesen war.",
    "港の橋は春の間ずっと閉鎖されていたが、修理が終わり、月曜日の朝に再び通行できるようになった。",
    "Мост в порту снова открыт после ремонта, который продолжался почти всю весну и задержал движение.",
    "Home",
    " › ",
    "News",
    "Startseite",
    "Published",
    "Posted on ",
    "Updated: ",
    "Von ",
    "By ",
    "Ada Example",
    "Karl Muster",
    "Staff Reporter",
    "BERLIN (dpa) - ",
    "Reuters",
    "Photo: ",
    "3 May 2021",
    "03/05/2021",
    "23.05.2019",
    "May 3",
    "2 hours ago",
    "2021年5月3日",
    "10:30",
    " +02:00",
    "1920",
    "2 Comments",
    "One thought on “",
    "Leave a comment",
    "Continue reading",
    "More from ",
    "The Courier",
    "© 2021 The Courier Ltd. All rights reserved",
    "Related articles",
    "Share",
    "- ",
    "• ",
    "“",
    "”",
    "|",
    ": ",
    "…",
    "...",
    ".",
    "?",
    "7",
    " ",
    "\u{A0}",
    "\u{AD}",
    "\u{200F}",
    "İ",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\t",
];

fn context() -> impl Strategy<Value = Context<'static>> {
    let fetched = prop::option::of((1990..2030_i32, 1..=12_u32).prop_map(|(year, month)| day(year, month)));
    let order = prop::option::of(prop::sample::select(&[Order::Dmy, Order::Mdy, Order::Ymd]));
    let url = prop::option::of(prop::sample::select(&["https://example.org/2021/05/03/bridge", "", "2021/"]));
    (url, fetched, order).prop_map(|(url, fetched, order)| Context {
        url,
        fetched,
        order,
        ..Context::default()
    })
}

fn day(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 3).unwrap()
}

/// The spans of all evidence, found or not taken, and those of the body.
fn spans(article: &Article<'_>) -> Vec<Range<usize>> {
    let fields = article.explain().into_iter();
    let statements = fields.flat_map(|field| field.found.into_iter().chain(field.rivals));
    statements.map(|statement| statement.evidence.span).chain(article.body.paragraphs.clone()).collect()
}

fn check(text: &str, context: &Context<'_>) -> Result<(), TestCaseError> {
    let article = read(text, context);
    for span in spans(&article) {
        prop_assert!(text.get(span.clone()).is_some_and(|text| !text.is_empty()), "{text:?}: {span:?}");
    }
    for field in article.explain() {
        prop_assert_eq!(field.reason.is_some(), field.found.is_empty(), "{}", field.field);
        let sure = field.found.iter().all(|found| (0.0..=1.0).contains(&found.evidence.confidence));
        prop_assert!(sure, "{field:?}");
    }
    for pair in article.body.paragraphs.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{pair:?}");
    }
    prop_assert_eq!(&article, &read(text, context));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn evidence_slices_the_page(text in page_like(), context in context()) {
        check(&text, &context)?;
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), context in context()) {
        check(&text, &context)?;
    }

    #[test]
    fn no_page_is_published_after_it_was_fetched(text in page_like(), context in context()) {
        let article = read(&text, &context);
        if let (Some(published), Some(fetched)) = (article.published.value(), context.fetched) {
            prop_assert!(published.day <= fetched);
        }
    }

    #[test]
    fn no_page_is_changed_before_it_was_published(text in page_like(), context in context()) {
        let article = read(&text, &context);
        if let (Some(published), Some(modified)) = (article.published.value(), article.modified.value()) {
            prop_assert!(published.day <= modified.day);
        }
    }

    #[test]
    fn roles_partition_the_page(text in page_like(), context in context()) {
        let blocks = blocks(&text, &context);
        let lines: Vec<_> = blocks.iter().map(|block| block.line).collect();
        let written = copydesk_blocks::read(&text).lines;
        let written = (1..).zip(&written).filter(|(_, line)| !line.is_blank()).map(|(at, _)| at);
        prop_assert_eq!(lines, written.collect::<Vec<usize>>());
        for pair in blocks.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
        }
        let is_prose = |role| matches!(role, Role::Body | Role::Quote | Role::List);
        let prose = blocks.iter().filter(|block| is_prose(block.role)).map(|block| block.span.clone());
        let body = read(&text, &context).body.paragraphs;
        // The first paragraph starts behind its dateline.
        let is_in_body = |line: Range<usize>| {
            body.iter().any(|span| span.end == line.end && span.start >= line.start)
        };
        prop_assert!(prose.into_iter().all(is_in_body));
    }

    #[test]
    fn the_body_is_made_of_its_paragraphs(text in page_like()) {
        let article = read(&text, &Context::default());
        let paragraphs: Vec<&str> = article.body.paragraphs.iter().map(|span| &text[span.clone()]).collect();
        prop_assert_eq!(article.body_text(), paragraphs.join("\n\n"));
    }
}
