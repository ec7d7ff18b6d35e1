use copydesk_languages::{Guess, Votes, identify};

fn votes(lines: &[&str]) -> Votes {
    let mut votes = Votes::new();
    for line in lines {
        votes.add(line);
    }
    votes
}

#[track_caller]
fn check(lines: &[&str], tag: &str) {
    let guess = votes(lines).guess();
    assert_eq!(guess.tag, tag, "{guess:?}");
}

#[test]
fn lines_that_say_little_alone_say_enough_together() {
    check(&["Bize yazin", "Ana səhifə", "Xəbərlər", "Arxiv"], "az");
    check(&["Forum", "Contact", "S'abonner", "Discuter de cet article"], "fr");
    check(&["Kontakt", "Impressum", "Datenschutz"], "de");
    check(&["東京", "大阪", "ニュース", "スポーツ"], "ja");
}

#[test]
fn nothing_is_undetermined() {
    check(&[], "und");
    check(&["", " ", "12.05.2017", "http://example.org"], "und");
    assert_eq!(Votes::new().guess(), Guess::UNDETERMINED);
    assert!(!Guess::UNDETERMINED.is_determined());
}

#[test]
fn what_lies_beyond_the_limit_is_not_read() {
    let german = "Der Rat hat am Dienstag über die Brücke beraten. ".repeat(Votes::LIMIT / 40);
    let mut votes = votes(&[&german]);
    let before = votes.guess();
    votes.add(&"The council has decided to repair the bridge. ".repeat(100));
    assert_eq!((before.tag, votes.guess()), ("de", before));
}

#[test]
fn one_of_a_choice() {
    let scandinavian = votes(&["Artikkelen er oppdatert"]);
    assert_eq!(scandinavian.guess_among(&["no", "en"]).tag, "no");
    assert_eq!(scandinavian.guess_among(&["en"]).tag, "en");
    assert_eq!(votes(&["Νέα και σχόλια"]).guess_among(&["en", "el"]).tag, "el");
    assert_eq!(votes(&["Νέα και σχόλια"]).guess_among(&["en", "fr"]).tag, "und");
    assert_eq!(votes(&["The news of the day"]).guess_among(&["xx"]).tag, "und");
}

#[test]
fn more_text_gives_more_confidence() {
    let short = identify("La gare");
    let long = identify("La gare du village est fermée depuis lundi à cause des travaux sur la ligne.");
    assert_eq!(long.tag, "fr");
    assert!(short.confidence < long.confidence, "{short:?} {long:?}");
}
