//! What the integration tests share.

#![allow(dead_code, reason = "each test crate uses a part of it")]

pub mod case;
pub mod fuzzed;
pub mod invariants;
pub mod table;
