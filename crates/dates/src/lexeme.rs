use crate::han;
use crate::lookup::Lookup;
use crate::sign::{is_blank, plain_sign};
use crate::token::{Lexeme, Number, Senses, Tokens};
use copydesk_date_words::{Meaning, digit, longest_prefix, proclitic};
use copydesk_lexicon::is_word;

/// Cuts one token off a text.
pub(crate) struct Lexer<'t> {
    pub(crate) text: &'t str,
    /// Where the window starts.
    pub(crate) start: usize,
    /// Where the token begins.
    pub(crate) at: usize,
    /// The tokens that it follows without a blank.
    pub(crate) before: Tokens<'t>,
}

impl Lexer<'_> {
    /// The token, and where it ends; none at the end of the text.
    pub(crate) fn next(&self, lookup: &mut Lookup<'_>) -> Option<(usize, Lexeme)> {
        let c = self.text[self.at..].chars().next()?;
        let found = if let Some(value) = digit(c) {
            self.number(c, value)
        } else if is_word(c) {
            self.letter_of_iso(c)
                .or_else(|| self.roman())
                .or_else(|| self.han())
                .or_else(|| self.word(lookup))
                .or_else(|| self.suffix())
        } else {
            self.signed_ordinal(lookup)
                .or_else(|| Some((self.at + c.len_utf8(), Lexeme::Sign(plain_sign(c)?))))
        };
        Some(found.unwrap_or((self.at + c.len_utf8(), Lexeme::Other(c))))
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn follows_number(&self) -> bool {
        self.before.last().is_some_and(|token| token.number().is_some())
    }

    fn number(&self, first: char, value: u8) -> Option<(usize, Lexeme)> {
        let zero = char::from_u32(first as u32 - u32::from(value))?;
        let len = self.stuck_year().unwrap_or(self.rest().len());
        let mut number = Number { value: 0, digits: 0, zero };
        let mut end = self.at;
        for c in self.rest()[..len].chars() {
            let Some(value) = digit(c) else { break };
            if c as u32 - u32::from(value) != zero as u32 {
                number.digits = u8::MAX; // of two scripts: no number that a date has
            }
            number.value = number.value.wrapping_mul(10).wrapping_add(u64::from(value));
            number.digits = number.digits.saturating_add(1);
            end += c.len_utf8();
        }
        Some((end, Lexeme::Number(number)))
    }

    /// The length of the year of a date that another is stuck to: of `2017` in `31.05.201701.06.2017`, `May 20175 June`.
    fn stuck_year(&self) -> Option<usize> {
        const YEAR: usize = 4;
        const LONGEST: usize = 6;
        let rest = self.rest().as_bytes();
        let digits = rest.iter().take(LONGEST + 1).take_while(|byte| byte.is_ascii_digit()).count();
        let is_year = rest.starts_with(b"19") || rest.starts_with(b"20");
        if !is_year || !(YEAR + 1..=LONGEST).contains(&digits) {
            return None;
        }
        let day: u8 = self.rest()[YEAR..digits].parse().ok()?;
        let goes_on = self.rest()[digits..].starts_with(['.', '/', '-', ' ', '\u{A0}']);
        let may_end_date = self.start < self.at || self.text[..self.at].ends_with(is_blank);
        (may_end_date && goes_on && (1..=31).contains(&day)).then_some(YEAR)
    }

    /// `T` between a date and a time, `Z` behind a time.
    fn letter_of_iso(&self, c: char) -> Option<(usize, Lexeme)> {
        if !matches!(c, 'T' | 't' | 'Z') || !self.follows_number() {
            return None;
        }
        let next = self.rest()[1..].chars().next().unwrap_or(' ');
        let is_letter = if c == 'Z' { !is_word(next) } else { next.is_ascii_digit() };
        is_letter.then_some((self.at + 1, Lexeme::Sign(c.to_ascii_uppercase())))
    }

    /// A month in Roman numerals between signs: `V` of `31.V.2017`.
    fn roman(&self) -> Option<(usize, Lexeme)> {
        let [.., number, sign] = self.before else { return None };
        if number.number().is_none() || !sign.sign().is_some_and(|sign| matches!(sign, '.' | '/' | '-')) {
            return None;
        }
        let len = self.rest().bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X')).count();
        let month = ROMAN_MONTHS.iter().position(|month| *month == &self.rest()[..len])? as u64 + 1;
        let number = Number { value: month, digits: 2, zero: '0' };
        (!self.rest()[len..].starts_with(is_word)).then_some((self.at + len, Lexeme::Number(number)))
    }

    fn han(&self) -> Option<(usize, Lexeme)> {
        let (len, value) = han::numeral(self.rest())?;
        let digits = if value < 100 { 2 } else { 4 };
        Some((self.at + len, Lexeme::Number(Number { value, digits, zero: '〇' })))
    }

    fn word(&self, lookup: &mut Lookup<'_>) -> Option<(usize, Lexeme)> {
        if let Some(word) = lookup.word_at(self.text, self.at) {
            return Some((word.end, Lexeme::Word(word.senses)));
        }
        let (len, senses) = before_particle(self.rest()).or_else(|| behind_particle(self.rest()))?;
        Some((self.at + len, Lexeme::Word(senses)))
    }

    /// An ordinal's ending with its sign: `-го`, `:a`, `'ta`.
    fn signed_ordinal(&self, lookup: &mut Lookup<'_>) -> Option<(usize, Lexeme)> {
        let sign = self.rest().chars().next()?.len_utf8();
        let goes_on = self.rest()[sign..].starts_with(is_word);
        if !self.follows_number() || !goes_on || self.rest()[sign..].starts_with(|c| digit(c).is_some()) {
            return None;
        }
        let word = lookup.word_at(self.text, self.at)?;
        let is_ordinal = word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal);
        let month = lookup.word_at(self.text, self.at + sign).is_some_and(|word| has_month(word.senses));
        (is_ordinal && !month).then_some((word.end, Lexeme::Word(word.senses)))
    }

    /// A few letters that belong to the number before them: to `14` or `14-`.
    fn suffix(&self) -> Option<(usize, Lexeme)> {
        const LONGEST: usize = 4;
        let number = match self.before {
            [.., number, sign] if matches!(sign.sign(), Some('-' | '\'')) && !sign.apart => number,
            [.., number] => number,
            [] => return None,
        };
        let letters =
            self.rest().chars().take_while(|c| is_word(*c) && digit(*c).is_none()).take(LONGEST + 1);
        let (count, len) = letters.fold((0, 0), |(count, len), c| (count + 1, len + c.len_utf8()));
        let is_suffix = number.number().is_some() && count <= LONGEST;
        is_suffix.then_some((self.at + len, Lexeme::Suffix))
    }
}

const ROMAN_MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

fn has_month(senses: Senses) -> bool {
    senses.iter().any(|sense| matches!(sense.meaning, Meaning::Month(..)))
}

/// A Korean word at the start of a longer one: `일` of `일에`, since particles are written together with it.
fn before_particle(rest: &str) -> Option<(usize, Senses)> {
    const LONGEST: usize = 4;
    let is_hangul = |c: &(usize, char)| matches!(c.1, '\u{AC00}'..='\u{D7A3}');
    let ends = rest.char_indices().take_while(is_hangul).take(LONGEST).map(|(at, c)| at + c.len_utf8());
    let word =
        |end: usize| Some((end, longest_prefix(&rest[..end]).filter(|found| found.len == end)?.senses));
    ends.filter_map(word).last()
}

/// A word behind a particle that is written together with it: `למרץ`, `بأكتوبر`.
fn behind_particle(rest: &str) -> Option<(usize, Senses)> {
    let particle = proclitic(rest)?.len();
    let found = longest_prefix(&rest[particle..])?;
    Some((particle + found.len, found.senses))
}
