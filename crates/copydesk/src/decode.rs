use crate::Severity;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8};
use memchr::memchr_iter;
use std::borrow::Cow;
use std::fmt;

/// How many bytes of a document are looked at, as many as Common Crawl keeps of a page. What finders remember of a text is
/// many times as large as the text, and a file that is no page must not cost a machine.
pub(crate) const LONGEST_DOCUMENT: usize = 1 << 20;

/// A document's content as text, and what is odd about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) oddities: Vec<Oddity>,
}

/// Something odd about a content, and at which of its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Oddity {
    pub(crate) kind: Kind,
    pub(crate) at: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// More bytes than are looked at.
    TooLong { bytes: usize },
    /// A UTF-8 byte order mark; it is no part of the text.
    ByteOrderMark,
    /// Another encoding than UTF-8, by its byte order mark or by a guess.
    Decoded { encoding: &'static Encoding },
    /// Bytes that mean nothing in the encoding; replacement characters stand in for them.
    Undecodable { encoding: &'static Encoding },
    /// NUL bytes; they stay.
    Nul { count: usize },
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

impl Kind {
    pub(crate) fn code(&self) -> Cow<'static, str> {
        match self {
            Self::TooLong { .. } => "too_long".into(),
            Self::ByteOrderMark => "byte_order_mark".into(),
            Self::Decoded { encoding } => format!("decoded_{}", encoding.name().to_ascii_lowercase()).into(),
            Self::Undecodable { .. } => "undecodable".into(),
            Self::Nul { .. } => "nul_bytes".into(),
        }
    }

    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::TooLong { .. } | Self::Undecodable { .. } => Severity::Problem,
            Self::ByteOrderMark | Self::Decoded { .. } | Self::Nul { .. } => Severity::Warning,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => {
                write!(
                    f,
                    "expected a page of at most {LONGEST_DOCUMENT} bytes, found {bytes}; no field is looked for in the rest"
                )
            }
            Self::ByteOrderMark => f.write_str("expected text, found a byte order mark"),
            Self::Decoded { encoding } => {
                write!(f, "expected UTF-8, found what looks like {}; read as such", encoding.name())
            }
            Self::Undecodable { encoding } => {
                write!(
                    f,
                    "expected {}, found bytes that mean nothing in it; replaced by U+FFFD",
                    encoding.name()
                )
            }
            Self::Nul { count } => write!(f, "expected text, found {count} NUL bytes; kept"),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::{LONGEST_DOCUMENT, decode};

    /// Decodes, and lists the oddities as `code@byte`.
    #[track_caller]
    fn check(content: &[u8], text: &str, oddities: &[&str]) {
        let decoded = decode(content);
        assert_eq!(decoded.text, text);
        let found: Vec<_> =
            decoded.oddities.iter().map(|odd| format!("{}@{}", odd.kind.code(), odd.at)).collect();
        assert_eq!(found, oddities);
    }

    #[test]
    fn utf8_is_borrowed_and_nothing_is_odd() {
        for text in ["", "plain", "Ærlig talt, naïve 東京 🗼", "line\r\nline\r\n"] {
            check(text.as_bytes(), text, &[]);
            assert!(matches!(decode(text.as_bytes()).text, std::borrow::Cow::Borrowed(_)));
        }
    }

    #[test]
    fn marks_are_honoured_and_left_out() {
        check(b"\xEF\xBB\xBFa", "a", &["byte_order_mark@0"]);
        check(b"\xFF\xFEa\0\x42\x04", "aт", &["decoded_utf-16le@0"]);
        check(b"\xFE\xFF\0a\x04\x42", "aт", &["decoded_utf-16be@0"]);
        check(b"\xFF\xFE", "", &["decoded_utf-16le@0"]);
    }

    #[test]
    fn marks_inside_are_text() {
        check("a\u{FEFF}b".as_bytes(), "a\u{FEFF}b", &[]);
    }

    #[test]
    fn legacy_encodings_are_guessed() {
        let russian = "Мост открыли в среду вечером, и первым по нему прошёл почтальон.";
        let (bytes, encoding, _) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(encoding.name(), "windows-1251");
        check(&bytes, russian, &["decoded_windows-1251@0"]);
        let french = "Le musée a rouvert ses portes après une année de travaux.";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(french);
        check(&bytes, french, &["decoded_windows-1252@6"]);
        let japanese = "港の鐘が十年ぶりに鳴り、漁師たちは手を止めて聞き入った。";
        let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(japanese);
        check(&bytes, japanese, &["decoded_shift_jis@0"]);
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        check(b"caf\xC3\xA9, th\xC3\xA9, \xE9t", "café, thé, \u{FFFD}t", &["undecodable@13"]);
        check(b"\xEF\xBB\xBFa\xFFb", "a\u{FFFD}b", &["byte_order_mark@0", "undecodable@4"]);
    }

    #[test]
    fn an_odd_byte_at_the_end_of_utf16_is_lost_and_said_so() {
        check(b"\xFF\xFEa\0b", "a\u{FFFD}", &["decoded_utf-16le@0", "undecodable@4"]);
    }

    #[test]
    fn nul_bytes_stay() {
        check(b"a\0b\0", "a\0b\0", &["nul_bytes@1"]);
        check(b"\xEF\xBB\xBFab\0", "ab\0", &["byte_order_mark@0", "nul_bytes@5"]);
        check(b"\xFF\xFEa\0b\0\0\0", "ab\0", &["decoded_utf-16le@0", "nul_bytes@6"]);
        check(b"\xFE\xFF\x01\0\0\x01\0\0", "\u{100}\u{1}\0", &["decoded_utf-16be@0", "nul_bytes@6"]);
    }

    #[test]
    fn half_a_character_at_the_end_rules_no_encoding_out() {
        let japanese = "港の鐘が十年ぶりに鳴り、漁師たちは手を止めて聞き入った。".repeat(40);
        let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(&japanese);
        let text = japanese.trim_end_matches('。').to_owned() + "\u{FFFD}";
        let fault = format!("undecodable@{}", bytes.len() - 2);
        check(&bytes[..bytes.len() - 1], &text, &["decoded_shift_jis@0", &fault]);
    }

    #[test]
    fn what_ends_in_a_letter_with_a_mark_is_guessed() {
        for text in
            ["Il a fermé le café", "Die Fähre kam zu spät: dafür wirbt niemand für das Gebäude am Brückenbö"]
        {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(decode(&bytes).text, text);
        }
    }

    /// Decodes a text of more bytes than are looked at, in another encoding than UTF-8.
    #[track_caller]
    fn check_cut(bytes: &[u8], start: &str, code: &str) {
        let decoded = decode(bytes);
        assert!(start.starts_with(&*decoded.text), "{code}");
        assert!(bytes.len() > LONGEST_DOCUMENT && decoded.text.len() > LONGEST_DOCUMENT / 2, "{code}");
        let codes: Vec<_> = decoded.oddities.iter().map(|odd| odd.kind.code()).collect();
        assert_eq!(codes, ["too_long", code]);
    }

    #[test]
    fn other_encodings_too_are_cut_between_characters() {
        let japanese = "港の鐘が十年ぶりに鳴り、漁師たちは手を止めて聞き入った。\n".repeat(20_000);
        for ascii in ["", "a"] {
            let text = [ascii, &japanese].concat();
            let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(&text);
            check_cut(&bytes, &text, "decoded_shift_jis");
        }
        for text in ["亀".repeat(600_000), "🗼".repeat(300_000), ["a", &"🗼".repeat(300_000)].concat()] {
            let bytes: Vec<u8> =
                "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            check_cut(&bytes, &text, "decoded_utf-16le");
        }
    }

    #[test]
    fn long_documents_are_cut_between_characters() {
        for (ascii, kept) in [(0, 0), (1, 0), (2, 2), (3, 3), (4, 3)] {
            let mut content = vec![b'a'; LONGEST_DOCUMENT - ascii];
            content.extend("é!".repeat(9).bytes());
            let decoded = decode(&content);
            assert_eq!(decoded.text.len(), LONGEST_DOCUMENT - ascii + kept, "{ascii}");
            assert_eq!(decoded.oddities.len(), 1);
            assert_eq!(decoded.oddities[0].kind.code(), "too_long");
        }
    }

    #[test]
    fn documents_of_the_greatest_length_are_not_cut() {
        let content = vec![b'a'; LONGEST_DOCUMENT];
        assert_eq!(decode(&content).oddities, []);
    }
}
