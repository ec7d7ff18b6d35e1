/// How many blanks may part two pieces of a date: with more, they stand in different columns.
pub(crate) const WIDEST_BLANK: usize = 3;

/// Where the text goes on behind blanks, unless a line ends there or the gap is too wide.
pub(crate) fn skip_blanks(text: &str, at: usize) -> Option<usize> {
    let mut rest = text[at..].chars();
    for _ in 0..=WIDEST_BLANK {
        let begin = text.len() - rest.as_str().len();
        if !is_blank(rest.next()?) {
            return Some(begin);
        }
    }
    None
}

/// Whether a character parts words of one line and shows nothing.
pub(crate) fn is_blank(c: char) -> bool {
    if c.is_ascii() {
        return c == ' ';
    }
    is_mark(c) || c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Marks that steer the direction of writing.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The plain form of the signs that stand in dates and times.
pub(crate) fn plain_sign(c: char) -> Option<char> {
    Some(match c {
        '.' | '/' | '-' | ',' | ':' | '\'' | '(' | ')' | '[' | ']' | '|' | '@' | '+' | '_' => c,
        c if c.is_ascii() => return None,
        '‐' | '‑' | '–' | '—' | '−' | '－' => '-',
        '’' | '‘' | 'ʼ' | '´' => '\'',
        '．' | '。' | '․' => '.',
        '／' | '∕' | '⁄' => '/',
        '，' | '、' | '،' | '؍' | '⹁' => ',',
        '：' | '∶' => ':',
        '（' | '【' | '［' | '〔' => '(',
        '）' | '】' | '］' | '〕' => ')',
        '·' | '•' | '｜' | '・' | '‧' | '∙' | '●' => '|',
        _ => return None,
    })
}
