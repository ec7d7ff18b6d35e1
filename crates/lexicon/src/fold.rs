use crate::chars::Traits;

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
        let traits = Traits::of(c);
        if traits.is_blank() {
            self.blank_due = self.begun;
            self.after_letter = false;
        } else if traits.folded.is_some() || !(is_dropped(c) || is_dot(c) && self.after_letter) {
            if std::mem::take(&mut self.blank_due) {
                push(' ');
            }
            self.begun = true;
            self.after_letter = traits.is_letter();
            match traits.folded {
                Some(folded) => push(folded),
                None => small(c).for_each(push),
            }
        }
    }
}

/// The one character that a character folds to wherever it stands.
pub(crate) fn to_one(c: char) -> Option<char> {
    let mut small = small(c);
    let one = small.next().filter(|_| !is_dropped(c) && !c.is_whitespace() && !is_dot(c));
    one.filter(|_| small.next().is_none())
}

fn small(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(same).filter(|c| !is_dropped(*c))
}

/// Marks that writers leave out or put in at will: soft hyphen, joiners, direction marks, the dot of `İ`, tatweel and
/// Arabic vowel signs.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{307}'
        | '\u{640}' | '\u{64B}'..='\u{652}')
}

/// The full stop, of usual or of full width.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '．')
}

fn same(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' | '´' | '｀' => '\'',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        'ς' => 'σ',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'أ' | 'إ' | 'آ' => 'ا',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        c => c,
    }
}
