//! Words as they are typed otherwise.

use copydesk_lexicon::fold;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters with a dot below, as one code point and as the two that Unicode's normal forms have.
const NUKTA: [(&str, &str); 16] = [
    ("\u{915}\u{93C}", "\u{958}"),
    ("\u{916}\u{93C}", "\u{959}"),
    ("\u{917}\u{93C}", "\u{95A}"),
    ("\u{91C}\u{93C}", "\u{95B}"),
    ("\u{921}\u{93C}", "\u{95C}"),
    ("\u{922}\u{93C}", "\u{95D}"),
    ("\u{92B}\u{93C}", "\u{95E}"),
    ("\u{92F}\u{93C}", "\u{95F}"),
    ("\u{9A1}\u{9BC}", "\u{9DC}"),
    ("\u{9A2}\u{9BC}", "\u{9DD}"),
    ("\u{9AF}\u{9BC}", "\u{9DF}"),
    ("\u{A17}\u{A3C}", "\u{A5A}"),
    ("\u{A1C}\u{A3C}", "\u{A5B}"),
    ("\u{A2B}\u{A3C}", "\u{A5E}"),
    ("\u{B21}\u{B3C}", "\u{B5C}"),
    ("\u{B22}\u{B3C}", "\u{B5D}"),
];

/// The folded ways to type a word, but for the one without diacritics.
pub(super) fn spellings(word: &str) -> BTreeSet<String> {
    let composed: String = word.nfc().collect();
    let one_point = NUKTA.iter().fold(composed.clone(), |word, (two, one)| word.replace(two, one));
    let spaced = composed.replace('\u{200C}', " ");
    [composed, one_point, spaced].iter().map(|word| fold(word)).collect()
}

/// A folded word of Latin or Greek letters without its marks, where it has some: capitals drop them in Greek, and keyboards
/// elsewhere. Two letters are left of too many words.
pub(super) fn bare(word: &str) -> Option<String> {
    let bare: String =
        word.chars().map(base).collect::<String>().nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    (bare != word && bare.len() >= 3 && letters().all(is_latin_or_greek)).then_some(bare)
}

fn is_latin_or_greek(c: char) -> bool {
    matches!(c, '\0'..='\u{3FF}' | '\u{1E00}'..='\u{1FFF}')
}

/// What is typed for letters that are no letter with a mark.
fn base(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'ı' => 'i',
        'đ' | 'ð' | 'ɗ' => 'd',
        'ħ' => 'h',
        'ə' => 'e',
        'ɓ' => 'b',
        'ƙ' => 'k',
        'ƴ' => 'y',
        'ʻ' | 'ʿ' | 'ʾ' => '\'',
        c => c,
    }
}
