use crate::line::{Fulls, Line, mark_looks, mark_repeated};
use crate::look::Look;
use crate::{Furniture, main_text, role};
use std::ops::Range;

/// A page taken apart into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'t> {
    /// The text that all spans point into.
    pub text: &'t str,
    /// Its lines, blank ones included; their full spans tile the text.
    pub lines: Vec<Line>,
    /// The lines of the article's main text, as indices: the densest run of prose. Empty if there is no prose.
    pub main: Range<usize>,
    /// The lines of the article, the main text among them: it goes on where a little prose follows.
    pub story: Range<usize>,
}

/// Takes a page apart. Total: any text has lines, and each line a role.
pub fn read(text: &str) -> Page<'_> {
    read_known(text, &Furniture::default())
}

/// Takes a page apart of whose source the furniture is known: a line that recurs is no part of the article.
pub fn read_known<'t>(text: &'t str, furniture: &Furniture) -> Page<'t> {
    let mut lines: Vec<Line> = Fulls::new(text).map(|full| Line::read(text, full)).collect();
    mark_looks(text, &mut lines);
    mark_repeated(text, &mut lines);
    if !furniture.is_empty() {
        let recurs = furniture.on(text, &lines);
        mark_recurring(&mut lines, &recurs);
    }
    let main = main_text::find(&lines);
    let story = main_text::grow(&lines, &main);
    role::assign(&mut lines, &story);
    Page { text, lines, main, story }
}

impl<'t> Page<'t> {
    /// The content of a line; empty beyond the last one.
    pub fn line(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| &self.text[line.span.clone()])
    }
}

/// Marks the lines that recur. Where most of the prose does, the page is a copy of others: then its prose is its own.
fn mark_recurring(lines: &mut [Line], recurs: &[bool]) {
    let words = |is_counted: &dyn Fn(usize) -> bool| -> u32 {
        let prose = (0..lines.len()).filter(|at| lines[*at].look == Look::Prose);
        prose.filter(|at| is_counted(*at)).map(|at| lines[at].shape.words).sum()
    };
    let is_copy = 2 * words(&|at| recurs[at]) > words(&|_| true);
    for (line, recurs) in lines.iter_mut().zip(recurs) {
        line.recurs = *recurs && !(is_copy && line.look == Look::Prose);
    }
}
