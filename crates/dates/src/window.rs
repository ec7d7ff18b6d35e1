use crate::Deictic;
use crate::context::Context;
use crate::glance::Glance;
use crate::lexeme::Lexer;
use crate::lookup::Lookup;
use crate::sign::{WIDEST_BLANK, is_blank, plain_sign, skip_blanks};
use crate::token::{Lexeme, Token, Tokens};
use copydesk_date_words::{digit, longest_prefix, may_continue_phrase};
use copydesk_lexicon::{is_lower, is_spaceless, is_upper, is_word};

/// The known words, numbers and signs around a digit; one for a whole text, refilled for each of its digits.
#[derive(Debug)]
pub(crate) struct Window<'a> {
    tokens: Vec<Token>,
    /// What the tokens, and the words before them, are.
    glance: Glance,
    lookup: Lookup<'a>,
}

impl<'a> Window<'a> {
    /// A weekday, a date with eras, a time with a fraction and an offset: none is longer.
    const ROOM: usize = 40;
    /// How many words a date can begin before its first digit: `on Wednesday, the 31st`.
    const WORDS_BEFORE: usize = 5;
    /// How many words a month's name can have before a digit.
    const WORDS_OF_PHRASE: usize = 3;

    pub(crate) fn new(context: Context<'a>, deictic: Deictic) -> Self {
        Self {
            tokens: Vec::with_capacity(Self::ROOM),
            glance: Glance::default(),
            lookup: Lookup::new(context, deictic),
        }
    }

    pub(crate) fn tokens(&self) -> Tokens<'_> {
        &self.tokens
    }

    /// Whether there may be a date among the tokens that counts in running text.
    pub(crate) fn may_hold_date(&self) -> bool {
        self.glance.may_hold_date()
    }

    /// Fills the window with what surrounds `anchor`, from `floor` on at the earliest: with what stands before it only if
    /// that may make a date, or is wanted in any case.
    pub(crate) fn fill(&mut self, text: &str, floor: usize, anchor: usize, deictic: Deictic) {
        self.glance = Glance::default();
        let start = self.start(text, floor, anchor);
        if deictic == Deictic::Skip {
            self.lex(text, start, anchor);
            if start == anchor || !self.glance.may_hold_date() {
                return;
            }
        }
        self.lex(text, start, start);
    }

    /// Where the words before a place begin that may belong to its date.
    fn start(&mut self, text: &str, floor: usize, anchor: usize) -> usize {
        let mut start = anchor;
        for _ in 0..Self::WORDS_BEFORE {
            let Some(word) = self.known_word_before(text, floor, start) else { break };
            self.glance.add(Lexeme::Word(self.lookup.senses_at(text, word)));
            start = word;
        }
        start
    }

    /// Cuts the text into tokens from a place on, in a window that starts at `start`.
    fn lex(&mut self, text: &str, start: usize, from: usize) {
        self.tokens.clear();
        let mut at = from;
        while self.tokens.len() < Self::ROOM {
            let Some(begin) = skip_blanks(text, at) else { break };
            let before = if begin == at { &self.tokens[..] } else { &[] };
            let lexer = Lexer { text, start, at: begin, before };
            let Some((end, lexeme)) = lexer.next(&mut self.lookup) else { break };
            self.glance.add(lexeme);
            self.tokens.push(Token::new(text, begin..end, begin > at, lexeme));
            if matches!(lexeme, Lexeme::Other(_)) {
                break;
            }
            at = end;
        }
    }

    /// Where the known word or phrase before a place begins, signs and blanks between them being skipped.
    fn known_word_before(&mut self, text: &str, floor: usize, place: usize) -> Option<usize> {
        let end = word_end_before(text, floor, place)?;
        if text[..end].ends_with(is_spaceless) {
            return spaceless_word_before(text, floor, end);
        }
        let start = word_start(text, floor, end)?;
        if self.covers(text, start, end) { Some(start) } else { self.phrase_before(text, floor, start, end) }
    }

    /// Where the known phrase begins whose last word stands at `word..end`.
    fn phrase_before(&mut self, text: &str, floor: usize, word: usize, end: usize) -> Option<usize> {
        let is_stuck = text[..word].ends_with(is_letter_or_mark);
        if !is_stuck && !may_continue_phrase(&text[word..end]) {
            return None;
        }
        let mut start = word;
        for _ in 1..Self::WORDS_OF_PHRASE {
            let before = text[floor..start].trim_end_matches(is_blank);
            start = word_start(text, floor, floor + before.len())?;
            if self.covers(text, start, end) {
                return Some(start);
            }
        }
        None
    }

    fn covers(&mut self, text: &str, start: usize, end: usize) -> bool {
        self.lookup.word_at(text, start).is_some_and(|word| word.end >= end)
    }
}

/// Where the word ends that stands before a place, signs and blanks between them being skipped.
fn word_end_before(text: &str, floor: usize, place: usize) -> Option<usize> {
    let mut head = &text[floor..place];
    for _ in 0..=WIDEST_BLANK {
        let last = head.chars().next_back()?;
        if is_blank(last) || plain_sign(last).is_some() {
            head = &head[..head.len() - last.len_utf8()];
        } else {
            return is_letter_or_mark(last).then_some(floor + head.len());
        }
    }
    None
}

/// Where the word that ends at `end` begins, or the last of words that are stuck together: `PressApril`.
fn word_start(text: &str, floor: usize, end: usize) -> Option<usize> {
    /// In bytes: no month's name is longer.
    const LONGEST: usize = 60;
    let mut start = end;
    let mut behind = ' ';
    for (at, c) in text[floor..end].char_indices().rev() {
        let is_seam = is_upper(behind) && is_lower(c);
        if !is_letter_or_mark(c) || is_spaceless(c) || is_seam {
            break;
        }
        start = floor + at;
        behind = c;
        if end - start > LONGEST {
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

/// Whether a character is of a word and no digit: a letter, or a mark or joiner that sits on one.
fn is_letter_or_mark(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { is_word(c) && digit(c).is_none() }
}
