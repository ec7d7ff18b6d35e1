//! Cases and properties of the bundle crate. The cases are data, in `testdata/`, each file with its format on top.

#![allow(clippy::unwrap_used, reason = "what fails to parse fails the test")]

mod arbitrary;
mod digest;
mod names;
mod paths;
mod read;
mod round_trip;
mod sniff;
mod stream;
mod tiling;
mod write;
