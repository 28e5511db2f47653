//! Where things are in the checkout.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The environment variable for the checkout to work on, if it is not the one this program was built in.
pub const ROOT: &str = "XTASK_ROOT";

/// The root of the checkout, whatever the current folder is.
pub fn root() -> &'static Path {
    static FOUND: LazyLock<PathBuf> = LazyLock::new(|| {
        let own = || Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf);
        env::var_os(ROOT).map(PathBuf::from).or_else(own).unwrap_or_else(|| ".".into())
    });
    &FOUND
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

/// The folder of the language packs, beside the wasm file.
pub fn packs() -> PathBuf {
    pkg().join("packs")
}
