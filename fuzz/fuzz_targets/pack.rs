//! Any bytes, read as a language pack.

#![no_main]

#[path = "../../tests/support/pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|data: &[u8]| pack::bytes(data));
