use crate::{Context, Profile};
use copydesk_blocks::{LabelKind, Line, Page, Role};
use copydesk_bylines::{Byline, Rule};
use copydesk_dates::{Deictic, Finder, Locales, Mention};
use copydesk_lexicon::{is_spaceless, is_word};
use std::ops::Range;

/// Surer than a name on a line of its own: something says that it is a byline.
const SURE_BYLINE: f32 = 0.65;

/// A page as the finders see it: what `article` weighs.
pub(crate) struct Reading<'t> {
    pub(crate) text: &'t str,
    pub(crate) page: Page<'t>,
    pub(crate) mentions: Vec<Mention<'t>>,
    pub(crate) bylines: Vec<Byline<'t>>,
    /// The languages of the page, that of the article first.
    pub(crate) languages: Vec<&'static str>,
    /// How many lines that are not blank stand up to each line.
    ranks: Vec<u32>,
    /// The lines that are not blank.
    written: Vec<u32>,
    /// Whether blank lines part the short blocks of the page; where they do not, each line is a block.
    is_spaced: bool,
    /// How many paragraphs stand before each line.
    paragraphs: Vec<u32>,
    /// How many bylines start before each line, and how many in all; the same of the dates.
    bylines_before: Vec<u32>,
    mentions_before: Vec<u32>,
    /// Whether a byline, not a mere name, starts on each line.
    signed: Vec<bool>,
    /// Whether each line tells who wrote the article or when.
    meta: Vec<bool>,
}

impl<'t> Reading<'t> {
    /// Lets every finder read the page; `languages` are those of the page, that of the article first.
    pub(crate) fn new(page: Page<'t>, context: &Context<'_>, languages: Vec<&'static str>) -> Self {
        let mut finder = Finder::new().locales(&languages).deictic(Deictic::Skip);
        if let Some(order) = context.order.or_else(|| Profile::of_dates(page.text, context).order()) {
            finder = finder.usual_order(order);
        }
        let mentions: Vec<_> = finder.find_iter(page.text).collect();
        let bylines = copydesk_bylines::find(page.text);
        let ranks = counts(&page.lines, |line| line.role != Role::Blank).collect();
        let paragraphs = std::iter::once(0).chain(counts(&page.lines, is_paragraph)).collect();
        let written: Vec<u32> =
            (0..).zip(&page.lines).filter(|(_, line)| line.role != Role::Blank).map(|(at, _)| at).collect();
        let is_spaced = is_spaced(&page.lines);
        let bylines_before = before(&page.lines, bylines.iter().map(|byline| byline.span.start));
        let mentions_before = before(&page.lines, mentions.iter().map(|mention| mention.span.start));
        let (signed, meta) = (signed(&page.lines, &bylines), Vec::new());
        let text = page.text;
        let mut reading = Self {
            text,
            page,
            mentions,
            bylines,
            languages,
            ranks,
            written,
            is_spaced,
            paragraphs,
            bylines_before,
            mentions_before,
            signed,
            meta,
        };
        reading.meta = (0..reading.page.lines.len()).map(|at| reading.tells_meta(at)).collect();
        reading
    }

    /// The line that holds a byte of the text.
    pub(crate) fn line_at(&self, offset: usize) -> usize {
        line_at(&self.page.lines, offset)
    }

    /// A line's text without blanks and bullets.
    pub(crate) fn line(&self, at: usize) -> &'t str {
        self.page.line(at)
    }

    /// The lines that are not blank.
    pub(crate) fn written(&self) -> &[u32] {
        &self.written
    }

    /// How many lines that are not blank lie between two lines, counting the farther one.
    pub(crate) fn steps(&self, a: usize, b: usize) -> u32 {
        self.rank(a).abs_diff(self.rank(b))
    }

    /// The nearest line above that is not blank.
    pub(crate) fn above(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1).map(|above| self.rank(above))?;
        before.checked_sub(1).map(|last| self.written[last as usize] as usize)
    }

    /// The nearest line below that is not blank.
    pub(crate) fn below(&self, at: usize) -> Option<usize> {
        self.written.get(self.rank(at) as usize).map(|line| *line as usize)
    }

    /// The lines right above and below that are not blank.
    pub(crate) fn neighbours(&self, at: usize) -> impl Iterator<Item = usize> {
        self.above(at).into_iter().chain(self.below(at))
    }

    /// Whether there is no such line, or nothing on it.
    pub(crate) fn is_blank(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.page.lines.get(at)).is_none_or(|line| line.role == Role::Blank)
    }

    /// Whether blank lines part the short blocks of the page, headings among them.
    pub(crate) const fn is_spaced(&self) -> bool {
        self.is_spaced
    }

    /// Whether a line is a block of its own: it stands between blank lines, or no blank lines part the blocks.
    pub(crate) fn is_alone(&self, at: usize) -> bool {
        !self.is_spaced || self.is_blank(at.checked_sub(1)) && self.is_blank(at.checked_add(1))
    }

    /// Whether a line is a paragraph, not a short statement.
    pub(crate) fn is_prose(&self, at: usize) -> bool {
        is_paragraph(&self.page.lines[at])
    }

    /// How many paragraphs stand between two lines.
    pub(crate) fn paragraphs_between(&self, a: usize, b: usize) -> u32 {
        let before = |at: usize| self.paragraphs.get(at).copied().unwrap_or_default();
        before(a.max(b)).saturating_sub(before(a.min(b) + 1))
    }

    /// Whether a line tells who wrote the article or when: a date outside the prose, a byline, a label of either.
    pub(crate) fn is_meta(&self, at: usize) -> bool {
        self.meta[at]
    }

    /// Whether one of the next few lines that are not blank does so.
    pub(crate) fn is_meta_within(&self, at: usize, steps: usize) -> bool {
        let below = &self.written[self.rank(at) as usize..];
        below.iter().take(steps).any(|at| self.is_meta(*at as usize))
    }

    /// Whether a byline, not a mere name, starts on the line.
    pub(crate) fn is_byline(&self, at: usize) -> bool {
        self.signed[at]
    }

    /// Whether a picture's caption or credit stands on the line.
    pub(crate) fn is_picture(&self, at: usize) -> bool {
        let line = &self.page.lines[at];
        let is_label =
            |label: Option<copydesk_blocks::Label>| label.is_some_and(|label| label.kind == LabelKind::Photo);
        is_label(line.label)
            || is_label(line.tail)
            || line.role == Role::Caption
            || self.bylines_on(at).any(|byline| byline.rule == Rule::PhotoCredit)
    }

    /// The bylines and credits that start on the line.
    pub(crate) fn bylines_on(&self, at: usize) -> impl Iterator<Item = &Byline<'t>> + Clone {
        self.bylines[self.bylines_before[at] as usize..self.bylines_before[at + 1] as usize].iter()
    }

    fn tells_meta(&self, at: usize) -> bool {
        let labelled = self.page.lines[at].label.is_some_and(|label| is_date_label(label.kind));
        labelled || self.is_byline(at) || self.is_date_line(at)
    }

    /// The dates that start on the line.
    pub(crate) fn mentions_on(&self, at: usize) -> impl Iterator<Item = &Mention<'t>> {
        self.mentions[self.mentions_before[at] as usize..self.mentions_before[at + 1] as usize].iter()
    }

    /// How many bytes of the line are dates.
    pub(crate) fn date_bytes(&self, at: usize) -> usize {
        self.mentions_on(at).map(|mention| mention.span.len()).sum()
    }

    fn is_date_line(&self, at: usize) -> bool {
        let whole_day = |mention: &Mention<'_>| mention.date.year.is_some() && mention.date.day.is_some();
        !self.is_prose(at) && self.mentions_on(at).any(whole_day)
    }

    /// Whether a label of the kind stands on a line of its own with no date below it.
    pub(crate) fn has_bare_label(&self, kind: LabelKind) -> bool {
        self.page
            .lines
            .iter()
            .any(|line| line.label.is_some_and(|label| label.kind == kind && label.len == line.span.len()))
    }

    /// The label of a date: the last one between the date before and this one on its line, or else the line above, if that
    /// is a label and nothing else.
    pub(crate) fn label_before(&self, line: usize, gap: Range<usize>) -> Option<LabelKind> {
        let start = self.page.lines[line].span.start;
        let gap = &self.text[gap.start.max(start).min(gap.end)..gap.end];
        label_in(gap).or_else(|| {
            let above = self.above(line).filter(|_| !gap.chars().any(char::is_alphanumeric))?;
            let above = &self.page.lines[above];
            above
                .label
                .filter(|label| label.len == above.span.len() && is_date_label(label.kind))
                .map(|label| label.kind)
        })
    }

    /// The one locale that a date's words belong to: the page's own language, or else the only one there is.
    pub(crate) fn locale_of(&self, locales: Option<Locales>) -> Option<&'static str> {
        let locales = locales?;
        let of_page = self.languages.iter().copied().find(|tag| locales.contains(tag));
        of_page.or_else(|| only(locales.tags().map(primary)))
    }

    /// The text of a span with each run of blanks squeezed into one.
    pub(crate) fn squeezed(&self, span: &Range<usize>) -> std::borrow::Cow<'t, str> {
        squeeze(&self.text[span.clone()])
    }

    fn rank(&self, at: usize) -> u32 {
        self.ranks.get(at).copied().unwrap_or_default()
    }
}

/// The language of a locale: `fr` of `fr-CA`.
fn primary(tag: &'static str) -> &'static str {
    tag.split_once('-').map_or(tag, |(language, _)| language)
}

/// The item of which all others are repeats.
pub(crate) fn only<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// Whether some of the short lines stand between blank ones: of so many, one.
fn is_spaced(lines: &[Line]) -> bool {
    const SHORT_LINES: usize = 32;
    let is_blank =
        |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.role == Role::Blank);
    let is_short = |line: &Line| line.role != Role::Blank && !is_paragraph(line);
    let short = || (0..lines.len()).filter(|at| is_short(&lines[*at]));
    let alone = short().filter(|at| is_blank(at.checked_sub(1)) && is_blank(at.checked_add(1)));
    SHORT_LINES * alone.count() > short().count()
}

/// The text with each run of blanks squeezed into one; borrowed if it needs no change.
pub(crate) fn squeeze(text: &str) -> std::borrow::Cow<'_, str> {
    let text = text.trim();
    let is_odd = |before: char, c: char| c.is_whitespace() && (c != ' ' || before == ' ');
    let befores = std::iter::once('.').chain(text.chars());
    let is_tidy = !befores.zip(text.chars()).any(|(before, c)| is_odd(before, c));
    if is_tidy {
        return text.into();
    }
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |line, word| line + " " + word).into()
}

fn is_date_label(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Published | LabelKind::Updated)
}

/// The last label of a date that starts at a word of a short text.
fn label_in(text: &str) -> Option<LabelKind> {
    let mut last = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = is_word(c) && (!is_word(before) || is_spaceless(before));
        if begins && copydesk_blocks::may_label_date(&text[at..]) {
            let label = copydesk_blocks::label(&text[at..]).filter(|label| is_date_label(label.kind));
            last = label.map(|label| label.kind).or(last);
        }
        before = c;
    }
    last
}

fn is_paragraph(line: &Line) -> bool {
    const WORDS: u32 = 15;
    line.shape.words > WORDS && (line.role.is_prose() || line.role == Role::Comment)
}

/// How many of some things, given by where they start, do so before each line, and how many in all.
fn before(lines: &[Line], starts: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut starts = starts.peekable();
    let mut count = 0;
    let ends = lines.iter().map(|line| line.full.start).chain([usize::MAX]);
    ends.map(|end| {
        while starts.next_if(|start| *start < end).is_some() {
            count += 1;
        }
        count
    })
    .collect()
}

/// Whether a byline that is no mere name starts on each line.
fn signed(lines: &[Line], bylines: &[Byline<'_>]) -> Vec<bool> {
    let mut signed = vec![false; lines.len()];
    for byline in bylines.iter().filter(|byline| byline.rule.confidence() >= SURE_BYLINE) {
        if let Some(line) = signed.get_mut(line_at(lines, byline.span.start)) {
            *line = true;
        }
    }
    signed
}

fn line_at(lines: &[Line], offset: usize) -> usize {
    lines.partition_point(|line| line.full.start <= offset).saturating_sub(1)
}

/// How many lines of a kind stand up to each line, itself included.
fn counts(lines: &[Line], is_counted: impl Fn(&Line) -> bool) -> impl Iterator<Item = u32> {
    lines.iter().scan(0, move |count, line| {
        *count += u32::from(is_counted(line));
        Some(*count)
    })
}
