//! The command, run as people run it.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

mod atomic;
mod bad_input;
mod blocks;
mod bundle;
mod closed_pipe;
mod command;
mod compressed;
mod dialects;
mod explain;
mod extract;
mod filters;
mod folder;
mod help;
mod interrupted;
mod killed;
mod large;
mod messages;
mod profiles;
mod readme;
mod resume;
mod round_trip;
mod sources;
mod strict;
