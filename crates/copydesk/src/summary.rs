use copydesk_article::Article;
use std::fmt;
use std::ops::AddAssign;

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents read.
    pub documents: usize,
    /// Oddities that cost nothing.
    pub warnings: usize,
    /// Oddities by which something was lost or is in doubt.
    pub problems: usize,
    /// Cells that spreadsheets take for formulas.
    pub formulas: usize,
    /// Documents in which a field was found, in the order of [`FIELDS`].
    pub(crate) found: [usize; FIELDS.len()],
}

/// A field, by its column of the table, and whether an article has it.
type Field = (&'static str, fn(&Article<'_>) -> bool);

const FIELDS: [Field; 14] = [
    ("headline", |article| article.headline.value().is_some()),
    ("alternative_headline", |article| article.alternative_headline.value().is_some()),
    ("section", |article| article.section.value().is_some()),
    ("publisher", |article| article.publisher.value().is_some()),
    ("date_published", |article| article.published.value().is_some()),
    ("date_modified", |article| article.modified.value().is_some()),
    ("authors", |article| !article.authors.findings().is_empty()),
    ("agencies", |article| !article.agencies.findings().is_empty()),
    ("photo_credits", |article| !article.photo_credits.findings().is_empty()),
    ("dateline", |article| article.dateline.value().is_some()),
    ("language", |article| article.languages.body.value().is_some()),
    ("ui_language", |article| article.languages.ui.value().is_some()),
    ("truncated", |article| article.truncated.value() == Some(&true)),
    ("comments", |article| article.comments.value().is_some()),
];

impl Summary {
    pub(crate) fn of(article: &Article<'_>) -> Self {
        let found = FIELDS.map(|(_, is_found)| usize::from(is_found(article)));
        Self { documents: 1, found, ..Self::default() }
    }

    /// In how many documents each field was found, by its column of the table.
    pub fn found(&self) -> impl Iterator<Item = (&'static str, usize)> {
        FIELDS.iter().map(|(name, _)| *name).zip(self.found)
    }

    /// All counts, in an order of their own.
    pub(crate) fn counts(mut self) -> Vec<usize> {
        self.counts_mut().map(|count| *count).collect()
    }

    /// The summary of these counts; none, if there are too few or too many.
    pub(crate) fn of_counts(counts: &[usize]) -> Option<Self> {
        let mut summary = Self::default();
        let places: Vec<_> = summary.counts_mut().collect();
        if places.len() != counts.len() {
            return None;
        }
        places.into_iter().zip(counts).for_each(|(place, count)| *place = *count);
        Some(summary)
    }

    fn counts_mut(&mut self) -> impl Iterator<Item = &mut usize> {
        let Self { documents, warnings, problems, formulas, found } = self;
        [documents, warnings, problems, formulas].into_iter().chain(found)
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.counts_mut().zip(other.counts()).for_each(|(count, more)| *count += more);
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, warnings, problems, formulas, .. } = self;
        write!(f, "documents: {documents}; found/abstained: ")?;
        for (index, (name, found)) in self.found().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{name} {found}/{}", documents - found)?;
        }
        write!(f, "; warnings: {warnings}, problems: {problems}")?;
        if *formulas > 0 {
            write!(f, "; cells like formulas: {formulas}")?;
        }
        Ok(())
    }
}
