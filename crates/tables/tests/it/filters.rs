//! Rows of the filters, and of the contents of bundles.

use copydesk_bylines as bylines;
use copydesk_dates::{self as dates, Finder};
use copydesk_languages::Guess;
use copydesk_tables::{
    BylineRow, Bylines, Columns, DocumentRow, Documents, LanguageRow, Languages, MentionRow, Mentions,
    SniffRow, Sniffs, Table, Writer,
};
use std::borrow::Cow;

fn printed<T: Table>(write: impl FnOnce(&mut Writer<T, Vec<u8>>)) -> String {
    let mut writer = Writer::new(Columns::default(), Vec::new());
    writer.header().expect("a Vec takes all");
    write(&mut writer);
    String::from_utf8(writer.finish().expect("a Vec takes all")).expect("UTF-8")
}

fn mentions(text: &str, finder: &Finder<'_>) -> String {
    printed::<Mentions>(|writer| {
        for mention in finder.find_iter(text) {
            writer.row(&MentionRow { line: 7, mention: &mention }).expect("a Vec takes all");
        }
    })
}

#[test]
fn a_date_with_its_time() {
    insta::assert_snapshot!(mentions("Posted 2017-05-31 17:12", &Finder::new()), @r#"
    line,start,end,text,value,precision,kind,order,rival,locales,calendar,issues
    7,7,23,"2017-05-31 17:12",2017-05-31T17:12,minute,absolute,YMD,,,gregorian,
    "#);
}

#[test]
fn an_ambiguous_date_keeps_its_rival() {
    insta::assert_snapshot!(mentions("05/06/2017", &Finder::new()), @"
    line,start,end,text,value,precision,kind,order,rival,locales,calendar,issues
    7,0,10,05/06/2017,2017-06-05,day,absolute,DMY,2017-05-06,,gregorian,
    ");
}

#[test]
fn a_decided_date_has_no_rival() {
    insta::assert_snapshot!(mentions("05/06/2017", &Finder::new().order(dates::Order::Mdy)), @"
    line,start,end,text,value,precision,kind,order,rival,locales,calendar,issues
    7,0,10,05/06/2017,2017-05-06,day,absolute,MDY,,,gregorian,
    ");
}

#[test]
fn a_relative_date_without_base_has_no_value() {
    insta::assert_snapshot!(mentions("2 hours ago", &Finder::new()), @r#"
    line,start,end,text,value,precision,kind,order,rival,locales,calendar,issues
    7,0,11,"2 hours ago",,,relative,,,en,gregorian,relative_without_base
    "#);
}

#[test]
fn no_date_no_row() {
    insta::assert_snapshot!(mentions("Nothing of the kind", &Finder::new()), @"line,start,end,text,value,precision,kind,order,rival,locales,calendar,issues");
}

fn bylines(text: &str) -> String {
    printed::<Bylines>(|writer| {
        for byline in bylines::find(text) {
            for contributor in &byline.contributors {
                let row = BylineRow { line: 1, text, byline: &byline, contributor };
                writer.row(&row).expect("a Vec takes all");
            }
        }
    })
}

#[test]
fn each_contributor_has_a_row() {
    insta::assert_snapshot!(bylines("By Ada Example and Karl Muster"), @r#"
    line,start,end,text,name,kind,role,title,affiliation,agency,rule,confidence
    1,0,30,"By Ada Example and Karl Muster","Ada Example",person,author,,,,labelled,0.95
    1,0,30,"By Ada Example and Karl Muster","Karl Muster",person,author,,,,labelled,0.95
    "#);
}

#[test]
fn an_agency_has_its_code() {
    insta::assert_snapshot!(bylines("Photo: Ada Example / AP"), @r#"
    line,start,end,text,name,kind,role,title,affiliation,agency,rule,confidence
    1,0,23,"Photo: Ada Example / AP","Ada Example",person,photographer,,AP,AP,photo_credit,0.90
    "#);
}

#[test]
fn no_byline_no_row() {
    insta::assert_snapshot!(bylines("The bridge was opened by the mayor on Monday."), @"line,start,end,text,name,kind,role,title,affiliation,agency,rule,confidence");
}

#[test]
fn languages_have_two_decimals() {
    let row = LanguageRow { line: 3, guess: Guess { tag: "ka", confidence: 0.456 } };
    insta::assert_snapshot!(printed::<Languages>(|writer| writer.row(&row).expect("a Vec takes all")), @"
    line,language,confidence
    3,ka,0.46
    ");
}

#[test]
fn documents_list_their_headers_and_warnings() {
    let headers = [
        (Cow::Borrowed("url"), Cow::Borrowed("https://example.org/a;b")),
        (Cow::Borrowed("source"), Cow::Borrowed("")),
    ];
    let full = DocumentRow {
        name: "a b.txt",
        occurrence: 2,
        span: 40..52,
        headers: &headers,
        warnings: &["x".into()],
    };
    let bare = DocumentRow { name: "", occurrence: 1, span: 0..0, headers: &[], warnings: &[] };
    let table = printed::<Documents>(|writer| {
        writer.row(&full).expect("a Vec takes all");
        writer.row(&bare).expect("a Vec takes all");
    });
    insta::assert_snapshot!(table, @r#"
    name,occurrence,bytes,byte_start,byte_end,headers,warnings
    "a b.txt",2,12,40,52,"url=https://example.org/a,b; source=",x
    ,1,0,0,0,,
    "#);
}

#[test]
fn sniffs_list_the_rivals() {
    let bundle = SniffRow {
        input: "a.bundle",
        dialect: Some("tail"),
        confidence: Some(1.0),
        documents: 5,
        rivals: &[("txtar", 0.3), ("equals", 0.105)],
    };
    let page = SniffRow { input: "-", dialect: None, confidence: None, documents: 1, rivals: &[] };
    let table = printed::<Sniffs>(|writer| {
        writer.row(&bundle).expect("a Vec takes all");
        writer.row(&page).expect("a Vec takes all");
    });
    insta::assert_snapshot!(table, @r#"
    input,dialect,confidence,documents,rivals
    a.bundle,tail,1.00,5,"txtar 0.30; equals 0.10"
    -,,,1,
    "#);
}
