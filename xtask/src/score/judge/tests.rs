#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Field, Names, Verdict, judge};
use serde_json::{Value, json};

/// Visible, predicted, correct, found.
#[track_caller]
fn check(field: Field, gold: &Value, cell: &str, counts: [usize; 4]) {
    let verdict = judge(&Names::load().unwrap(), field, gold, cell).unwrap();
    let Verdict { visible, predicted, correct, found, .. } = verdict;
    assert_eq!([visible, predicted, correct, found], counts, "{cell:?} {verdict:?}");
}

#[track_caller]
fn check_unknown(field: Field, gold: &Value) {
    assert_eq!(judge(&Names::load().unwrap(), field, gold, "x"), None);
}

#[test]
fn headlines() {
    let gold = json!({"title": "Die Fähre – «pünktlich»", "title_visible": true, "titles_ok": ["Die Fähre – «pünktlich»", "Fähre"]});
    check(Field::Headline, &gold, "die FAHRE: punktlich!", [1, 1, 1, 1]);
    check(Field::Headline, &gold, "Fahre", [1, 1, 1, 1]);
    check(Field::Headline, &gold, "Die Fähre", [1, 1, 0, 0]);
    check(Field::Headline, &gold, "  ", [1, 0, 0, 0]);
    let hidden = json!({"title": "one two three four five six seven eight nine ten", "title_visible": false});
    check(Field::Headline, &hidden, "one two three four five six seven eight nine 10", [0, 1, 1, 0]);
    check(Field::Headline, &hidden, "one two three four five six seven eight 9 10", [0, 1, 0, 0]);
    check_unknown(Field::Headline, &json!({"title": null}));
}

#[test]
fn days() {
    let gold =
        json!({"date": "2017-06-02", "dates_ok": ["2017-06-02", "2017-06-03"], "date_visible": "full"});
    check(Field::Published, &gold, "2017-06-03", [1, 1, 1, 1]);
    check(Field::Published, &gold, "2017-06-04T00:30:00+02:00", [1, 1, 1, 1]);
    check(Field::Published, &gold, "2017-06-04", [1, 1, 0, 0]);
    check(Field::Published, &gold, "2017-06", [1, 0, 0, 0]);
    check(Field::Published, &gold, "2016", [1, 1, 0, 0]);
    check(Field::Published, &gold, "soon", [1, 1, 0, 0]);
    check(Field::Published, &gold, "", [1, 0, 0, 0]);
    let monthly = json!({"date": "2017-06-01", "date_visible": "partial", "date_form": "no-day: month-y"});
    check(Field::Published, &monthly, "2017-06", [0, 1, 1, 0]);
    check(Field::Published, &monthly, "2017", [0, 0, 0, 0]);
    check(
        Field::Modified,
        &json!({"modified": "2017-06-05", "modified_visible": "full"}),
        "2017-06-05",
        [1, 1, 1, 1],
    );
    check_unknown(Field::Modified, &gold);
}

#[test]
fn authors() {
    let gold = json!({
        "authors": ["Moira Kesteven", "Jan van der Berg"], "authors_visible": [true, false],
        "authors_optional": ["The Talbot Courier"],
    });
    check(Field::Authors, &gold, "Kesteven, Moira; jan VAN DER berg", [1, 2, 2, 1]);
    check(Field::Authors, &gold, "By Dr. Moira K. Kesteven (London)", [1, 1, 1, 1]);
    check(
        Field::Authors,
        &gold,
        "Text: Moira Kesteven, senior reporter; Online-Redaktion; Talbot Courier; mke",
        [1, 1, 1, 1],
    );
    check(Field::Authors, &gold, "Posted by: Moira Kesteven m.k@example.org @mk", [1, 1, 1, 1]);
    check(Field::Authors, &gold, "Moira Stone; Moira Stone; Idris Vance", [1, 2, 0, 0]);
    check(Field::Authors, &gold, "", [1, 0, 0, 0]);
    check(
        Field::Authors,
        &json!({"authors": [], "authors_visible": []}),
        "Idris Vance; Reuters",
        [0, 1, 0, 0],
    );
    let chinese = json!({"authors": ["王小明"], "authors_visible": [true]});
    check(Field::Authors, &chinese, "作者：王小明", [1, 1, 1, 1]);
    check(Field::Authors, &chinese, "王 小明 記者", [1, 1, 1, 1]);
    check(Field::Authors, &chinese, "记者王小明", [1, 1, 1, 1]);
    check_unknown(Field::Authors, &json!({"authors": null}));
}

#[test]
fn agencies() {
    let gold = json!({"agency": ["The Associated Press", "Talbot Wire"], "agency_visible": [true, true]});
    check(Field::Agency, &gold, "AP; talbot wire", [2, 2, 2, 2]);
    check(Field::Agency, &gold, "Reuters", [2, 1, 0, 0]);
    check_unknown(Field::Agency, &json!({"agency": []}));
    check_unknown(Field::Agency, &json!({"agency": null}));
}

#[test]
fn languages() {
    let gold = json!({"lang": "no"});
    check(Field::Language, &gold, "nb-NO", [1, 1, 1, 1]);
    check(Field::Language, &gold, "da", [1, 1, 0, 0]);
    check(Field::Language, &gold, "", [1, 0, 0, 0]);
    check_unknown(Field::Language, &json!({"lang": null}));
}

#[test]
fn bodies() {
    let gold = json!({"body_snippets": {"with": ["left the ferry", "ask me again"], "without": ["cookies", "adverts"]}});
    check(Field::Body, &gold, "It left  the\nferry. We use cookies.", [2, 2, 1, 1]);
    check(Field::Body, &gold, "", [2, 0, 0, 0]);
    check_unknown(Field::Body, &json!({"body_snippets": {"with": [], "without": ["cookies"]}}));
}
