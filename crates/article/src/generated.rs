//! The tables of weights, by `cargo xtask codegen`.

pub(crate) mod authors;
pub(crate) mod headline;
pub(crate) mod published;
