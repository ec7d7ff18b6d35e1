use crate::line::{Fulls, Line};
use crate::print::{Print, Prints};
use std::collections::BTreeMap;

/// Some pages of one source, as the prints of their lines: from them its [`Furniture`] is learned.
///
/// A sample holds [`Sample::MOST_PAGES`] pages at most, those whose paragraphs hash lowest, and of each the
/// [`Sample::MOST_LINES`] lines whose prints are lowest. So samples merge in any order and grouping, a page that is there
/// twice counts once, and the result is that of one pass over all pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sample(BTreeMap<u64, Box<[Print]>>);

impl Sample {
    /// Pages that are held at most. Furniture stands on most pages of its source, so that few are enough to know it.
    pub const MOST_PAGES: usize = 16;
    /// Lines of a page that are held at most; nine of ten pages have fewer.
    pub const MOST_LINES: usize = 256;

    /// The sample of one page.
    pub fn of(text: &str) -> Self {
        let Prints { lines, page } = Prints::of(text, Fulls::new(text));
        let mut lines: Vec<Print> = lines.into_iter().flatten().collect();
        lines.sort_unstable();
        lines.dedup();
        lines.truncate(Self::MOST_LINES);
        if lines.is_empty() { Self::default() } else { Self::from_iter([(page, lines)]) }
    }

    /// Adds the pages of another sample.
    pub fn merge(&mut self, other: &Self) {
        for (page, lines) in &other.0 {
            self.add(*page, lines);
        }
    }

    /// How many pages it holds.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pages: what tells each from others, and the prints of its lines, sorted.
    pub fn pages(&self) -> impl Iterator<Item = (u64, &[Print])> {
        self.0.iter().map(|(page, lines)| (*page, &**lines))
    }

    /// The lines that recur on its pages.
    pub fn furniture(&self) -> Furniture {
        let mut all: Vec<Print> = self.0.values().flatten().copied().collect();
        all.sort_unstable();
        let least = (self.len().div_ceil(SHARE)).max(LEAST_PAGES);
        let recurring = all.chunk_by(Print::eq).filter(|pages| pages.len() >= least);
        Furniture(recurring.map(|pages| pages[0]).collect())
    }

    /// Of copies of a page one is held, the same whichever comes first.
    fn add(&mut self, page: u64, lines: &[Print]) {
        let known = self.0.get(&page);
        if known.is_none_or(|known| lines < known) {
            self.0.insert(page, lines.into());
        }
        if self.len() > Self::MOST_PAGES {
            self.0.pop_last();
        }
    }
}

impl FromIterator<(u64, Vec<Print>)> for Sample {
    fn from_iter<T: IntoIterator<Item = (u64, Vec<Print>)>>(pages: T) -> Self {
        let mut sample = Self::default();
        for (page, lines) in pages {
            sample.add(page, &lines);
        }
        sample
    }
}

/// One page of so many must have a line for it to be furniture: menus differ from section to section.
const SHARE: usize = 4;
/// Two pages may share a line by chance, or because one quotes the other.
const LEAST_PAGES: usize = 3;

/// The lines that recur on the pages of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Furniture(Box<[Print]>);

impl Furniture {
    /// How many lines recur.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their prints, sorted.
    pub fn prints(&self) -> &[Print] {
        &self.0
    }

    /// Whether each of the lines of a text recurs.
    pub(crate) fn on(&self, text: &str, lines: &[Line]) -> Vec<bool> {
        let prints = Prints::of(text, lines.iter().map(|line| line.full.clone())).lines.into_iter();
        prints.map(|print| print.is_some_and(|print| self.0.binary_search(&print).is_ok())).collect()
    }
}
