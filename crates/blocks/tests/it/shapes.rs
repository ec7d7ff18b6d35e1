use copydesk_blocks::{Ending, Shape, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// A line and the counts of its shape; what is not stated is 0.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    ending: String,
    words: u32,
    #[serde(default)]
    capitals: u32,
    #[serde(default)]
    digits: u32,
    #[serde(default)]
    stops: u32,
    #[serde(default)]
    commas: u32,
    #[serde(default)]
    spaceless: u32,
    #[serde(default)]
    quoted: bool,
}

impl Case {
    fn shape(&self) -> Shape {
        Shape {
            chars: self.content().chars().count() as u32,
            letters: self.content().chars().filter(|c| c.is_alphabetic()).count() as u32,
            words: self.words,
            capitals: self.capitals,
            digits: self.digits,
            stops: self.stops,
            commas: self.commas,
            spaceless: self.spaceless,
            bullet: None,
            ending: self.ending(),
            quoted: self.quoted,
        }
    }

    fn content(&self) -> &str {
        self.text.trim()
    }

    fn ending(&self) -> Ending {
        let all = [Ending::Sentence, Ending::Question, Ending::Colon, Ending::Ellipsis, Ending::Open];
        all.into_iter().find(|ending| format!("{ending:?}") == self.ending).unwrap()
    }
}

#[test]
fn counts_and_ends() {
    let Cases { case } = toml::from_str(include_str!("../../testdata/shapes.toml")).unwrap();
    let wrong: Vec<String> = case
        .iter()
        .map(|case| (case, read(&case.text).lines[0].shape))
        .filter(|(case, shape)| *shape != case.shape())
        .map(|(case, shape)| format!("{:?}\nexpected {:?}\nfound    {shape:?}", case.text, case.shape()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
