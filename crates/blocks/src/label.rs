//! Label words: what a page prints beside an article, in many languages.

mod finder;
mod follow;

pub(crate) use finder::{find, tail};
pub use finder::{label, may_label_date};

/// A label on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it says.
    pub kind: Kind,
    /// The languages that say it so (BCP 47); `und` if it is no word.
    pub languages: &'static [&'static str],
    /// Its length in bytes, with the bracket before it, the colon behind it, and a number that it counts.
    pub len: usize,
}

/// What a phrase can mean, as the generated table holds it.
pub(crate) struct Sense {
    pub(crate) kind: Kind,
    pub(crate) languages: &'static [&'static str],
}

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The date of publication follows: `Posted on`.
    Published,
    /// The date of the last change follows: `Last updated`.
    Updated,
    /// The start of a trail to the article's section: `Home`.
    Home,
    /// The article's section follows: `Filed under`.
    Section,
    /// Key words follow: `Tags`.
    Tags,
    /// Other articles on the matter follow: `See also`.
    Related,
    /// Other articles of an author, outlet or section follow: `More from`.
    MoreFrom,
    /// The newest articles follow: `Latest news`.
    Latest,
    /// The articles read most follow: `Most read`.
    Popular,
    /// Comments, or the form for one: `Leave a comment`.
    Comments,
    /// How many comments there are: `12 comments`.
    CommentCount,
    /// There is one comment, on the headline quoted: `One thought on`.
    OneComment,
    /// An answer to one comment: `Reply`.
    Reply,
    /// The article goes on elsewhere: `Continue reading`.
    ContinueReading,
    /// The article goes on for those who pay or sign in.
    Paywall,
    /// Buttons that pass the article on: `Share this`.
    Share,
    /// The outlet's own channels: `Follow us`.
    Follow,
    /// An offer of e-mails: `Sign up for our newsletter`.
    Newsletter,
    /// Rights, imprint, privacy, cookies: `All rights reserved`.
    Legal,
    /// A button to print or save the page.
    Print,
    /// What is not the outlet's own: `Sponsored`.
    Advertisement,
    /// A picture's credit or caption follows: `Photo`.
    Photo,
    /// A button to hear the article.
    Listen,
    /// How long it takes to read: `Reading time`.
    ReadingTime,
    /// The way to other pages: `Skip to content`, `Next article`.
    Navigation,
}
