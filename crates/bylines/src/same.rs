use copydesk_lexicon::is_word;

/// Whether two texts print the same name: case, order of words and punctuation do not count.
///
/// ```
/// use copydesk_bylines::same_name;
///
/// assert!(same_name("DOE, Jane", "Jane Doe"));
/// assert!(!same_name("Jane Doe", "Jane Roe"));
/// ```
pub fn same_name(a: &str, b: &str) -> bool {
    let may_be = match (ascii_letters(a), ascii_letters(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    may_be && name_key(a) == name_key(b)
}

/// How many letters and digits a text of ASCII has: folding leaves them all.
fn ascii_letters(text: &str) -> Option<usize> {
    text.is_ascii().then(|| text.bytes().filter(u8::is_ascii_alphanumeric).count())
}

/// A key that is equal for all texts that print the same name.
pub fn name_key(name: &str) -> String {
    let folded = copydesk_lexicon::fold(name);
    let mut words: Vec<&str> = folded.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}
