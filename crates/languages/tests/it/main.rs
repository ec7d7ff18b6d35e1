//! What the crate promises, over cases in `testdata/` and over any text.

#![allow(clippy::unwrap_used, reason = "a broken case file fails the test")]

mod lines;
mod properties;
mod sentences;
mod votes;
