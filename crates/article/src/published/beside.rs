use crate::reading::Reading;
use copydesk_dates::Mention;
use copydesk_lexicon::{is_number, is_word};

/// So many words beside a date make a sentence or caption of its line.
const MANY_WORDS: usize = 4;
/// What part of a line may hold beside its date: a weekday, "Uhr", a preposition.
const SLACK_BYTES: usize = 16;

/// How far is looked on either side of a date, in bytes: a line may hold as many dates as it has room for.
const REACH: usize = 400;

/// What stands before and behind a date on its line, as far as it matters.
pub(super) struct Beside<'t> {
    before: &'t str,
    date: &'t str,
    behind: &'t str,
}

impl<'t> Beside<'t> {
    pub(super) fn of(reading: &Reading<'t>, mention: &Mention<'_>, line: usize) -> Self {
        let line = &reading.page.lines[line].span;
        let (start, end) = (mention.span.start, mention.span.end);
        let text = reading.text;
        let from = text.ceil_char_boundary(start.saturating_sub(REACH)).max(line.start.min(start));
        let to = text.floor_char_boundary(end + REACH).min(line.end.max(end));
        Self { before: &text[from..start], date: &text[start..end], behind: &text[end..to] }
    }

    /// As far as the nearest dividers: what stands in the same part of `News | 3 May 2017 | Ida Marwick`.
    pub(super) fn in_part(&self) -> Self {
        let before = self.before.rsplit(is_divider).next().unwrap_or_default();
        let behind = self.behind.split(is_divider).next().unwrap_or_default();
        Self { before, behind, ..*self }
    }

    /// Whether little else stands there.
    pub(super) fn is_little(&self) -> bool {
        self.before.len() + self.behind.len() <= SLACK_BYTES
    }

    pub(super) fn is_behind_words(&self) -> bool {
        has_many_words(self.before)
    }

    pub(super) fn is_before_words(&self) -> bool {
        has_many_words(self.behind)
    }

    pub(super) fn is_behind_colon(&self) -> bool {
        self.before.trim_end().ends_with([':', '：'])
    }

    pub(super) fn is_first(&self) -> bool {
        self.before.is_empty()
    }

    /// Whether the date begins a line, a few words or a place aside, and a separator parts it from what follows:
    /// `3.5.2017 – The`.
    pub(super) fn opens(&self) -> bool {
        const FARTHEST: usize = 48;
        const NEAREST: usize = 12;
        let before = self.before;
        let is_phrase = before.len() <= FARTHEST
            && before.split_whitespace().count() <= MANY_WORDS
            && !before.contains(['.', '!', '?', '"', '“', '„', '«']);
        (is_phrase || before.len() <= NEAREST) && is_parted(self.behind)
    }

    /// Whether the date stands alone behind the last sentence of a line.
    pub(super) fn closes(&self) -> bool {
        let before = self.before.trim_end().trim_end_matches(['"', '”', '“', '»', ')', '|', '-', '–', '(']);
        let ends_sentence = before.trim_end().ends_with(['.', '?', '!', '…', '。', '।', '۔']);
        ends_sentence && !self.behind.contains(is_word)
    }

    /// Whether the date ends a sentence.
    pub(super) fn ends_sentence(&self) -> bool {
        has_many_words(self.before) && self.behind.trim_start().starts_with(['.', '。', '।', '۔'])
    }

    /// Whether the date is one end of a period: `3 – 9 May 2017`.
    pub(super) fn is_in_range(&self) -> bool {
        let is_dash = |c: char| matches!(c, '-' | '–' | '—');
        let starts = self
            .before
            .trim_end()
            .strip_suffix(is_dash)
            .is_some_and(|before| before.trim_end().trim_end_matches('.').ends_with(is_number));
        let ends = self.behind.trim_start().strip_prefix(is_dash);
        starts || ends.is_some_and(|behind| behind.trim_start().starts_with(is_number))
    }

    /// Whether the date is part of a web address or a file's name: `example.org/2017/05/03/`, `2017_05_03_Quay`.
    pub(super) fn is_in_name(&self) -> bool {
        let in_address = self.before.strip_suffix('/').is_some_and(|before| before.ends_with(is_word));
        let is_joint = |c: char| matches!(c, '_' | '=' | '&');
        let is_one_word = !self.date.contains(char::is_whitespace);
        is_one_word && in_address || self.before.ends_with(is_joint) || self.behind.starts_with(is_joint)
    }
}

fn has_many_words(text: &str) -> bool {
    text.split_whitespace().take(MANY_WORDS).count() == MANY_WORDS
}

fn is_divider(c: char) -> bool {
    matches!(c, '|' | '·' | '•' | '●' | '»' | '›' | '│' | '/' | '\t')
}

/// Whether a separator stands at the start of what follows a date.
fn is_parted(behind: &str) -> bool {
    let trimmed = behind.trim_start_matches(' ');
    let is_gap = behind.len() >= trimmed.len() + 2 && !trimmed.is_empty();
    let is_stop = behind.starts_with(". ");
    is_gap || is_stop || trimmed.starts_with(['-', '–', '—', ':', '|', ')', '/', '•', '·'])
}
