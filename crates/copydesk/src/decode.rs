use crate::Severity;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use memchr::{memchr, memchr_iter};
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
    let mut oddities = Vec::new();
    if bytes.len() < content.len() {
        oddities.push(Oddity { kind: Kind::TooLong { bytes: content.len() }, at: bytes.len() });
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => decode_marked(bytes, encoding, mark, &mut oddities),
        None => decode_unmarked(bytes, &mut oddities),
    };
    note_nul(&text, bytes, &mut oddities);
    Decoded { text, oddities }
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
                    "expected a page of at most {LONGEST_DOCUMENT} bytes, found {bytes}; the rest is not read"
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

fn decode_marked<'b>(
    bytes: &'b [u8],
    encoding: &'static Encoding,
    mark: usize,
    oddities: &mut Vec<Oddity>,
) -> Cow<'b, str> {
    let kind = if encoding == UTF_8 { Kind::ByteOrderMark } else { Kind::Decoded { encoding } };
    oddities.push(Oddity { kind, at: 0 });
    decode_as(encoding, &bytes[mark..], mark, oddities)
}

fn decode_unmarked<'b>(bytes: &'b [u8], oddities: &mut Vec<Oddity>) -> Cow<'b, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) if is_mostly_utf8(bytes) => decode_as(UTF_8, bytes, 0, oddities),
        Err(error) => {
            let encoding = guess(bytes);
            oddities.push(Oddity { kind: Kind::Decoded { encoding }, at: error.valid_up_to() });
            decode_as(encoding, bytes, error.valid_up_to(), oddities)
        }
    }
}

/// `at` is where to look for what cannot be decoded; only in UTF-8 the place is known exactly.
fn decode_as<'b>(
    encoding: &'static Encoding,
    bytes: &'b [u8],
    at: usize,
    oddities: &mut Vec<Oddity>,
) -> Cow<'b, str> {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    if has_errors {
        let at = if encoding == UTF_8 { at + Encoding::utf8_valid_up_to(bytes) } else { at };
        oddities.push(Oddity { kind: Kind::Undecodable { encoding }, at });
    }
    text
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
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn note_nul(text: &str, bytes: &[u8], oddities: &mut Vec<Oddity>) {
    let count = memchr_iter(0, text.as_bytes()).count();
    if count > 0 {
        oddities.push(Oddity { kind: Kind::Nul { count }, at: memchr(0, bytes).unwrap_or_default() });
    }
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
        check(b"\xFF\xFEa\0b", "a\u{FFFD}", &["decoded_utf-16le@0", "undecodable@2"]);
    }

    #[test]
    fn nul_bytes_stay() {
        check(b"a\0b\0", "a\0b\0", &["nul_bytes@1"]);
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
