use copydesk_blocks::{Bullet, read};
use serde::Deserialize;

/// A text, its lines with their ends, their content, and the bullets before it; empty for none.
#[derive(Deserialize)]
struct Case {
    name: String,
    fulls: Vec<String>,
    spans: Vec<String>,
    bullets: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn shown(bullet: Option<Bullet>) -> String {
    match bullet {
        Some(Bullet::Mark(mark)) => mark.to_string(),
        Some(Bullet::Number(number)) => number.to_string(),
        None => String::new(),
    }
}

#[track_caller]
fn check(case: &Case) {
    let text = case.fulls.concat();
    let page = read(&text);
    let fulls: Vec<&str> = page.lines.iter().map(|line| &text[line.full.clone()]).collect();
    let spans: Vec<&str> = (0..page.lines.len()).map(|at| page.line(at)).collect();
    let bullets: Vec<String> = page.lines.iter().map(|line| shown(line.shape.bullet)).collect();
    let none = vec![String::new(); case.fulls.len()];
    assert_eq!(fulls, case.fulls, "{}", case.name);
    assert_eq!(spans, case.spans, "{}", case.name);
    assert_eq!(&bullets, case.bullets.as_ref().unwrap_or(&none), "{}", case.name);
}

#[test]
fn ends_blanks_and_bullets() {
    let Cases { case } = toml::from_str(include_str!("../../testdata/lines.toml")).unwrap();
    case.iter().for_each(check);
}

#[test]
fn beyond_the_last_line_there_is_nothing() {
    let page = read("one line\n");
    assert_eq!((page.lines.len(), page.line(0), page.line(1)), (1, "one line", ""));
}
