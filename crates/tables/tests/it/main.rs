//! Rows as they are printed.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

mod articles;
mod columns;
mod failures;
mod filters;
mod guard;
mod quoting;
