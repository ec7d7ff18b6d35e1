use copydesk_lexicon::{is_letter, is_lower, is_upper};

/// What a script shows of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// Names begin with capitals: Latin, Cyrillic, Greek, Armenian.
    Cased,
    /// Blanks between words, no capitals: Arabic, Hebrew, Devanagari, Georgian, Thai.
    Uncased,
    /// Chinese characters and kana.
    Han,
    Hangul,
}

impl Script {
    /// The script of a letter.
    pub(super) fn of(c: char) -> Option<Self> {
        match c as u32 {
            0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Some(Self::Hangul),
            0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => {
                Some(Self::Han)
            }
            _ if !is_letter(c) => None,
            _ if (is_upper(c) || is_lower(c)) && !is_georgian(c) => Some(Self::Cased),
            _ => Some(Self::Uncased),
        }
    }
}

/// Georgian has capitals in Unicode that nobody writes names with.
fn is_georgian(c: char) -> bool {
    matches!(c as u32, 0x10A0..=0x10FF | 0x1C90..=0x1CBF)
}
