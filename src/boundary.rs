//! Where the core meets its callers: units of offsets, JSON, and JavaScript.

mod encoding;
#[cfg(target_arch = "wasm32")]
mod packed;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(feature = "serde")]
mod wire;

pub use encoding::PositionEncoding;
