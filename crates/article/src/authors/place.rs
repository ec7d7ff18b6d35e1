//! Where a name stands: at the head of the article, at its end, amid the rest of the page.

use super::Statement;
use super::features::Statements;

impl Statements<'_, '_> {
    /// The lines above this one that print the headline.
    fn heads(&self, line: usize) -> impl Iterator<Item = usize> {
        let echoes = self.echoes.iter().copied().filter(|echo| *echo != self.anchor);
        [self.anchor].into_iter().chain(echoes).filter(move |head| *head < line)
    }

    /// Whether no paragraph, or one at most, stands between the headline and a line near below it.
    pub(super) fn is_at_head(&self, line: usize) -> bool {
        const FARTHEST: u32 = 12;
        let reading = self.reading;
        self.heads(line)
            .any(|head| reading.steps(head, line) <= FARTHEST && reading.paragraphs_between(head, line) <= 1)
    }

    /// Whether it stands below the headline, and the whole article below it.
    pub(super) fn is_above_body(&self, line: usize) -> bool {
        let up_to = |at: usize| self.body.partition_point(|own| *own <= at);
        let above = self.body.partition_point(|own| *own < line);
        line > self.anchor && above == up_to(self.anchor) && up_to(line) < self.body.len()
    }

    /// Whether lines of the article stand right above and below it.
    pub(super) fn is_amid_body(&self, line: usize) -> bool {
        let is_own = |at: Option<usize>| at.is_some_and(|at| self.body.binary_search(&at).is_ok());
        is_own(self.reading.above(line)) && is_own(self.reading.below(line))
    }

    /// Whether another name stands behind a label near by, but not on the next line, as in lists of articles.
    pub(super) fn is_among_labels(&self, statement: &Statement<'_, '_>) -> bool {
        const FARTHEST: u32 = 6;
        let line = statement.line;
        let (above, below) =
            self.by_label.split_at(self.by_label.partition_point(|at| self.all[*at].line < line));
        let steps = |at: usize| self.reading.steps(self.all[at].line, line);
        let is_near = |at: &&usize| steps(**at) <= FARTHEST;
        let mut near = above.iter().rev().take_while(is_near).chain(below.iter().take_while(is_near));
        near.any(|at| steps(*at) > 1 && self.all[*at].key != statement.key)
    }

    /// Whether a paragraph of the article stands right above the line, and none right below.
    pub(super) fn closes_prose(&self, line: usize) -> bool {
        let reading = self.reading;
        let is_prose = |at: usize| reading.is_prose(at) && reading.page.main.contains(&at);
        reading.above(line).is_some_and(is_prose) && !reading.below(line).is_some_and(is_prose)
    }

    /// Whether nothing else stands on its line.
    pub(super) fn fills_line(&self, statement: &Statement<'_, '_>) -> bool {
        let (line, span) = (self.reading.page.lines[statement.line].span.clone(), &statement.byline.span);
        let is_empty = |text: Option<&str>| text.is_none_or(|text| !text.contains(char::is_alphanumeric));
        let text = self.reading.text;
        is_empty(text.get(line.start..span.start)) && is_empty(text.get(span.end..line.end))
    }

    /// Whether it fills a line right below a paragraph, with some more above it and none right below.
    pub(super) fn is_below_story(&self, statement: &Statement<'_, '_>) -> bool {
        const PARAGRAPHS: u32 = 4;
        let (reading, line) = (self.reading, statement.line);
        let is_prose = |at: Option<usize>| at.is_some_and(|at| reading.is_prose(at));
        line > self.anchor
            && is_prose(reading.above(line))
            && !is_prose(reading.below(line))
            && reading.paragraphs_between(self.anchor, line) >= PARAGRAPHS
            && self.fills_line(statement)
    }

    /// Whether a sixth of the article's paragraphs at most stands below the line, or it stands right behind the article.
    pub(super) fn is_at_end(&self, line: usize) -> bool {
        const FARTHEST: u32 = 6;
        let (reading, end) = (self.reading, self.reading.page.main.end);
        let (above, below) =
            (reading.paragraphs_between(self.anchor, line), reading.paragraphs_between(line, end));
        let is_behind = line >= end && reading.steps(end.saturating_sub(1), line) <= FARTHEST;
        above > 0 && (is_behind || line < end && below * 6 <= above + below)
    }

    /// Whether no other name stands between the headline and this one.
    pub(super) fn is_first(&self, statement: &Statement<'_, '_>) -> bool {
        self.heads(statement.line).any(|head| {
            let first = self.all.get(self.all.partition_point(|one| one.line <= head));
            first.is_some_and(|first| first.byline.span == statement.byline.span)
        })
    }
}
