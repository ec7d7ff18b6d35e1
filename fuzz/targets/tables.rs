//! Looks for bytes that break [`copydesk_fuzz::tables`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_fuzz::tables(bytes));
