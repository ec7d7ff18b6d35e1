#![doc = include_str!("../README.md")]

mod chars;
mod fold;
mod hash;
mod index;
mod table;
mod telltales;
mod words;

pub use chars::{is_letter, is_lower, is_number, is_spaceless, is_upper, is_word};
pub use fold::fold;
pub use hash::Hash;
pub use table::{Entry, FirstWords, Lexicon, Match};
pub use telltales::Telltales;
pub use words::words;
