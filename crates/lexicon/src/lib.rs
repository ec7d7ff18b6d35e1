#![doc = include_str!("../README.md")]

mod chars;
mod fold;
mod index;
mod table;

pub use fold::{fold, is_spaceless, is_word};
pub use table::{Entry, Lexicon, Match};
