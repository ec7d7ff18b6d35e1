//! The cases of `testdata`, one test per topic, and properties of any text.

#![expect(clippy::unwrap_used, reason = "a case that cannot be read is a failure")]

mod cases;
mod gold;
mod hostile;
mod properties;
