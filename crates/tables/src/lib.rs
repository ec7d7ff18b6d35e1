#![doc = include_str!("../README.md")]

mod articles;
mod blocks;
mod bylines;
mod candidates;
mod cell;
mod column;
mod documents;
mod guard;
mod languages;
mod mentions;
mod profiles;
mod writer;

pub use articles::{ArticleRow, Articles};
pub use blocks::{BlockRow, Blocks};
pub use bylines::{BylineRow, Bylines};
pub use candidates::{CandidateRow, Candidates};
pub use cell::Cell;
pub use column::{Column, Columns, Table, UnknownColumn};
pub use documents::{DocumentRow, Documents, SniffRow, Sniffs};
pub use guard::Guard;
pub use languages::{LanguageRow, Languages};
pub use mentions::{MentionRow, Mentions};
pub use profiles::{ProfileRow, Profiles, read_profiles};
pub use writer::Writer;
