//! Languages told by their letters.

/// Stands for the languages that the model tells apart: those in Latin, Cyrillic, Arabic, Devanagari letters.
pub(crate) const MODEL: &str = "mul";

/// First and last letter of a range, and the language that alone uses them or is by far the most printed one that does;
/// sorted (Unicode 16, Blocks.txt).
static RANGES: &[(u32, u32, &str)] = &[
    (0x00C0, 0x00D6, MODEL), // Latin
    (0x00D8, 0x00F6, MODEL),
    (0x00F8, 0x02AF, MODEL),
    (0x0370, 0x03FF, "el"),  // Greek
    (0x0400, 0x052F, MODEL), // Cyrillic
    (0x0531, 0x0587, "hy"),  // Armenian
    (0x05D0, 0x05EA, "he"),  // Hebrew
    (0x05F0, 0x05F2, "yi"),  // Yiddish digraphs
    (0x0620, 0x065F, MODEL), // Arabic
    (0x066E, 0x06D5, MODEL),
    (0x06EE, 0x06EF, MODEL),
    (0x06FA, 0x06FF, MODEL),
    (0x0700, 0x074F, "syr"), // Syriac
    (0x0750, 0x077F, MODEL), // Arabic
    (0x0780, 0x07B1, "dv"),  // Thaana
    (0x08A0, 0x08FF, MODEL), // Arabic
    (0x0900, 0x0963, MODEL), // Devanagari
    (0x0971, 0x097F, MODEL),
    (0x0980, 0x09E3, "bn"), // Bengali
    (0x09F0, 0x09F1, "as"), // Assamese letters of it
    (0x0A00, 0x0A65, "pa"), // Gurmukhi
    (0x0A70, 0x0A75, "pa"),
    (0x0A80, 0x0AE3, "gu"), // Gujarati
    (0x0B00, 0x0B65, "or"), // Oriya
    (0x0B80, 0x0BD7, "ta"), // Tamil
    (0x0C00, 0x0C63, "te"), // Telugu
    (0x0C80, 0x0CE3, "kn"), // Kannada
    (0x0D00, 0x0D63, "ml"), // Malayalam
    (0x0D80, 0x0DDF, "si"), // Sinhala
    (0x0E01, 0x0E4E, "th"), // Thai
    (0x0E80, 0x0ECF, "lo"), // Lao
    (0x0EDC, 0x0EDF, "lo"),
    (0x0F40, 0x0FBC, "bo"), // Tibetan
    (0x1000, 0x103F, "my"), // Myanmar
    (0x1050, 0x108F, "my"),
    (0x10A0, 0x10FF, "ka"), // Georgian
    (0x1100, 0x11FF, "ko"), // Hangul
    (0x1200, 0x124F, "am"), // Ethiopic
    (0x1250, 0x125D, "ti"), // Tigrinya letters of it
    (0x1260, 0x135F, "am"),
    (0x13A0, 0x13FD, "chr"), // Cherokee
    (0x1400, 0x167F, "iu"),  // Canadian syllabics
    (0x1780, 0x17D3, "km"),  // Khmer
    (0x1820, 0x1878, "mn"),  // Mongolian
    (0x1C90, 0x1CBF, "ka"),  // Georgian
    (0x1E00, 0x1EFF, MODEL), // Latin
    (0x1F00, 0x1FFF, "el"),  // Greek
    (0x2D00, 0x2D2F, "ka"),  // Georgian
    (0x2D30, 0x2D7F, "zgh"), // Tifinagh
    (0x3041, 0x30FF, "ja"),  // kana
    (0x3131, 0x318E, "ko"),  // Hangul
    (0x31F0, 0x31FF, "ja"),  // kana
    (0x3400, 0x4DBF, "zh"),  // Han
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7A3, "ko"),  // Hangul
    (0xF900, 0xFAFF, "zh"),  // Han
    (0xFB1D, 0xFB4F, "he"),  // Hebrew
    (0xFB50, 0xFDFF, MODEL), // Arabic
    (0xFE70, 0xFEFC, MODEL),
    (0xFF66, 0xFF9F, "ja"),   // kana
    (0x20000, 0x3FFFF, "zh"), // Han
];

/// A language that shares most letters with another one, its host, and shows itself where at least one letter in `one_in`
/// is its own.
struct Guest {
    tag: &'static str,
    host: &'static str,
    one_in: u32,
}

static GUESTS: [Guest; 5] = [
    Guest { tag: "yi", host: "he", one_in: 50 },
    Guest { tag: "as", host: "bn", one_in: 50 },
    Guest { tag: "ti", host: "am", one_in: 50 },
    Guest { tag: "ja", host: "zh", one_in: 10 },
    Guest { tag: "ko", host: "zh", one_in: 4 },
];

/// Languages of a script of their own that are counted apart in one text; further ones are only counted as letters.
const KINDS: usize = 8;

/// Whose letters a text is written in.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    model: Kind,
    others: [Kind; KINDS],
}

/// The letters of one language, or of [`MODEL`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub(crate) tag: &'static str,
    pub(crate) letters: u32,
    /// In UTF-8. A Chinese character says as much as three Latin letters, and is as long.
    bytes: u32,
}

impl Kind {
    const fn new(tag: &'static str) -> Self {
        Self { tag, letters: 0, bytes: 0 }
    }

    fn add(&mut self, more: Self) {
        self.letters += more.letters;
        self.bytes += more.bytes;
    }
}

impl Tally {
    pub(crate) const fn new() -> Self {
        Self { model: Kind::new(MODEL), others: [Kind::new(""); KINDS] }
    }

    /// Counts the letters of a piece of text.
    pub(crate) fn add(&mut self, text: &str) {
        let letters = text.bytes().map(|byte| u32::from(byte.is_ascii_alphabetic())).sum();
        self.model.add(Kind { tag: MODEL, letters, bytes: letters });
        if text.is_ascii() {
            return;
        }
        // Neighbours are mostly of one range, so that few are searched for.
        let (mut first, mut last, mut own) = (0, 0, Kind::new(""));
        for c in text.chars().filter(|c| !c.is_ascii()) {
            let code = u32::from(c);
            if (first..=last).contains(&code) {
                own.add(Kind { tag: own.tag, letters: 1, bytes: c.len_utf8() as u32 });
            } else if let Some(range) = range(code) {
                self.count(own);
                (first, last) = (range.0, range.1);
                own = Kind { tag: range.2, letters: 1, bytes: c.len_utf8() as u32 };
            }
        }
        self.count(own);
    }

    fn count(&mut self, more: Kind) {
        if is_same(more.tag, MODEL) {
            self.model.add(more);
        } else if let Some(kind) = self.slot(more.tag).filter(|_| more.letters > 0) {
            kind.tag = more.tag;
            kind.add(more);
        }
    }

    fn slot(&mut self, tag: &str) -> Option<&mut Kind> {
        self.others.iter_mut().find(|kind| kind.letters == 0 || is_same(kind.tag, tag))
    }

    /// Letters of all kinds.
    pub(crate) fn letters(&self) -> u32 {
        self.others.iter().fold(self.model.letters, |sum, kind| sum + kind.letters)
    }

    /// The kind that fills most of the text. Latin words stand in texts of every script, but hardly the other way round: so
    /// they count half.
    pub(crate) fn dominant(&self) -> Kind {
        // They fill from the first on.
        if self.others[0].letters == 0 {
            return self.model;
        }
        let mut settled = self.clone();
        for guest in &GUESTS {
            settled.settle(guest);
        }
        let other = settled.others.into_iter().max_by_key(|kind| kind.bytes);
        other.filter(|other| 2 * other.bytes > self.model.bytes).unwrap_or(self.model)
    }

    /// Counts the letters of guest and host as those of the one that it turns out to be.
    fn settle(&mut self, guest: &Guest) {
        let [own, shared] = [guest.tag, guest.host].map(|tag| self.take(tag));
        let is_guest = own.letters > 0 && own.letters * guest.one_in >= own.letters + shared.letters;
        let tag = if is_guest { guest.tag } else { guest.host };
        self.count(Kind { tag, ..own });
        self.count(Kind { tag, ..shared });
    }

    fn take(&mut self, tag: &'static str) -> Kind {
        let found = self.others.iter_mut().find(|kind| kind.tag == tag);
        found.map_or(Kind::new(tag), |kind| std::mem::replace(kind, Kind::new("")))
    }
}

/// The range of a letter; `None` if it is no letter, or one of a script not listed. ASCII is not listed.
fn range(code: u32) -> Option<&'static (u32, u32, &'static str)> {
    let at = RANGES.partition_point(|(_, last, _)| *last < code);
    RANGES.get(at).filter(|(first, ..)| *first <= code)
}

/// Whether two tags are the same: they have two or three letters, for which a call to compare them is dear.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().eq(b.bytes())
}
