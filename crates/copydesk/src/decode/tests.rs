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
