//! A text as lines without blanks and bullets.

use crate::outlet::is_separator;
use crate::piece::Piece;
use copydesk_lexicon::is_word;
use std::ops::Range;

/// The lines that start in a range of a text's bytes; blank ones are left out.
pub(crate) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty() && at < range.end)?;
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = Piece { str: &rest[..len], at };
        at += len + 1;
        Some(without_bullet(line))
    })
    .filter(|line| !line.is_empty())
}

fn without_bullet(line: Piece<'_>) -> Piece<'_> {
    let line = line.trim();
    let rest = line.str.trim_start_matches(is_bullet);
    line.behind(line.str.len() - rest.len()).trim_start()
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '*'
            | '·'
            | '▪'
            | '◦'
            | '○'
            | '●'
            | '»'
            | '›'
            | '–'
            | '—'
            | '-'
            | '‣'
            | '■'
            | '|'
            | '~'
            | '/'
    )
}

/// Where a statement may start on a line: at its first word, behind a separator or a number, or at a word with a colon.
pub(crate) fn starts(line: &str) -> impl Iterator<Item = usize> + '_ {
    let mut gap = Gap { separated: true, since_number: usize::MAX };
    let mut before = ' ';
    line.char_indices().filter_map(move |(at, c)| {
        let starts = is_word(c) && !is_word(before) || c == '©';
        let is_start = starts && (gap.separated || gap.since_number < 2 || has_colon(&line[at..]));
        gap.step(c, before, starts);
        before = c;
        is_start.then_some(at)
    })
}

/// What lies between two words.
struct Gap {
    separated: bool,
    /// Words since the last one with a digit.
    since_number: usize,
}

impl Gap {
    fn step(&mut self, c: char, before: char, starts: bool) {
        if starts {
            self.since_number = self.since_number.saturating_add(1);
            self.separated = false;
        }
        if c.is_numeric() {
            self.since_number = 0;
        }
        self.separated |= is_separator(c)
            || c == ' ' && matches!(before, ' ' | '-' | '–' | '—' | '.')
            || matches!(c, '　' | '=' | '＝');
    }
}

/// Whether a colon follows within a few words.
fn has_colon(text: &str) -> bool {
    const LONGEST: usize = 24;
    text.chars().take(LONGEST).take_while(|c| is_word(*c) || matches!(c, ' ' | '*' | '-' | '/' | '&')).count()
        < LONGEST
        && text
            .chars()
            .take(LONGEST)
            .find(|c| !(is_word(*c) || matches!(c, ' ' | '*' | '-' | '/' | '&')))
            .is_some_and(|c| matches!(c, ':' | '：'))
}
