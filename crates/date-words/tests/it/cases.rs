//! Cases as data.

use copydesk_date_words::{digit, order, patterns_behind, senses};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases<C> {
    case: Vec<C>,
}

fn cases<C: DeserializeOwned>(toml: &str) -> Vec<C> {
    let cases: Cases<C> = toml::from_str(toml).unwrap();
    assert!(!cases.case.is_empty());
    cases.case
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    word: String,
    locale: String,
    means: Option<String>,
    lacks: Option<String>,
}

#[test]
fn words_mean_what_they_mean_in_their_locale_and_nothing_else() {
    for Phrase { word, locale, means, lacks } in cases(include_str!("../../testdata/senses.toml")) {
        let here = senses(&word).iter().filter(|sense| sense.locales.contains(&locale));
        let meanings: Vec<String> = here.map(|sense| format!("{:?}", sense.meaning)).collect();
        match (means, lacks) {
            (Some(means), None) => assert!(meanings.contains(&means), "{word} in {locale}: {meanings:?}"),
            (None, Some(lacks)) => assert!(!meanings.contains(&lacks), "{word} in {locale}: {meanings:?}"),
            _ => panic!("{word}: expected either `means` or `lacks`"),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    before: String,
    behind: String,
    is: Option<(String, i8, String)>,
}

#[test]
fn counts_from_now_have_a_unit_and_a_direction() {
    for Count { before, behind, is } in cases(include_str!("../../testdata/patterns.toml")) {
        let before_folded = copydesk_lexicon::fold(&before);
        let found = patterns_behind(&behind).map_or(&[][..], |found| found.senses);
        let fitting: Vec<_> =
            found.iter().filter(|pattern| before_folded.ends_with(pattern.before)).collect();
        match is {
            None => assert!(fitting.is_empty(), "{before} 3 {behind}: {fitting:?}"),
            Some((unit, sign, locale)) => assert!(
                fitting.iter().any(|pattern| {
                    (format!("{:?}", pattern.unit), pattern.sign) == (unit.clone(), sign)
                        && pattern.locales.contains(&locale)
                }),
                "{before} 3 {behind} in {locale}: {found:?}"
            ),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Locale {
    tag: String,
    order: Option<String>,
}

#[test]
fn locales_inherit_the_order_of_dates() {
    for Locale { tag, order: expected } in cases(include_str!("../../testdata/locales.toml")) {
        assert_eq!(order(&tag).map(|order| format!("{order:?}")), expected, "{tag}");
    }
}

#[track_caller]
fn check_digits(digits: &str, expected: &[Option<u8>]) {
    assert_eq!(digits.chars().map(digit).collect::<Vec<_>>(), expected);
}

#[test]
fn digits_of_any_script_have_a_value() {
    check_digits("07", &[Some(0), Some(7)]);
    check_digits("٢٠١٧", &[Some(2), Some(0), Some(1), Some(7)]);
    check_digits("۱۳۹۶", &[Some(1), Some(3), Some(9), Some(6)]);
    check_digits("๒๕๖๐", &[Some(2), Some(5), Some(6), Some(0)]);
    check_digits("২৯०९", &[Some(2), Some(9), Some(0), Some(9)]);
    check_digits("３𝟗", &[Some(3), Some(9)]);
}

#[test]
fn other_characters_have_none() {
    check_digits("a/:~", &[None; 4]);
    check_digits("½²①Ⅷ", &[None; 4]);
    check_digits("二٪۔", &[None; 3]);
    check_digits("\u{65F}\u{66A}\u{10FFFF}", &[None; 3]);
}
