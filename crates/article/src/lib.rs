#![doc = include_str!("../README.md")]

mod agencies;
mod article;
mod authors;
mod body;
mod choice;
mod comments;
mod context;
mod credits;
mod dateline;
mod echo;
mod evidence;
mod explain;
mod features;
mod generated;
mod headline;
mod languages;
mod profile;
mod published;
mod publisher;
mod reading;
mod roles;
mod section;
mod standfirst;
mod weights;

pub use article::{Article, Author, Body, Languages, Stamp};
pub use context::Context;
pub use copydesk_blocks::{Furniture, Sample};
pub use copydesk_dates::{NaiveDate, Order};
pub use evidence::{Evidence, Field, Finding, List, Reason, Rule};
pub use explain::{Explained, Statement};
pub use features::Weighed;
pub use profile::Profile;
pub use publisher::rights_holder;
pub use roles::{Block, Role};

/// Reads one page of plain text: every field with its evidence, or the reason why it stays empty.
///
/// Total: any text gives an article, if only one of empty fields.
pub fn read<'t>(text: &'t str, context: &Context<'_>) -> Article<'t> {
    article::read(text, context)
}

/// All candidates of a page for the fields that are weighed by tables, each with the features that hold for it: what
/// weights are fitted on.
pub fn weighed(text: &str, context: &Context<'_>) -> Vec<Weighed> {
    article::weighed(text, context)
}

/// The lines of a page that are not blank, in order, each with the one role that it has.
pub fn blocks(text: &str, context: &Context<'_>) -> Vec<Block> {
    article::blocks(text, context)
}
