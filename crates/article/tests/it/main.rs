//! The cases of `testdata`, one file per topic, and properties of any text.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read is a failure")]

mod bodies;
mod cases;
mod hostile;
mod profiles;
mod properties;
mod sources;
