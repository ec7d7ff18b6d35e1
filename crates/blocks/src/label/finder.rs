use super::follow::{Follow, divider_len, is_end};
use super::{Kind, Label, Sense};
use crate::generated::labels::LABELS;
use crate::shape::Shape;
use copydesk_lexicon::{FirstWords, Lexicon, is_letter, is_number};
use std::sync::LazyLock;

static LEXICON: Lexicon<Sense> = Lexicon::new(LABELS);

/// A longer line is prose.
const MAX_LINE_CHARS: u32 = 120;
/// How far from the end of a line its last label may start.
const MAX_TAIL_BYTES: usize = 80;
/// A shorter line has no room for a label behind something else.
const MIN_TAIL_WORDS: u32 = 5;

/// The label that a text starts with, if the rest of the text is what follows such a label: `Published` before a date or
/// nothing, but not before a sentence.
pub fn label(text: &str) -> Option<Label> {
    let opening = text.len() - text.trim_start_matches(is_opening).len();
    let number = number_len(&text[opening..]);
    let phrase = &text[opening + number..];
    let found = LEXICON.longest_prefix(phrase)?;
    let rest = &phrase[found.len..];
    let counted = number > 0;
    let sense = found.senses.iter().find(|sense| {
        (!counted || is_counted(sense.kind)) && Follow::behind(sense.kind).admits(&phrase[..found.len], rest)
    })?;
    let is_count = counted || count_len(rest) > 0;
    let kind = if is_count && sense.kind == Kind::Comments { Kind::CommentCount } else { sense.kind };
    let len = opening + number + found.len + closing_len(kind, rest);
    Some(Label { kind, languages: sense.languages, len })
}

/// Whether a text that starts with a letter may start with the label of a date; seldom true without one.
pub fn may_label_date(text: &str) -> bool {
    static FIRST_WORDS: LazyLock<FirstWords> = LazyLock::new(|| {
        LEXICON.first_words_of(|sense| matches!(sense.kind, Kind::Published | Kind::Updated))
    });
    FIRST_WORDS.may_begin(text)
}

/// The label that a line starts with.
pub(crate) fn find(content: &str, shape: &Shape) -> Option<Label> {
    if shape.chars > MAX_LINE_CHARS { None } else { label(content) }
}

/// The label that a line ends with, behind a divider, a bracket or a sentence: `… [Continue reading…]`, `(Photo: AP)`.
pub(crate) fn tail(content: &str, shape: &Shape) -> Option<Label> {
    if shape.words < MIN_TAIL_WORDS || content.ends_with('.') {
        return None;
    }
    let mut from = content.len().saturating_sub(MAX_TAIL_BYTES);
    while !content.is_char_boundary(from) {
        from += 1;
    }
    let end = content.trim_end_matches(|c| !is_letter(c) && !is_number(c)).len();
    let start = from + tail_start(content.get(from..end)?)?;
    let tail = &content[start..];
    let found = label(tail).filter(|label| is_tail(label.kind))?;
    Some(Label { len: tail.len(), ..found })
}

/// Where the last part of a text begins.
fn tail_start(text: &str) -> Option<usize> {
    let at = last_mark(text)?;
    let mark = text[at..].chars().next()?;
    let start = if matches!(mark, '[' | '(' | '（') { at } else { at + mark.len_utf8() };
    Some(text.len() - text[start..].trim_start().len())
}

/// Where the last mark stands that may part a label from what it stands behind.
fn last_mark(text: &str) -> Option<usize> {
    let mut head = text.as_bytes();
    loop {
        let at = head.iter().rposition(|byte| MARKS_START[usize::from(*byte)])?;
        if text[at..].starts_with(MARKS) {
            return Some(at);
        }
        head = &head[..at];
    }
}

const MARKS: [char; 13] = ['[', '(', '|', '·', '•', '…', '.', '!', '?', '。', '（', '»', '”'];

/// Whether one of them starts with a byte.
static MARKS_START: [bool; 256] = {
    let mut starts = [false; 256];
    let mut at = 0;
    while at < MARKS.len() {
        starts[MARKS[at].encode_utf8(&mut [0; 4]).as_bytes()[0] as usize] = true;
        at += 1;
    }
    starts
};

/// Labels that stand at the end of prose.
fn is_tail(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ContinueReading | Kind::Photo | Kind::Paywall | Kind::CommentCount | Kind::ReadingTime
    )
}

/// Labels that may have a number before them.
fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::Comments | Kind::CommentCount | Kind::ReadingTime | Kind::Share | Kind::OneComment)
}

/// The length of what belongs to the label behind its phrase: a count, a divider, or all if nothing else is left.
fn closing_len(kind: Kind, rest: &str) -> usize {
    if is_end(rest) {
        rest.len()
    } else if kind == Kind::CommentCount {
        count_len(rest)
    } else {
        divider_len(rest)
    }
}

/// The length of a number with the blanks behind it.
fn number_len(text: &str) -> usize {
    if !text.starts_with(is_number) {
        return 0;
    }
    let rest = text.trim_start_matches(|c: char| is_number(c) || matches!(c, ',' | '.'));
    text.len() - rest.trim_start().len()
}

/// The length of a count behind a label: `(12)`, `: 12`, ` 12`.
fn count_len(rest: &str) -> usize {
    let digits = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let number = number_len(digits);
    let is_all = number > 0 && is_end(&digits[number..]);
    if is_all { rest.len() } else { 0 }
}

fn is_opening(c: char) -> bool {
    c == ' '
        || matches!(
            c,
            '[' | '(' | '（' | '【' | '»' | '›' | '>' | '+' | '←' | '→' | '#' | '|' | '-' | '–' | '—'
        )
}
