//! What the commands need besides rustup and Node.js; it is installed if it is missing.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};

use crate::project;
use crate::sh::{self, say};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Names under which Chromium is found on PATH.
const CHROMIUM_NAMES: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The version of cargo-deny that is built; the rules in deny.toml are written for it.
const CARGO_DENY: &str = "0.20.2";

const FIREFOX_NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// Adds the wasm target to the toolchain.
pub fn wasm_target() -> Result<()> {
    let Ok(installed) = sh::output(sh::command("rustup target list --installed")) else {
        // The toolchain is not from rustup; cargo will say if the target is missing.
        return Ok(());
    };
    if installed.lines().any(|target| target == WASM_TARGET) {
        return Ok(());
    }
    say("adding the Rust target wasm32-unknown-unknown with rustup");
    sh::run(sh::command(&format!("rustup target add {WASM_TARGET}")))
}

/// Adds the formatter and the linter, which a minimal toolchain lacks.
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
/// A copy of the lock file inside `node_modules` shows whether they are up to date. Modification times
/// would not, because git sets them again with every checkout.
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

/// The path of Chromium: `CHROMIUM_PATH`, the first on PATH, or one that apt-get installs.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM_PATH").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("CHROMIUM_PATH is {}, but there is no such file", path.display());
    }
    if let Some(path) = CHROMIUM_NAMES.into_iter().find_map(on_path) {
        return Ok(path);
    }
    apt_get("chromium", "Chromium")?;
    on_path("chromium").context(
        "the browser tests need Chromium or Google Chrome: install one (`sudo apt-get install \
         chromium` on Debian and Ubuntu) or set CHROMIUM_PATH to its program",
    )
}

/// The path of cargo-deny: the first on PATH, or one that cargo builds once in the target folder. It is
/// not optimised, which would take longer than it saves.
pub fn cargo_deny() -> Result<PathBuf> {
    let name = if cfg!(windows) { "cargo-deny.exe" } else { "cargo-deny" };
    if let Some(path) = on_path(name) {
        return Ok(path);
    }
    let folder = env::var_os("CARGO_TARGET_DIR").map_or(project::path("target"), PathBuf::from);
    let path = folder.join("tools/bin").join(name);
    if !path.is_file() {
        say("building cargo-deny for the audit, which takes some minutes once");
        let mut install = sh::command(&format!("cargo install cargo-deny@{CARGO_DENY} --locked"));
        install.arg("--root").arg(folder.join("tools"));
        install.arg("--target-dir").arg(folder.join("tools/build"));
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
        sh::run(install)?;
    }
    Ok(path)
}

/// Makes sure that there are Firefox and WebKit, which the tests find by themselves. Installs them with
/// apt-get if they are missing and this is root on Debian or Ubuntu.
pub fn firefox_and_webkit() -> Result<()> {
    if env::var_os("FIREFOX_PATH").is_none() && !FIREFOX_NAMES.into_iter().any(is_on_path) {
        apt_get("--no-install-recommends firefox-esr", "Firefox")?;
    }
    let webkit = [("WEBKIT_DRIVER_PATH", "WebKitWebDriver"), ("XVFB_RUN_PATH", "xvfb-run")];
    if webkit.iter().any(|(variable, name)| env::var_os(variable).is_none() && !is_on_path(name)) {
        apt_get("--no-install-recommends webkit2gtk-driver xvfb xauth", "WebKit")?;
    }
    let found = FIREFOX_NAMES.into_iter().any(is_on_path) || env::var_os("FIREFOX_PATH").is_some();
    ensure!(
        found,
        "these tests need Firefox: install it (`sudo apt-get install firefox-esr` on Debian) or set \
         FIREFOX_PATH to its program"
    );
    for (variable, name) in webkit {
        ensure!(
            env::var_os(variable).is_some() || is_on_path(name),
            "these tests need {name} for WebKit: install it (`sudo apt-get install \
             webkit2gtk-driver xvfb xauth` on Debian and Ubuntu) or set {variable} to its program"
        );
    }
    Ok(())
}

/// Installs packages if that needs no password: as root, on a system with apt-get.
fn apt_get(packages: &str, what: &str) -> Result<()> {
    let root = cfg!(unix) && sh::output(sh::command("id -u")).is_ok_and(|id| id.trim() == "0");
    if !root || !is_on_path("apt-get") {
        return Ok(());
    }
    say(&format!("installing {what} with apt-get, for the browser tests"));
    sh::run(sh::command("apt-get update -qq"))?;
    let mut install = sh::command(&format!("apt-get install -y -qq {packages}"));
    install.env("DEBIAN_FRONTEND", "noninteractive");
    sh::run(install)
}

fn is_on_path(name: &str) -> bool {
    on_path(name).is_some()
}

/// The first file with that name in a folder of PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
