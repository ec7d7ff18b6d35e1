//! Looks for bytes that break [`copydesk_fuzz::blocks`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_fuzz::blocks(bytes));
