//! The pages of `fixtures/` through the whole pipeline, as a user of the library `copydesk` runs it.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

mod fixtures;
mod gold;
mod pages;
mod promises;
mod row;
mod same_rows;
mod spans;
