//! The examples of the repository's README print what it says.

use crate::command::run_in;
use std::path::Path;

#[test]
fn examples_print_what_they_say() {
    let readme = include_str!("../../../../README.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut examples = 0;
    for example in readme.split("```console\n").skip(1) {
        let example = example.split("```").next().unwrap_or_default();
        let indent = example.len() - example.trim_start_matches(' ').len();
        let lines: Vec<&str> = example.lines().map(|line| line.get(indent..).unwrap_or_default()).collect();
        let command = lines[0].replace("$ cargo xtask ", "").replace("$ copydesk ", "");
        let args: Vec<&str> = command.split(' ').collect();
        let run = run_in(&root, &args, b"");
        assert_eq!(run.text().trim_end(), lines[1..].join("\n").trim_end(), "{command}");
        examples += 1;
    }
    assert_eq!(examples, 3);
}
