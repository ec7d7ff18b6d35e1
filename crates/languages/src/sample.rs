//! The words of a text as the model expects them.

/// The beginning of a text, at most `limit` bytes, cut between characters.
pub(crate) fn beginning(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Words of language: no web or mail addresses.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| !is_address(word))
}

fn is_address(word: &str) -> bool {
    word.starts_with("http") || word.starts_with("www.") || word.as_bytes().contains(&b'@')
}

/// Whether a text is all in capitals, by its beginning. Then it is read in small letters, for so are the texts that the
/// model has learned from.
pub(crate) fn is_in_capitals(text: &str) -> bool {
    let balance = |c: char| i32::from(c.is_uppercase()) - i32::from(c.is_lowercase());
    text.chars().take(100).map(balance).sum::<i32>() > 0
}

/// The bytes of a text in small letters.
pub(crate) fn for_each_small_byte(text: &str, mut read: impl FnMut(u8)) {
    for c in text.chars().flat_map(char::to_lowercase) {
        c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut read);
    }
}
