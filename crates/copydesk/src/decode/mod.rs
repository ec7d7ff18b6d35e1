//! Makes text of bytes.

mod oddity;
#[cfg(test)]
mod tests;

pub(crate) use oddity::{Kind, Oddity};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8};
use memchr::memchr_iter;
use std::borrow::Cow;

/// How many bytes of a document are looked at, as many as Common Crawl keeps of a page. What finders remember of a text is
/// many times as large as the text, and a file that is no page must not cost a machine.
pub(crate) const LONGEST_DOCUMENT: usize = 1 << 20;

/// A document's content as text, and what is odd about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) oddities: Vec<Oddity>,
}

/// Makes text of a content, whatever it is: UTF-8 if it is that, by and large; else what the byte order mark says; else
/// what the bytes look like.
pub(crate) fn decode(content: &[u8]) -> Decoded<'_> {
    let bytes = &content[..floor_char_boundary(content, LONGEST_DOCUMENT)];
    let mut reading = Reading { bytes, is_whole: bytes.len() == content.len(), oddities: Vec::new() };
    if !reading.is_whole {
        reading.note(Kind::TooLong { bytes: content.len() }, bytes.len());
    }
    let text = reading.text();
    reading.note_nul(&text);
    Decoded { text, oddities: reading.oddities }
}

/// Makes text of an input that its byte order mark says to be UTF-16, however long it is; `None` for any other.
pub(crate) fn decode_utf16(bytes: &[u8]) -> Option<Decoded<'_>> {
    is_utf16(bytes).then(|| {
        let mut reading = Reading { bytes, is_whole: true, oddities: Vec::new() };
        let text = reading.text();
        Decoded { text, oddities: reading.oddities }
    })
}

/// Whether the bytes begin with a byte order mark of UTF-16.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// The given length or up to three bytes less, so that no UTF-8 character is cut.
fn floor_char_boundary(bytes: &[u8], length: usize) -> usize {
    let is_inside = |at: &usize| bytes.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
    let length = length.min(bytes.len());
    (length.saturating_sub(3)..=length).rev().find(|at| !is_inside(at)).unwrap_or(length)
}

/// Bytes on their way to a text.
struct Reading<'b> {
    bytes: &'b [u8],
    /// Whether the bytes end where the content does. If not, the last character may be half.
    is_whole: bool,
    oddities: Vec<Oddity>,
}

impl<'b> Reading<'b> {
    fn text(&mut self) -> Cow<'b, str> {
        match Encoding::for_bom(self.bytes) {
            Some((encoding, mark)) => {
                self.note(
                    if encoding == UTF_8 { Kind::ByteOrderMark } else { Kind::Decoded { encoding } },
                    0,
                );
                self.decoded(encoding, mark)
            }
            None => self.unmarked(),
        }
    }

    fn unmarked(&mut self) -> Cow<'b, str> {
        match simdutf8::compat::from_utf8(self.bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) if is_mostly_utf8(self.bytes) => self.decoded(UTF_8, 0),
            Err(error) => {
                let encoding = guess(self.bytes);
                self.note(Kind::Decoded { encoding }, error.valid_up_to());
                self.decoded(encoding, 0)
            }
        }
    }

    /// The text of the bytes behind the byte order mark.
    fn decoded(&mut self, encoding: &'static Encoding, mark: usize) -> Cow<'b, str> {
        let bytes = &self.bytes[mark..];
        let (text, has_faults) = if self.is_whole {
            encoding.decode_without_bom_handling(bytes)
        } else {
            decode_start(encoding, bytes)
        };
        if has_faults {
            self.note(Kind::Undecodable { encoding }, mark + first_fault(encoding, bytes));
        }
        text
    }

    fn note_nul(&mut self, text: &str) {
        let count = memchr_iter(0, text.as_bytes()).count();
        if count > 0 {
            self.note(Kind::Nul { count }, first_nul(self.bytes));
        }
    }

    fn note(&mut self, kind: Kind, at: usize) {
        self.oddities.push(Oddity { kind, at });
    }
}

/// The text of bytes that go on, without the character that they may end in the middle of; and whether there are faults.
fn decode_start(encoding: &'static Encoding, bytes: &[u8]) -> (Cow<'static, str>, bool) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or_default();
    let mut text = String::with_capacity(room);
    let (.., has_faults) = decoder.decode_to_string(bytes, &mut text, false);
    (text.into(), has_faults)
}

/// Where the first bytes stand that mean nothing in the encoding.
fn first_fault(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or_default();
    let mut text = String::with_capacity(room);
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::Malformed(fault, behind), read) => {
            read.saturating_sub(usize::from(fault) + usize::from(behind))
        }
        _ => 0,
    }
}

/// Where the first NUL stands: in UTF-16 it is a unit of two bytes, and one of the two alone is half a letter.
fn first_nul(bytes: &[u8]) -> usize {
    let size = if is_utf16(bytes) { 2 } else { 1 };
    let unit = bytes.chunks(size).position(|unit| unit.iter().all(|byte| *byte == 0));
    unit.unwrap_or_default() * size
}

/// Whether the bytes are UTF-8 that was damaged here and there: other encodings hardly ever hold valid sequences.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sequences, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    sequences > faults
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    // Never the last: half a character at the end would rule out its encoding.
    detector.feed(bytes, false);
    detector.guess(None, Utf8Detection::Deny)
}
