//! The tables of weights and words, by `cargo xtask codegen`.

pub(crate) mod asides;
pub(crate) mod authors;
pub(crate) mod body;
pub(crate) mod headline;
pub(crate) mod published;
