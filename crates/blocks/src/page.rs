use crate::line::{Fulls, Line, mark_wrapped};
use crate::{main_text, role};
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
}

/// Takes a page apart. Total: any text has lines, and each line a role.
pub fn read(text: &str) -> Page<'_> {
    let mut lines: Vec<Line> = Fulls::new(text).map(|full| Line::read(text, full)).collect();
    mark_wrapped(text, &mut lines);
    let main = main_text::find(&lines);
    role::assign(&mut lines, &main);
    Page { text, lines, main }
}

impl<'t> Page<'t> {
    /// The content of a line; empty beyond the last one.
    pub fn line(&self, at: usize) -> &'t str {
        self.lines.get(at).map_or("", |line| &self.text[line.span.clone()])
    }
}
