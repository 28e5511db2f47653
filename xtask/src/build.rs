//! `cargo xtask build`: the library as WebAssembly, with the JavaScript that loads it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::sh::{self, say};
use crate::{project, size, tools};

/// The features that rustc enables for the target. Any other one might not run in a browser, so
/// never `-all`.
const WASM_OPT: [&str; 8] = [
    "-Os",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    let release = match arguments {
        [] => false,
        [flag] if flag == "--release" => true,
        _ => bail!("build takes only --release; try `cargo xtask help`"),
    };
    build(release)
}

/// Builds `www/pkg`, unless it holds the result already.
pub fn build(release: bool) -> Result<()> {
    tools::wasm_target()?;
    say("compiling the library for wasm32-unknown-unknown");
    let compiled = compile()?;
    let stamp = stamp(&compiled, release)?;
    let stamp_file = project::pkg().join(".built");
    if project::wasm().is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        say("www/pkg is up to date");
        return Ok(());
    }
    say("writing www/pkg with wasm-bindgen");
    bind(&compiled)?;
    if release {
        optimise()?;
    }
    fs::write(stamp_file, stamp)?;
    size::report(&project::pkg())
}

/// Compiles with cargo and gives the path of the wasm file, wherever the target folder is.
fn compile() -> Result<PathBuf> {
    let printed = sh::output(sh::command(
        "cargo build --package quote-extractor --lib --target wasm32-unknown-unknown \
         --profile release-wasm --message-format json-render-diagnostics",
    ))?;
    let artifacts = sh::artifacts(&printed);
    let files = artifacts.iter().filter_map(|artifact| artifact["filenames"].as_array()).flatten();
    files
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .rfind(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo named no wasm file; is the crate type still `cdylib`?")
}

/// Writes the JavaScript and the TypeScript types beside the wasm file.
fn bind(compiled: &Path) -> Result<()> {
    let folder = project::pkg();
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name("quote_extractor")
        .web(true)?
        .typescript(true)
        .remove_producers_section(true)
        .reset_state_function(true)
        .generate(&folder)
        .context("wasm-bindgen failed; are its two halves at the same version in Cargo.lock?")
}

/// Makes the wasm file smaller and faster.
fn optimise() -> Result<()> {
    tools::npm_packages()?;
    say("making it smaller with wasm-opt");
    let wasm = project::wasm();
    let mut node = sh::command("node node_modules/binaryen/bin/wasm-opt");
    node.args(WASM_OPT).arg(&wasm).arg("-o").arg(&wasm);
    sh::run(node)
}

/// What the result depends on: the compiled file and how it is treated afterwards.
fn stamp(compiled: &Path, release: bool) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    fs::read(compiled)?.hash(&mut hasher);
    fs::read(project::path("Cargo.lock"))?.hash(&mut hasher);
    release.then_some(WASM_OPT).hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}
