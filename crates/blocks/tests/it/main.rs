//! The cases of `testdata`, one file per topic, and properties of any text.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read is a failure")]

mod labels;
mod lines;
mod load;
mod pages;
mod properties;
mod samples;
mod shapes;
