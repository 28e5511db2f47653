//! Any bytes, through `--jsonl` of the command line.

#![no_main]

#[path = "../../tests/support/jsonl.rs"]
mod jsonl;

libfuzzer_sys::fuzz_target!(|data: &[u8]| jsonl::lines(data));
