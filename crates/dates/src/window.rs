use crate::han;
use crate::token::{Lexeme, Number, Token, Tokens};
use copydesk_date_words::{Meaning, digit, longest_prefix};
use copydesk_lexicon::{is_spaceless, is_word};

/// The known words, numbers and signs around a digit; one for a whole text, refilled for each of its digits.
#[derive(Debug)]
pub(crate) struct Window {
    tokens: Vec<Token>,
}

impl Window {
    /// A weekday, a date with eras, a time with a fraction and an offset: none is longer.
    const ROOM: usize = 40;
    /// How many words a date can begin before its first digit: `on Wednesday, the 31st`.
    const WORDS_BEFORE: usize = 5;

    pub(crate) fn new() -> Self {
        Self { tokens: Vec::with_capacity(Self::ROOM) }
    }

    /// Fills the window with what surrounds `anchor`, from `floor` on at the earliest.
    pub(crate) fn fill(&mut self, text: &str, floor: usize, anchor: usize) {
        let mut start = anchor;
        for _ in 0..Self::WORDS_BEFORE {
            match known_word_before(text, floor, start) {
                Some(word) => start = word,
                None => break,
            }
        }
        self.lex(text, start);
    }

    pub(crate) fn tokens(&self) -> Tokens<'_> {
        &self.tokens
    }

    fn lex(&mut self, text: &str, start: usize) {
        self.tokens.clear();
        let mut at = start;
        while self.tokens.len() < Self::ROOM {
            let Some(begin) = skip_blanks(text, at) else { break };
            let before = if begin == at { self.tokens() } else { &[] };
            let Some((end, lexeme)) =
                doubled_year(text, begin, before).or_else(|| lexeme(text, begin, before))
            else {
                break;
            };
            let letters = text[begin..end].chars().filter(|c| c.is_alphabetic()).count() as u8;
            let upper = text[begin..end].chars().all(|c| !c.is_lowercase());
            self.tokens.push(Token { start: begin, end, apart: begin > at, letters, upper, lexeme });
            if matches!(lexeme, Lexeme::Other(_)) {
                break;
            }
            at = end;
        }
    }
}

/// How many blanks may part two pieces of a date: with more, they stand in different columns.
const WIDEST_BLANK: usize = 3;
/// The longest ending that a number may carry: `го`, `-го`.
const LONGEST_SUFFIX: usize = 4;
/// Bytes of the longest word that the walk back looks at.
const LONGEST_WORD: usize = 60;

/// The year of a date that another is stuck to: `2017` in `31.05.201701.06.2017`, `May 2017` + `5 June`.
fn doubled_year(text: &str, at: usize, before: Tokens<'_>) -> Option<(usize, Lexeme)> {
    const YEAR: usize = 4;
    if before.is_empty() && !text[..at].ends_with(is_blank) {
        return None;
    }
    let digits = text[at..].bytes().take(YEAR + 3).take_while(u8::is_ascii_digit).count();
    let stuck = text.get(at + YEAR..at + digits).filter(|day| (1..=2).contains(&day.len()))?;
    let is_year = matches!(text.get(at..at + 2), Some("19" | "20"));
    let is_day = stuck.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let goes_on = text[at + digits..].starts_with(['.', '/', '-', ' ', '\u{A0}']);
    (is_year && is_day && goes_on).then(|| number(&text[..at + YEAR], at, '0', 0))
}

/// Where the text goes on behind blanks, unless a line ends there or the gap is too wide.
fn skip_blanks(text: &str, at: usize) -> Option<usize> {
    let blanks = text[at..].chars().take_while(|c| is_blank(*c)).take(WIDEST_BLANK + 1);
    let (count, len) = blanks.fold((0, 0), |(count, len), c| (count + 1, len + c.len_utf8()));
    (count <= WIDEST_BLANK && at + len < text.len()).then_some(at + len)
}

fn is_blank(c: char) -> bool {
    c == ' '
        || (!c.is_ascii()
            && (c.is_whitespace() && c != '\u{2028}' && c != '\u{2029}' && c != '\u{85}' || is_mark(c)))
}

/// Marks that steer the direction of writing and show nothing.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The token at a place, and where it ends; `before` are the tokens that it follows without a blank.
fn lexeme(text: &str, at: usize, before: Tokens<'_>) -> Option<(usize, Lexeme)> {
    let c = text[at..].chars().next()?;
    let behind = at + c.len_utf8();
    let after_number = before.last().is_some_and(|token| token.number().is_some());
    if let Some(value) = digit(c) {
        return Some(number(text, at, c, value));
    }
    if matches!(c, 'T' | 't') && after_number && text[behind..].starts_with(|c: char| c.is_ascii_digit()) {
        return Some((behind, Lexeme::Sign('T')));
    }
    if c == 'Z' && after_number && !text[behind..].starts_with(is_word) {
        return Some((behind, Lexeme::Sign('Z')));
    }
    if let Some((len, value)) = han::numeral(&text[at..]) {
        return Some((
            at + len,
            Lexeme::Number(Number { value, digits: if value < 100 { 2 } else { 4 }, zero: '〇' }),
        ));
    }
    if is_word(c) {
        return Some(
            word(text, at)
                .or_else(|| may_end_number(before).then(|| suffix(text, at))?)
                .unwrap_or((behind, Lexeme::Other(c))),
        );
    }
    let sign = plain_sign(c).map_or(Lexeme::Other(c), Lexeme::Sign);
    Some(after_number.then(|| signed_ordinal(text, at, behind)).flatten().unwrap_or((behind, sign)))
}

fn number(text: &str, at: usize, first: char, value: u8) -> (usize, Lexeme) {
    let zero = char::from_u32(first as u32 - u32::from(value)).unwrap_or('0');
    let mut number = Number { value: 0, digits: 0, zero };
    let mut end = at;
    for c in text[at..].chars() {
        let Some(value) = digit(c) else { break };
        number.value = number.value.wrapping_mul(10).wrapping_add(u64::from(value));
        number.digits = number.digits.saturating_add(1);
        end += c.len_utf8();
    }
    (end, Lexeme::Number(number))
}

fn word(text: &str, at: usize) -> Option<(usize, Lexeme)> {
    let rest = &text[at..];
    longest_prefix(rest)
        .map(|found| (at + found.len, Lexeme::Word(found.senses)))
        .or_else(|| word_before_particle(rest).map(|(len, lexeme)| (at + len, lexeme)))
        .or_else(|| word_behind_particle(rest).map(|(len, lexeme)| (at + len, lexeme)))
}

/// A Hebrew or Arabic word behind a particle that is written together with it: `למרץ`, `بأكتوبر`.
fn word_behind_particle(rest: &str) -> Option<(usize, Lexeme)> {
    const PARTICLES: &str = "בלהומש\u{628}\u{644}\u{648}\u{641}";
    let particle = rest.chars().next().filter(|c| PARTICLES.contains(*c))?.len_utf8();
    let found = longest_prefix(&rest[particle..])?;
    Some((particle + found.len, Lexeme::Word(found.senses)))
}

/// A Korean word at the start of a longer one: `일` of `일에`, since particles are written together with it.
fn word_before_particle(rest: &str) -> Option<(usize, Lexeme)> {
    const LONGEST: usize = 4;
    let is_hangul = |c: &(usize, char)| matches!(c.1, '\u{AC00}'..='\u{D7A3}');
    let ends = rest.char_indices().take_while(is_hangul).take(LONGEST).map(|(at, c)| at + c.len_utf8());
    ends.filter_map(|end| {
        let found = longest_prefix(&rest[..end]).filter(|found| found.len == end)?;
        Some((end, Lexeme::Word(found.senses)))
    })
    .last()
}

/// An ordinal's ending with its sign: `-го`, `:a`, `'ta`.
fn signed_ordinal(text: &str, at: usize, behind: usize) -> Option<(usize, Lexeme)> {
    let found = longest_prefix(&text[at..])?;
    let is_ordinal = found.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal);
    let is_month = || matches!(word(text, behind), Some((_, Lexeme::Word(senses))) if senses.iter().any(|sense| matches!(sense.meaning, Meaning::Month(..))));
    (is_ordinal && !is_month()).then_some((at + found.len, Lexeme::Word(found.senses)))
}

/// Whether letters behind these tokens can belong to a number: to `14` or `14-`.
fn may_end_number(before: Tokens<'_>) -> bool {
    match before {
        [.., number, sign] if matches!(sign.sign(), Some('-' | '\'')) => {
            number.number().is_some() && !sign.apart
        }
        [.., number] => number.number().is_some(),
        [] => false,
    }
}

fn suffix(text: &str, at: usize) -> Option<(usize, Lexeme)> {
    let letters = text[at..].chars().take_while(|c| is_word(*c) && digit(*c).is_none());
    let (count, len) =
        letters.take(LONGEST_SUFFIX + 1).fold((0, 0), |(count, len), c| (count + 1, len + c.len_utf8()));
    (1..=LONGEST_SUFFIX).contains(&count).then_some((at + len, Lexeme::Suffix))
}

/// The plain form of the signs that stand in dates and times.
fn plain_sign(c: char) -> Option<char> {
    Some(match c {
        '.' | '/' | '-' | ',' | ':' | '\'' | '(' | ')' | '[' | ']' | '|' | '@' | '+' | '_' => c,
        '‐' | '‑' | '–' | '—' | '−' | '－' => '-',
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '．' | '。' => '.',
        '／' | '∕' | '⁄' => '/',
        '，' | '、' | '،' | '؍' => ',',
        '：' | '∶' => ':',
        '（' | '【' | '［' | '〔' => '(',
        '）' | '】' | '］' | '〕' => ')',
        '·' | '•' | '｜' | '・' | '‧' | '∙' | '●' => '|',
        _ => return None,
    })
}

/// Where the known word or phrase before a place begins, signs and blanks between them being skipped.
fn known_word_before(text: &str, floor: usize, place: usize) -> Option<usize> {
    let mut head = &text[floor..place];
    let mut skipped = 0;
    while let Some(c) = head.chars().next_back().filter(|c| is_blank(*c) || plain_sign(*c).is_some()) {
        head = &head[..head.len() - c.len_utf8()];
        skipped += 1;
        if skipped > WIDEST_BLANK {
            return None;
        }
    }
    let end = floor + head.len();
    let last = head.chars().next_back().filter(|c| is_word(*c) && digit(*c).is_none())?;
    if is_spaceless(last) {
        return spaceless_word_before(text, floor, end);
    }
    let first = word_start(text, floor, end)?;
    if covers(text, first, end) {
        return Some(first);
    }
    let blanks = text[floor..first].trim_end_matches(is_blank);
    let second = word_start(text, floor, floor + blanks.len())?;
    covers(text, second, end).then_some(second)
}

fn covers(text: &str, start: usize, end: usize) -> bool {
    longest_prefix(&text[start..]).is_some_and(|found| start + found.len >= end)
}

/// Where the word that ends at `end` begins, or the last of words that are stuck together: `PressApril`.
fn word_start(text: &str, floor: usize, end: usize) -> Option<usize> {
    let mut start = end;
    let mut behind = ' ';
    for (at, c) in text[floor..end].char_indices().rev() {
        let is_seam = behind.is_uppercase() && c.is_lowercase();
        if !is_word(c) || digit(c).is_some() || is_spaceless(c) || is_seam {
            break;
        }
        start = floor + at;
        behind = c;
        if end - start > LONGEST_WORD {
            return None;
        }
    }
    (start < end).then_some(start)
}

/// Where the longest known word begins that ends at `end`, in scripts without blanks between words.
fn spaceless_word_before(text: &str, floor: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let starts = text[floor..end].char_indices().rev().take_while(|(_, c)| is_spaceless(*c)).take(LONGEST);
    let known = |at: &usize| longest_prefix(&text[*at..end]).is_some_and(|found| at + found.len == end);
    starts.map(|(at, _)| floor + at).filter(known).last()
}
