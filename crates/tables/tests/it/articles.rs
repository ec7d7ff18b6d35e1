//! `articles.csv`: what stands in a row, and what stays empty.

use copydesk_article::{
    Article, Author, Context, Evidence, Field, Finding, List, NaiveDate, Reason, Stamp, read,
};
use copydesk_tables::{ArticleRow, Articles, Columns, Writer};
use std::borrow::Cow;

const PAGE: &str = "Bridge opens\n\nBy Ada Example\nand Karl Muster\n31 May 2017\n\nThe bridge is open; nobody has crossed it.\n";

/// An article of which nothing is known.
fn blank() -> Article<'static> {
    read("", &Context::default())
}

fn at(printed: &str) -> Evidence {
    let start = PAGE.find(printed).expect("the test's own words");
    let fields = read(PAGE, &Context::default()).explain();
    let any = fields.into_iter().flat_map(|field| field.found).next().expect("something is found").evidence;
    Evidence { span: start..start + printed.len(), ..any }
}

fn found<T>(value: T, printed: &str) -> Field<T> {
    Field { outcome: Ok(Finding { value, evidence: at(printed) }), rivals: Vec::new() }
}

fn listed<T>(values: Vec<(T, &str)>) -> List<T> {
    let findings = values.into_iter().map(|(value, printed)| Finding { value, evidence: at(printed) });
    List { outcome: Ok(findings.collect()), rivals: Vec::new() }
}

fn author(name: &'static str, role: Option<&'static str>) -> Author<'static> {
    Author { name: Cow::Borrowed(name), role: role.map(Cow::Borrowed) }
}

/// Prints the given columns of one article, or all but the body.
#[track_caller]
fn check(article: &Article<'_>, columns: &str, expected: &str) {
    let warnings = [Cow::Borrowed("duplicate_name"), Cow::Borrowed("decoded_windows-1251")];
    let row =
        ArticleRow { name: "a.txt", url: None, article, warnings: &warnings, sha256: "00ff", span: 14..120 };
    let columns = Columns::<Articles>::parse(columns).expect("known columns");
    let mut writer = Writer::new(columns, Vec::new());
    writer.row(&row).expect("a Vec takes all");
    let printed = String::from_utf8(writer.finish().expect("a Vec takes all")).expect("UTF-8");
    assert_eq!(printed.strip_suffix('\n'), Some(expected));
}

#[test]
fn header_row_has_the_columns_of_the_design_in_order() {
    let mut writer = Writer::new(Columns::<Articles>::default(), Vec::new());
    writer.header().expect("a Vec takes all");
    let printed = String::from_utf8(writer.finish().expect("a Vec takes all")).expect("UTF-8");
    insta::assert_snapshot!(printed, @"name,url,publisher,headline,alternative_headline,section,date_published,time_published,utc_offset,date_status,date_raw,date_locale,date_modified,authors,author_roles,authors_status,byline_raw,agencies,photo_credits,dateline,language,ui_language,words,truncated,comments,warnings,sha256,byte_start,byte_end");
}

#[test]
fn provenance_is_printed_as_given() {
    check(
        &blank(),
        "name,url,warnings,sha256,byte_start,byte_end",
        r#"a.txt,,"duplicate_name; decoded_windows-1251",00ff,14,120"#,
    );
}

#[test]
fn unknown_texts_are_empty_and_unquoted() {
    check(
        &blank(),
        "publisher,headline,alternative_headline,section,dateline,language,ui_language",
        ",,,,,,",
    );
}

#[test]
fn unknown_date_leaves_its_reason() {
    let columns = "date_published,time_published,utc_offset,date_status,date_raw,date_locale,date_modified";
    check(&blank(), columns, ",,,no_candidate,,,");
    let mut article = blank();
    article.published.outcome = Err(Reason::AmbiguousOrder);
    check(&article, columns, ",,,ambiguous_order,,,");
}

#[test]
fn unknown_authors_leave_their_reason() {
    check(&blank(), "authors,author_roles,authors_status,byline_raw", ",,no_candidate,");
}

#[test]
fn unknown_counts_are_zero_and_unknown_truncation_is_false() {
    check(&blank(), "words,truncated,comments", "0,false,0");
}

#[test]
fn empty_lists_are_empty() {
    check(&blank(), "agencies,photo_credits", ",");
}

#[test]
fn an_only_cell_that_is_empty_is_no_empty_line() {
    check(&blank(), "headline", r#""""#);
}

#[test]
fn dates_are_iso_and_keep_what_was_printed() {
    let day = NaiveDate::from_ymd_opt(2017, 5, 31).expect("a day");
    let stamp = Stamp { day, time: Some(61_920), offset: Some(-210), locale: Some("en") };
    let article = Article { text: PAGE, published: found(stamp, "31 May 2017"), ..blank() };
    check(
        &article,
        "date_published,time_published,utc_offset,date_status,date_raw,date_locale",
        r#"2017-05-31,17:12:00,-03:30,found,"31 May 2017",en"#,
    );
}

#[test]
fn days_without_time_print_no_time() {
    let day = NaiveDate::from_ymd_opt(2017, 5, 31).expect("a day");
    let stamp = Stamp { day, time: None, offset: None, locale: None };
    let article = Article { text: PAGE, modified: found(stamp.clone(), "31 May 2017"), ..blank() };
    check(&article, "date_modified,date_published,date_status", "2017-05-31,,no_candidate");
    let article = Article { text: PAGE, published: found(stamp, "31 May 2017"), ..blank() };
    check(&article, "time_published,utc_offset,date_locale", ",,");
}

#[test]
fn authors_and_roles_are_parallel_lists() {
    let authors = listed(vec![
        (author("Ada Example", None), "Ada Example"),
        (author("Karl Muster", Some("Editor; at large")), "Karl Muster"),
    ]);
    let article = Article { text: PAGE, authors, ..blank() };
    check(
        &article,
        "authors,author_roles,authors_status",
        r#""Ada Example; Karl Muster","; Editor, at large",found"#,
    );
}

#[test]
fn roles_are_left_out_where_nobody_has_one() {
    let authors = listed(vec![
        (author("Ada Example", None), "Ada Example"),
        (author("Karl Muster", None), "Karl Muster"),
    ]);
    let article = Article { text: PAGE, authors, ..blank() };
    check(&article, "author_roles,authors", r#","Ada Example; Karl Muster""#);
}

#[test]
fn bylines_run_from_the_first_author_to_the_last() {
    let authors = listed(vec![
        (author("Ada Example", None), "By Ada Example"),
        (author("Karl Muster", None), "Karl Muster"),
    ]);
    let article = Article { text: PAGE, authors, ..blank() };
    check(&article, "byline_raw", "\"By Ada Example\nand Karl Muster\"");
}

#[test]
fn bylines_far_apart_print_the_first_alone() {
    let text = format!("Ada Example\n{}\nKarl Muster", "-".repeat(200));
    let mut authors = listed(vec![
        (author("Ada Example", None), "Ada Example"),
        (author("Karl Muster", None), "Karl Muster"),
    ]);
    let findings = authors.outcome.as_mut().expect("two authors");
    findings[0].evidence.span = 0..11;
    findings[1].evidence.span = text.len() - 11..text.len();
    let article = Article { text: &text, authors, ..blank() };
    check(&article, "byline_raw", r#""Ada Example""#);
}

#[test]
fn spans_outside_the_text_print_nothing() {
    let authors = listed(vec![(author("Ada Example", None), "Ada Example")]);
    let article = Article { text: "A", authors, ..blank() };
    check(&article, "authors,byline_raw", r#""Ada Example","#);
}

#[test]
fn semicolons_within_names_do_not_part_them() {
    let agencies = listed(vec![("AP", "Ada"), ("dpa", "Karl")]);
    let photo_credits = listed(vec![(Cow::Borrowed("Muster; Example / AP"), "Ada")]);
    let article = Article { agencies, photo_credits, ..blank() };
    check(&article, "agencies,photo_credits", r#""AP; dpa","Muster, Example / AP""#);
}

#[test]
fn truncation_and_comments_print_what_was_found() {
    let article = Article { truncated: found(true, "Bridge"), comments: found(12, "Bridge"), ..blank() };
    check(&article, "comments,truncated", "12,true");
}

#[test]
fn the_body_is_its_paragraphs() {
    let mut article = Article { text: PAGE, ..blank() };
    article.body.paragraphs = vec![0..12, 14..28];
    article.body.words = 5;
    check(&article, "words,body", "5,\"Bridge opens\n\nBy Ada Example\"");
}
