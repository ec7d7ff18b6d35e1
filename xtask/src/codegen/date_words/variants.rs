//! Words as they are typed without their diacritics.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of Latin or Greek letters without its marks, where it has some: capitals drop them in Greek, and keyboards
/// elsewhere.
pub(super) fn bare(word: &str) -> Option<String> {
    let bare: String =
        word.chars().map(base).collect::<String>().nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    (bare != word && letters().all(is_latin_or_greek)).then_some(bare)
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
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ə' => 'e',
        'ɓ' => 'b',
        'ɗ' => 'd',
        'ƙ' => 'k',
        'ƴ' => 'y',
        'ʻ' | 'ʿ' | 'ʾ' => '\'',
        c => c,
    }
}
