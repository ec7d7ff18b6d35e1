//! Words by locale against `testdata/`, and what holds for the whole table.

#![allow(clippy::unwrap_used, reason = "a test that can't read its data fails")]

mod cases;
mod coverage;
mod table;
