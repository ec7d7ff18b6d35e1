use copydesk_blocks::{Page, read};
use serde::Deserialize;
use std::fmt::Write;

/// A page as [`shown`] shows it.
#[derive(Deserialize)]
struct Case {
    name: String,
    page: String,
}

#[derive(Deserialize)]
struct Cases {
    page: Vec<Case>,
}

/// A line of output for each of the page: `>` for the main text, the role, a bar, the line as it stands in the text.
fn shown(page: &Page<'_>) -> String {
    let mut shown = String::new();
    for (at, line) in page.lines.iter().enumerate() {
        let mark = if page.main.contains(&at) { '>' } else { ' ' };
        let role = format!("{:?}", line.role);
        write!(shown, "{mark} {role:<9}|{}", &page.text[line.full.clone()]).unwrap();
    }
    shown
}

/// The text of a page that [`shown`] has shown.
fn text(shown: &str) -> String {
    shown.lines().filter_map(|line| Some([line.split_once('|')?.1, "\n"].concat())).collect()
}

#[track_caller]
fn check(case: &Case) {
    let text = text(&case.page);
    let found = shown(&read(&text));
    assert!(found == case.page, "{}: expected\n{}\nfound\n{found}", case.name, case.page);
}

#[test]
fn each_line_has_its_role() {
    let Cases { page } = toml::from_str(include_str!("../../testdata/pages.toml")).unwrap();
    page.iter().for_each(check);
}
