//! The form in which values are compared: words without case, diacritics and punctuation.

use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Soft hyphen, zero-width and direction marks, tatweel.
const INVISIBLE: &str =
    "\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{2060}\u{FEFF}\u{640}";

/// The folded words of a text. In scripts without spaces each character is a word.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut open = String::new();
    let mut close =
        |open: &mut String| words.extend(Some(std::mem::take(open)).filter(|word| !word.is_empty()));
    for c in text.chars() {
        match Part::of(c) {
            Part::OfWord => open.extend(fold_char(c)),
            Part::Word => {
                close(&mut open);
                open.extend(fold_char(c));
                close(&mut open);
            }
            Part::Gap => close(&mut open),
        }
    }
    close(&mut open);
    words
}

/// Folds letters and digits, keeps everything else.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(fold_char).collect()
}

/// Whether a word is a character of a script without spaces.
pub(super) fn is_character_word(word: &str) -> bool {
    word.chars().next().is_some_and(|c| Part::of(c) == Part::Word)
}

/// 2 × shared / all words of both, each word as often as it stands there.
pub(super) fn overlap(a: &[String], b: &[String]) -> f64 {
    let mut left = BTreeMap::new();
    for word in a {
        *left.entry(word).or_insert(0) += 1;
    }
    let mut take = |word| left.get_mut(word).filter(|count| **count > 0).map(|count| *count -= 1);
    let shared = b.iter().filter_map(&mut take).count();
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / (a.len() + b.len()) as f64 }
}

/// Compatibility forms, one blank for each run of white space.
pub(crate) fn squeeze(text: &str) -> String {
    let text: String = text.nfkc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    OfWord,
    Word,
    Gap,
}

impl Part {
    fn of(c: char) -> Self {
        let group = c.general_category_group();
        let is_mark = group == GeneralCategoryGroup::Mark;
        match matches!(group, GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number) {
            true if copydesk_lexicon::is_spaceless(c) => Self::Word,
            true => Self::OfWord,
            false if is_mark || INVISIBLE.contains(c) => Self::OfWord,
            false => Self::Gap,
        }
    }
}

/// Maybe nothing, maybe several characters.
fn fold_char(c: char) -> impl Iterator<Item = char> {
    let decomposes = matches!(c as u32, 0..0x0590 | 0x1E00..0x2000);
    let form: String = if decomposes { c.nfkd().collect() } else { c.nfkc().collect() };
    let folded: Vec<char> = form.chars().flat_map(casefold).filter(|c| !is_dropped(*c)).map(same).collect();
    folded.into_iter()
}

fn casefold(c: char) -> impl Iterator<Item = char> {
    let sharp = matches!(c, 'ß' | 'ẞ');
    c.to_lowercase().map(move |c| if sharp { 's' } else { c }).chain(sharp.then_some('s'))
}

/// Diacritics of Latin, Greek, Cyrillic, Hebrew and Arabic letters, and what has no width.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{652}')
        || INVISIBLE.contains(c)
}

/// Letters written in several ways, and digits of all scripts.
fn same(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'أ' | 'إ' | 'آ' => 'ا',
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ς' => 'σ',
        _ => digit(c).unwrap_or(c),
    }
}

/// Decimal digits stand in runs of ten, from nought to nine.
fn digit(c: char) -> Option<char> {
    let is_digit = |c: char| c.general_category() == GeneralCategory::DecimalNumber;
    let below = (1..10).take_while(|n| char::from_u32(c as u32 - n).is_some_and(is_digit)).count();
    is_digit(c).then(|| char::from_digit(below as u32, 10)).flatten()
}
