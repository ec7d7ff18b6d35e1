use copydesk_article::Profile;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Sets of lines, to know again a page that shows one of them.
///
/// A line of many sets, such as `Home`, tells none of them from the others: it counts neither for nor against one.
#[derive(Debug, Default)]
pub(crate) struct Templates {
    sets: Vec<Box<[u32]>>,
    /// The sets that have a line, by their places; no more than tell anything.
    having: BTreeMap<u32, Vec<usize>>,
}

impl Templates {
    /// Any two pages may have fewer lines in common.
    const LEAST: usize = 6;
    const MOST_SETS: usize = 8;

    /// Adds a set; sets count from 0.
    pub(crate) fn add(&mut self, lines: &[u32]) {
        for line in lines {
            let having = self.having.entry(*line).or_default();
            if having.len() < Self::MOST_SETS {
                having.push(self.sets.len());
            }
        }
        self.sets.push(lines.into());
    }

    /// The set that has most in common with some lines: at least half of the smaller of the two.
    pub(crate) fn find(&self, lines: &[u32]) -> Option<usize> {
        let mut shared = BTreeMap::<usize, usize>::new();
        for set in lines.iter().filter(|line| self.tells(**line)).flat_map(|line| self.having(*line)) {
            *shared.entry(*set).or_default() += 1;
        }
        let size = |lines: &[u32]| lines.iter().filter(|line| self.tells(**line)).count();
        let of_page = size(lines);
        let is_alike = |(set, shared): &(usize, usize)| {
            *shared >= Self::LEAST && 2 * shared >= of_page.min(size(&self.sets[*set]))
        };
        let best = shared.into_iter().filter(is_alike).max_by_key(|(set, shared)| (*shared, Reverse(*set)));
        best.map(|(set, _)| set)
    }

    fn tells(&self, line: u32) -> bool {
        self.having(line).len() < Self::MOST_SETS
    }

    fn having(&self, line: u32) -> &[usize] {
        self.having.get(&line).map_or(&[], Vec::as_slice)
    }
}

/// Pages of which no name tells the source, each told from the others by its paragraphs.
///
/// [`Nameless::MOST_PAGES`] are held at most, those whose paragraphs hash lowest: the same whatever order they come in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Nameless(BTreeMap<u64, Profile>);

impl Nameless {
    /// Enough to know several hundred templates.
    const MOST_PAGES: usize = 1 << 12;

    /// Adds a page; of copies one is held.
    pub(crate) fn add(&mut self, page: &Profile) {
        let Some((key, _)) = page.sample.pages().next() else { return };
        if self.0.get(&key).is_none_or(|known| page < known) {
            self.0.insert(key, page.clone());
        }
        if self.0.len() > Self::MOST_PAGES {
            self.0.pop_last();
        }
    }

    /// Adds the pages of others.
    pub(crate) fn merge(&mut self, other: &Self) {
        other.0.values().for_each(|page| self.add(page));
    }

    /// The pages of each template as one source. A page belongs to the template of the first page that it shares its
    /// furniture with.
    pub(crate) fn sources(&self) -> Vec<Profile> {
        let mut firsts = Templates::default();
        let mut sources: Vec<Profile> = Vec::new();
        for page in self.0.values() {
            let lines = page.sample.pages().next().map_or(&[][..], |(_, lines)| lines);
            if let Some(source) = firsts.find(lines) {
                sources[source].merge(page);
            } else {
                firsts.add(lines);
                sources.push(page.clone());
            }
        }
        sources
    }
}
