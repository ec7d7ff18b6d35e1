use crate::chars::{LETTER, WORD};

/// The form in which words are compared: lower case, one blank between words, plain apostrophes and hyphens,
/// no dot behind a letter (`a.m.` is `am`), one form of the Arabic letters that are typed in several.
///
/// Folding twice changes nothing.
///
/// ```
/// assert_eq!(copydesk_lexicon::fold("Posted  On"), "posted on");
/// assert_eq!(copydesk_lexicon::fold("L’İl s.d."), "l'il sd");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut folder = Folder::default();
    for c in text.chars() {
        folder.step(c, |c| folded.push(c));
    }
    folded
}

/// Whether a character is part of a word: a letter, a digit, or a mark or joiner that sits on one.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { WORD.has(c) }
}

pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { LETTER.has(c) }
}

/// Whether a character belongs to a script that puts no blanks between words (Han, kana, Thai, Lao, Khmer, Myanmar),
/// so that a word may end behind any of its characters.
pub fn is_spaceless(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Folds a text character by character.
#[derive(Default)]
pub(crate) struct Folder {
    blank_due: bool,
    after_letter: bool,
    begun: bool,
}

impl Folder {
    /// Passes on what one character of the text folds to; a blank is held back until a word follows it.
    pub(crate) fn step(&mut self, c: char, mut push: impl FnMut(char)) {
        if c.is_whitespace() {
            self.blank_due = self.begun;
            self.after_letter = false;
        } else if !(is_dropped(c) || c == '.' && self.after_letter) {
            if std::mem::take(&mut self.blank_due) {
                push(' ');
            }
            self.begun = true;
            self.after_letter = is_letter(c);
            if c.is_ascii() {
                push(c.to_ascii_lowercase());
            } else if is_lower_or_caseless(c) {
                push(same(c));
            } else {
                c.to_lowercase().map(same).filter(|c| !is_dropped(*c)).for_each(push);
            }
        }
    }
}

/// Marks that writers leave out or put in at will: soft hyphen, joiners, direction marks, the dot of `İ`, tatweel and
/// Arabic vowel signs.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{307}'
        | '\u{640}' | '\u{64B}'..='\u{652}')
}

/// Letters that lower case leaves as they are, in the scripts that most pages are in: saves a search for each.
fn is_lower_or_caseless(c: char) -> bool {
    matches!(c, 'ß'..='ö' | 'ø'..='ÿ' | 'а'..='џ' | '\u{590}'..='\u{109F}' | '\u{3000}'..='\u{A63F}' | '가'..='힣')
}

fn same(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        'ς' => 'σ',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'أ' | 'إ' | 'آ' => 'ا',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        c => c,
    }
}
