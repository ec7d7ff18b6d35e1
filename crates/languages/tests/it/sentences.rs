use copydesk_languages::identify;
use std::collections::BTreeMap;

/// Language to sentences.
fn sentences() -> BTreeMap<String, Vec<String>> {
    toml::from_str(include_str!("../../testdata/sentences.toml")).unwrap()
}

/// All wrong guesses are shown together.
#[test]
fn each_sentence_shows_its_language() {
    let wrong: Vec<String> = sentences()
        .iter()
        .flat_map(|(tag, texts)| texts.iter().map(move |text| (tag, text, identify(text))))
        .filter(|(tag, _, guess)| guess.tag != *tag)
        .map(|(tag, text, guess)| format!("{tag}: {guess:?}: {text}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_many_languages_with_two_sentences() {
    let sentences = sentences();
    assert!(sentences.len() >= 70, "{}", sentences.len());
    assert!(sentences.values().all(|texts| texts.len() >= 2));
}

#[test]
fn capitals_change_nothing() {
    let wrong: Vec<String> = sentences()
        .iter()
        .flat_map(|(tag, texts)| texts.iter().map(move |text| (tag, text.to_uppercase())))
        .filter(|(tag, text)| identify(text).tag != *tag)
        .map(|(tag, text)| format!("{tag}: {text}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
