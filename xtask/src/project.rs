//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout, wherever the command was called from.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A path below the root, written with `/`.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// The folder that the generated JavaScript and wasm go to.
pub fn pkg() -> PathBuf {
    path("www/pkg")
}

/// The wasm file that the page loads.
pub fn wasm() -> PathBuf {
    pkg().join("quote_extractor_bg.wasm")
}
