use crate::draft::YearMark;
use copydesk_date_words::{DayPeriod, Meaning, Sense, Unit};
use copydesk_lexicon::{is_letter, is_lower, is_spaceless};
use nom::{IResult, Parser};
use std::ops::{Range, RangeInclusive};

/// A piece of the text near a digit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// In bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether a blank stands before it.
    pub(crate) apart: bool,
    /// How many letters it has; those of scripts without blanks between words count twice, since each says more.
    pub(crate) letters: u8,
    /// Whether all its letters are capitals.
    pub(crate) upper: bool,
    pub(crate) lexeme: Lexeme,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Lexeme {
    Number(Number),
    /// A word or phrase of the tables, with all that it can mean.
    Word(&'static [Sense]),
    /// A few letters on the end of a number that no table has: the `ty` of `14-ty`.
    Suffix,
    /// Punctuation that dates are written with, in its plain form; `T` between a date and a time.
    Sign(char),
    /// What no date holds: always the last token.
    Other(char),
}

/// A run of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: u64,
    /// How many digits.
    pub(crate) digits: u8,
    /// The first digit of its script: `0`, `۰`.
    pub(crate) zero: char,
}

pub(crate) type Tokens<'w> = &'w [Token];

/// What a parser of tokens makes of them; the rest, and no reasons why not.
pub(crate) type Parse<'w, T> = IResult<Tokens<'w>, T, ()>;

/// A parser that is a plain function, to be listed with others.
pub(crate) type Grammar<T> = for<'w> fn(Tokens<'w>) -> Parse<'w, T>;

pub(crate) type Senses = &'static [Sense];

/// A name of a month or weekday as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) senses: Senses,
    /// How many letters it has.
    pub(crate) letters: u8,
    /// Where it begins, in bytes of the text.
    pub(crate) start: usize,
}

impl Token {
    pub(crate) fn new(text: &str, span: Range<usize>, apart: bool, lexeme: Lexeme) -> Self {
        let word = if let Lexeme::Word(_) = lexeme { &text[span.clone()] } else { "" };
        let (mut letters, mut upper) = (0_u8, true);
        for c in word.chars().filter(|c| is_letter(*c)) {
            letters = letters.wrapping_add(1 + u8::from(is_spaceless(c)));
            upper &= !is_lower(c);
        }
        Self { start: span.start, end: span.end, apart, letters, upper, lexeme }
    }

    pub(crate) fn number(&self) -> Option<Number> {
        match self.lexeme {
            Lexeme::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn sign(&self) -> Option<char> {
        match self.lexeme {
            Lexeme::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    pub(crate) fn senses(&self) -> Senses {
        match self.lexeme {
            Lexeme::Word(senses) => senses,
            _ => &[],
        }
    }

    /// What `read` makes of the first of its meanings that it likes.
    pub(crate) fn meaning<T>(&self, read: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        self.senses().iter().find_map(|sense| read(sense.meaning))
    }

    fn name(&self, is: impl Fn(Meaning) -> bool) -> Option<Name> {
        let name = Name { senses: self.senses(), letters: self.letters, start: self.start };
        self.means(is).then_some(name)
    }

    /// The token as it is read when it is no weekday.
    pub(crate) fn without_weekday(self) -> Self {
        let senses = self.senses();
        let glue = senses.iter().position(|sense| sense.meaning == Meaning::Glue);
        let lexeme = glue.and_then(|at| senses.get(at..=at)).map_or(Lexeme::Other(' '), Lexeme::Word);
        Self { lexeme, ..self }
    }

    pub(crate) fn means(&self, is: impl Fn(Meaning) -> bool) -> bool {
        self.senses().iter().any(|sense| is(sense.meaning))
    }
}

impl Name {
    /// Whether the word may as well stand between the parts of a date.
    pub(crate) fn is_glue(self) -> bool {
        self.senses.iter().any(|sense| sense.meaning == Meaning::Glue)
    }
}

impl Number {
    /// The value, if it lies in a range and has one of the numbers of digits.
    pub(crate) fn within(self, digits: RangeInclusive<u8>, values: RangeInclusive<u64>) -> Option<u64> {
        (digits.contains(&self.digits) && values.contains(&self.value)).then_some(self.value)
    }

    /// Its decimal digits from one place to another, counted from the left.
    pub(crate) fn slice(self, from: u8, to: u8) -> u64 {
        let cut = 10u64.pow(u32::from(self.digits.saturating_sub(to)));
        self.value / cut % 10u64.pow(u32::from(to - from))
    }
}

/// The next token, if `read` makes something of it.
pub(crate) fn token<'w, T>(read: impl Fn(&Token) -> Option<T>) -> impl Fn(Tokens<'w>) -> Parse<'w, T> {
    move |tokens| {
        let (first, rest) = tokens.split_first().ok_or(nom::Err::Error(()))?;
        read(first).map(|found| (rest, found)).ok_or(nom::Err::Error(()))
    }
}

/// The next token, if it follows without a blank.
pub(crate) fn glued<'w, T>(read: impl Fn(&Token) -> Option<T>) -> impl Fn(Tokens<'w>) -> Parse<'w, T> {
    token(move |token| if token.apart { None } else { read(token) })
}

/// One of some signs.
pub(crate) fn sign<'w>(signs: &'static str) -> impl Fn(Tokens<'w>) -> Parse<'w, char> {
    token(move |token| token.sign().filter(|sign| signs.contains(*sign)))
}

/// One of some signs, following without a blank.
pub(crate) fn glued_sign<'w>(signs: &'static str) -> impl Fn(Tokens<'w>) -> Parse<'w, char> {
    glued(move |token| token.sign().filter(|sign| signs.contains(*sign)))
}

/// A number with one of the numbers of digits.
pub(crate) fn number<'w>(digits: RangeInclusive<u8>) -> impl Fn(Tokens<'w>) -> Parse<'w, Number> {
    token(move |token| token.number().filter(|number| digits.contains(&number.digits)))
}

/// What `then` reads behind as few pieces as it can, but no more than three: a word like `des` is a piece in one
/// language and a month in another.
pub(crate) fn joined<'w, T>(
    mut piece: impl Parser<Tokens<'w>, Output = (), Error = ()>,
    mut then: impl Parser<Tokens<'w>, Output = T, Error = ()>,
) -> impl FnMut(Tokens<'w>) -> Parse<'w, T> {
    const MOST_PIECES: usize = 3;
    move |tokens| {
        let mut rest = tokens;
        for _ in 0..MOST_PIECES {
            match then.parse(rest) {
                Ok(read) => return Ok(read),
                Err(_) => rest = piece.parse(rest)?.0,
            }
        }
        then.parse(rest)
    }
}

/// What the parser makes of the tokens that reads most of them; of equals the first.
pub(crate) fn longest<'w, 'p, T: 'p>(
    tokens: Tokens<'w>,
    parsers: impl IntoIterator<Item = &'p Grammar<T>>,
) -> Parse<'w, T> {
    let parsed = parsers.into_iter().filter_map(|parser| parser(tokens).ok());
    parsed
        .reduce(|best, next| if next.0.len() < best.0.len() { next } else { best })
        .ok_or(nom::Err::Error(()))
}

/// A word between the parts of a date.
pub(crate) fn glue(tokens: Tokens<'_>) -> Parse<'_, ()> {
    token(|token| token.means(|meaning| meaning == Meaning::Glue).then_some(()))(tokens)
}

/// A unit's word.
pub(crate) fn unit<'w>(unit: Unit) -> impl Fn(Tokens<'w>) -> Parse<'w, ()> {
    token(move |token| token.means(|meaning| meaning == Meaning::Unit(unit)).then_some(()))
}

/// A month's name, with all that the word can mean.
pub(crate) fn month_name(tokens: Tokens<'_>) -> Parse<'_, Name> {
    token(|token| token.name(|meaning| matches!(meaning, Meaning::Month(..))))(tokens)
}

/// A weekday's name, with all that the word can mean.
pub(crate) fn weekday_name(tokens: Tokens<'_>) -> Parse<'_, Name> {
    token(|token| token.name(|meaning| matches!(meaning, Meaning::Weekday(_))))(tokens)
}

/// Morning or afternoon.
pub(crate) fn day_period(tokens: Tokens<'_>) -> Parse<'_, DayPeriod> {
    token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::DayPeriod(period) => Some(period),
            _ => None,
        })
    })(tokens)
}

/// An era or a calendar's mark.
pub(crate) fn year_mark(tokens: Tokens<'_>) -> Parse<'_, YearMark> {
    token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::Era(before) => Some(YearMark::Era(before)),
            Meaning::Calendar(calendar) => Some(YearMark::Calendar(calendar)),
            _ => None,
        })
    })(tokens)
}
