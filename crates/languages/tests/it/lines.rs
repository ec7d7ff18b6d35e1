use copydesk_languages::identify;
use serde::Deserialize;

#[derive(Deserialize)]
struct Lines {
    line: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    tag: String,
}

#[test]
fn short_lines_show_their_language_or_none() {
    let Lines { line } = toml::from_str(include_str!("../../testdata/lines.toml")).unwrap();
    let wrong: Vec<String> = line
        .iter()
        .map(|line| (line, identify(&line.text)))
        .filter(|(line, guess)| guess.tag != line.tag)
        .map(|(line, guess)| format!("{:?} is {}, not {guess:?}", line.text, line.tag))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
