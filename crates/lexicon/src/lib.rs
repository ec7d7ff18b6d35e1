#![doc = include_str!("../README.md")]

mod filter;
mod fold;
mod table;

pub use fold::{fold, is_spaceless, is_word};
pub use table::{Entry, Lexicon, Match};
