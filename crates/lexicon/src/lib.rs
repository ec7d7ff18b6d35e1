#![doc = include_str!("../README.md")]

mod chars;
mod first_words;
mod fold;
mod hash;
mod index;
mod table;
mod words;

pub use chars::{is_letter, is_lower, is_number, is_spaceless, is_upper, is_word};
pub use first_words::FirstWords;
pub use fold::fold;
pub use hash::Hash;
pub use table::{Entry, Lexicon, Match};
pub use words::words;
