#![doc = include_str!("../README.md")]

mod fold;
mod index;
mod table;

pub use fold::{fold, is_spaceless, is_word};
pub use table::{Entry, Lexicon, Match};
