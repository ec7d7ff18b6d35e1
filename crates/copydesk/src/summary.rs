use copydesk_article::Article;
use std::fmt;
use std::ops::AddAssign;

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents read.
    pub documents: usize,
    /// Those with a headline.
    pub headlines: usize,
    /// Those with a date of publication.
    pub dates: usize,
    /// Those with an author.
    pub authors: usize,
    /// Oddities that cost nothing.
    pub warnings: usize,
    /// Oddities by which something was lost or is in doubt.
    pub problems: usize,
    /// Cells that spreadsheets take for formulas.
    pub formulas: u64,
}

impl Summary {
    pub(crate) fn of(article: &Article<'_>) -> Self {
        Self {
            documents: 1,
            headlines: usize::from(article.headline.value().is_some()),
            dates: usize::from(article.published.value().is_some()),
            authors: usize::from(!article.authors.findings().is_empty()),
            ..Self::default()
        }
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.headlines += other.headlines;
        self.dates += other.dates;
        self.authors += other.authors;
        self.warnings += other.warnings;
        self.problems += other.problems;
        self.formulas += other.formulas;
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, headlines, dates, authors, warnings, problems, formulas } = self;
        write!(f, "documents: {documents}; found/abstained: ")?;
        write!(f, "headline {headlines}/{}, ", documents - headlines)?;
        write!(f, "date {dates}/{}, ", documents - dates)?;
        write!(f, "author {authors}/{}; ", documents - authors)?;
        write!(f, "warnings: {warnings}, problems: {problems}")?;
        if *formulas > 0 {
            write!(f, "; cells like formulas: {formulas}")?;
        }
        Ok(())
    }
}
