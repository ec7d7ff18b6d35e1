use copydesk_blocks::Furniture;
use copydesk_dates::{NaiveDate, Order};

/// What is known about a page beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context<'c> {
    /// Where the page was fetched from.
    pub url: Option<&'c str>,
    /// What its source is called: the host it was fetched from, or the outlet.
    pub source: Option<&'c str>,
    /// The day on which it was fetched: no publication date lies behind it. Never a publication date itself.
    pub fetched: Option<NaiveDate>,
    /// The order of numeric dates that the page's source is known to use; it says nothing of dates with dots.
    pub order: Option<Order>,
    /// The lines that recur on the pages of its source.
    pub furniture: Option<&'c Furniture>,
}
