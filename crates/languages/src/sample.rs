//! The words of a text as the model expects them.

use crate::votes::Votes;

/// The beginning of a text, at most `limit` bytes, cut between characters.
pub(crate) fn beginning(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Passes on words of language, as many at once as stand together: no web or mail addresses.
pub(crate) fn each_run<'t>(text: &'t str, found: impl FnMut(&'t str)) {
    const MARKS: [&str; 3] = ["http", "www.", "@"];
    if MARKS.iter().any(|mark| text.contains(mark)) {
        text.split_whitespace().filter(|word| !is_address(word)).for_each(found);
    } else {
        std::iter::once(text.trim()).for_each(found);
    }
}

fn is_address(word: &str) -> bool {
    word.starts_with("http") || word.starts_with("www.") || word.as_bytes().contains(&b'@')
}

/// Whether a text is all in capitals, by its beginning. Then it is read in small letters, for so are the texts that the
/// model has learned from.
pub(crate) fn is_in_capitals(text: &str) -> bool {
    let balance = |c: char| match c {
        'A'..='Z' => 1,
        '\0'..='\x7F' => -i32::from(c.is_ascii_lowercase()),
        _ => i32::from(c.is_uppercase()) - i32::from(c.is_lowercase()),
    };
    text.chars().take(100).map(balance).sum::<i32>() > 0
}

/// The bytes of some pieces of text, up to [`Votes::LIMIT`].
#[derive(Clone, Debug)]
pub(crate) struct Bytes {
    /// Before each piece stands a byte that no n-gram holds.
    buffer: [u8; 2 * Votes::LIMIT],
    len: usize,
    /// How many of them are the pieces' own.
    own: usize,
}

impl Bytes {
    const START: u8 = 0;

    pub(crate) const fn new() -> Self {
        Self { buffer: [0; 2 * Votes::LIMIT], len: 0, own: 0 }
    }

    /// How many bytes there is still room for.
    pub(crate) fn left(&self) -> usize {
        Votes::LIMIT - self.own
    }

    /// Begins a piece. No more than there are bytes, since each has one at least.
    pub(crate) fn begin(&mut self) {
        if self.left() > 0 {
            self.put(&[Self::START]);
        }
    }

    /// Adds bytes of a piece.
    pub(crate) fn extend(&mut self, bytes: &[u8]) {
        let fitting = &bytes[..bytes.len().min(self.left())];
        self.own += fitting.len();
        self.put(fitting);
    }

    fn put(&mut self, bytes: &[u8]) {
        let end = self.len + bytes.len();
        if let Some(free) = self.buffer.get_mut(self.len..end) {
            free.copy_from_slice(bytes);
            self.len = end;
        }
    }

    pub(crate) fn all(&self) -> &[u8] {
        &self.buffer[..self.len]
    }
}
