//! The cases of `testdata`, one test per topic, and properties of any text.

mod cases;
mod properties;
