//! What the commands need besides rustup and Node.js, installed when it is missing.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::project;
use crate::sh::{self, say};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Names under which Chromium is found on PATH.
const CHROMIUM_NAMES: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Adds the wasm target to the toolchain.
pub fn wasm_target() -> Result<()> {
    let Ok(installed) = sh::output(sh::command("rustup target list --installed")) else {
        // A toolchain from elsewhere; cargo says what is missing, if anything is.
        return Ok(());
    };
    if installed.lines().any(|target| target == WASM_TARGET) {
        return Ok(());
    }
    say("adding the Rust target wasm32-unknown-unknown with rustup");
    sh::run(sh::command(&format!("rustup target add {WASM_TARGET}")))
}

/// Adds the formatter and the linter, which a minimal toolchain comes without.
pub fn rust_components() -> Result<()> {
    for (component, probe) in
        [("rustfmt", "cargo fmt --version"), ("clippy", "cargo clippy --version")]
    {
        if !sh::succeeds(sh::command(probe)) {
            say(&format!("adding the Rust component {component} with rustup"));
            sh::run(sh::command(&format!("rustup component add {component}")))?;
        }
    }
    Ok(())
}

/// Installs the npm packages that package-lock.json names.
///
/// A copy of the lock file inside `node_modules` tells whether they are the ones it names now;
/// modification times would not, because git sets them anew with every checkout.
pub fn npm_packages() -> Result<()> {
    let lock = fs::read(project::path("package-lock.json")).context("package-lock.json")?;
    let stamp = project::path("node_modules/.xtask-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("installing the npm packages of package-lock.json");
    sh::run(sh::command("npm ci --ignore-scripts --no-audit --no-fund"))
        .context("is Node.js 20 or later installed?")?;
    fs::write(stamp, lock).context("node_modules/.xtask-lock.json")
}

/// The path of a Chromium: `CHROMIUM_PATH`, the first on PATH, or one that apt-get installs.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM_PATH").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("CHROMIUM_PATH is {}, and there is no such file", path.display());
    }
    if let Some(path) = CHROMIUM_NAMES.into_iter().find_map(on_path) {
        return Ok(path);
    }
    let root = cfg!(unix) && sh::output(sh::command("id -u")).is_ok_and(|id| id.trim() == "0");
    if root && on_path("apt-get").is_some() {
        say("installing Chromium with apt-get, for the browser tests");
        sh::run(sh::command("apt-get update -qq"))?;
        let mut install = sh::command("apt-get install -y -qq chromium");
        install.env("DEBIAN_FRONTEND", "noninteractive");
        sh::run(install)?;
    }
    on_path("chromium").context(
        "the browser tests need Chromium or Google Chrome: install one (`sudo apt-get install \
         chromium` on Debian and Ubuntu) or set CHROMIUM_PATH to its program",
    )
}

/// The first file with that name in a folder of PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
