//! Any offsets in any text, through the conversion at the boundary to JavaScript.

#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|data: &[u8]| support::fuzzed::offsets(data));
