//! `copydesk dates|bylines|languages`: one text a line, rows of CSV.

use crate::command::{Run, run, run_on};

#[test]
fn dates_in_lines() {
    let lines = "Posted 2017-06-02 17:12\nnothing\r\n\n3.4.2017 and 2016-12-31";
    insta::assert_snapshot!(run_on(&["dates"], lines.as_bytes()), @r#"
    exit 0
    --
    line,start,end,text,value,precision,kind,order,rival,locales,calendar,issues
    1,7,23,"2017-06-02 17:12",2017-06-02T17:12,minute,absolute,YMD,,,gregorian,
    4,0,8,3.4.2017,2017-04-03,day,absolute,DMY,,,gregorian,
    4,13,23,2016-12-31,2016-12-31,day,absolute,YMD,,,gregorian,
    --
    "#);
}

fn value(args: &[&str], text: &str) -> String {
    let run = run_on(&[&["dates"], args].concat(), text.as_bytes());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let row = run.text().lines().nth(1).unwrap_or_default().to_owned();
    row.rsplit(',').nth(7).unwrap_or_default().to_owned()
}

#[test]
fn numeric_dates_follow_the_order() {
    assert_eq!(value(&["--order", "DMY"], "05/06/2017"), "2017-06-05");
    assert_eq!(value(&["--order", "MDY"], "05/06/2017"), "2017-05-06");
    assert_eq!(value(&["--order", "YMD"], "05/06/07"), "2005-06-07");
}

#[test]
fn numeric_dates_follow_the_first_locale() {
    assert_eq!(value(&["--lang", "en-US"], "05/06/2017"), "2017-05-06");
    assert_eq!(value(&["--lang", "fr"], "05/06/2017"), "2017-06-05");
    assert_eq!(value(&["--lang", "fr,en-US"], "05/06/2017"), "2017-06-05");
    assert_eq!(value(&["--lang", "en-US", "--lang", "fr"], "05/06/2017"), "2017-05-06");
}

#[test]
fn relative_dates_count_from_now() {
    for now in ["2017-06-02", "2017-06-02T00:00", "2017-06-02 00:00:00"] {
        assert_eq!(value(&["--now", now], "3 days ago"), "2017-05-30", "{now}");
    }
    assert_eq!(value(&["--now", "2017-06-02"], "yesterday"), "2017-06-01");
    assert_eq!(value(&[], "3 days ago"), "");
}

#[test]
fn options_that_make_no_sense_are_wrong_use() {
    for args in [["--now", "soon"], ["--now", "2017-13-01"], ["--order", "DYM"], ["--order", "dmy"]] {
        assert_eq!(run(&[&["dates"], &args[..]].concat()).code, Some(2), "{args:?}");
    }
}

#[test]
fn bylines_in_lines() {
    insta::assert_snapshot!(run_on(&["bylines"], b"By Ada Example, Staff Reporter\nNothing of the kind\n"), @r#"
    exit 0
    --
    line,start,end,text,name,kind,role,title,affiliation,agency,rule,confidence
    1,0,30,"By Ada Example, Staff Reporter","Ada Example",person,author,"Staff Reporter",,,labelled,0.95
    --
    "#);
}

#[test]
fn languages_of_lines() {
    let lines = "The ferry was late again, and nobody on the quay was surprised.\n\nDie Fähre kam wieder zu spät, und niemand am Kai war überrascht.\n";
    let run = run_on(&["languages"], lines.as_bytes());
    let tags: Vec<_> =
        run.text().lines().map(|row| row.split(',').take(2).collect::<Vec<_>>().join(",")).collect();
    assert_eq!(tags, ["line,language", "1,en", "2,und", "3,de"]);
}

#[test]
fn nothing_in_nothing_but_the_header_out() {
    for filter in ["dates", "bylines", "languages"] {
        let run = run(&[filter]);
        assert_eq!((run.code, run.text().lines().count(), &*run.stderr), (Some(0), 1, ""), "{filter}");
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_replaced() {
    let Run { code, stdout, .. } = run_on(&["dates"], b"\xFF\xFE 2017-06-02 \xFF\n2017-06-03");
    let table = String::from_utf8(stdout).expect("UTF-8");
    assert_eq!(code, Some(0));
    assert!(
        table.lines().nth(1).is_some_and(|row| row.starts_with("1,7,17,2017-06-02,2017-06-02,")),
        "{table}"
    );
    assert!(table.lines().nth(2).is_some_and(|row| row.starts_with("2,0,10,")), "{table}");
}
