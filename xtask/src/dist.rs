//! `cargo xtask dist`: everything that is published, in `dist/`.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::sh::{self, say};
use crate::{build, project, reproduce, size, tools};

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    let check = match arguments {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("dist takes only --check; try `cargo xtask help`"),
    };
    let dist = project::path("dist");
    let sized = size::check(&dist, &web(&dist)?);
    reproduce::again(&dist)?;
    if check {
        reproduce::elsewhere(&dist)?;
    }

    say("compiling the command line");
    let cli = command_line()?;

    say("packing the crate");
    let packed = packed_crate()?;
    fs::copy(&packed, dist.join(packed.file_name().unwrap_or_default()))?;

    let files = files(&dist)?;
    let entries = files.iter().map(|file| describe(&dist, file)).collect::<Result<Vec<_>>>()?;
    let manifest = serde_json::to_string_pretty(&json!({ "files": entries }))? + "\n";
    fs::write(dist.join("manifest.json"), manifest)?;

    println!("site          dist/site");
    println!("script tag    dist/quote-extractor.js");
    println!("single page   dist/quote-extractor.html");
    println!("npm package   dist/npm (`npm pack ./dist/npm`)");
    println!("command line  {} ({} bytes)", cli.display(), fs::metadata(&cli)?.len());
    println!("manifest      dist/manifest.json ({} files)", files.len());
    sized
}

/// Runs the command `web`.
pub fn web_command(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else { bail!("name the folder; try `cargo xtask help`") };
    web(Path::new(folder)).map(drop)
}

/// Builds what browsers and Node.js load into `folder`, and returns what `xtask/bundle` says about it.
pub fn web(folder: &Path) -> Result<Value> {
    build::build(true)?;
    tools::npm_packages()?;
    bundle(folder)
}

/// Writes the same from the WebAssembly in `www/pkg`, which it does not build.
pub fn bundle(folder: &Path) -> Result<Value> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    say("writing the site, the single files and the npm package");
    let mut node = sh::command("node xtask/bundle/main.js");
    node.arg(folder);
    serde_json::from_str(&sh::output(node)?).context("xtask/bundle/main.js printed no JSON")
}

/// Builds the crate from its packed sources, as `cargo publish` does, and returns the path of the
/// package.
fn packed_crate() -> Result<PathBuf> {
    sh::run(sh::command("cargo publish --dry-run --quiet --package quote-extractor"))?;
    // The dry run leaves no package.
    sh::run(sh::command("cargo package --no-verify --quiet --package quote-extractor"))?;
    let metadata = sh::output(sh::command("cargo metadata --no-deps --format-version 1"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let target = metadata["target_directory"].as_str().context("cargo named no target folder")?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let version = packages
        .filter(|package| package["name"] == "quote-extractor")
        .find_map(|package| package["version"].as_str())
        .context("cargo named no version")?;
    Ok(Path::new(target).join(format!("package/quote-extractor-{version}.crate")))
}

/// Builds the command line and returns its path.
fn command_line() -> Result<PathBuf> {
    let version = sh::output(sh::command("rustc -vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let mut cargo = sh::command(
        "cargo build --release --features cli --bin quote-extractor \
         --message-format json-render-diagnostics",
    );
    cargo.args(build::rustc_flags(host.context("rustc named no host")?, &[])?);
    let printed = sh::output(cargo)?;
    sh::artifacts(&printed)
        .into_iter()
        .find_map(|artifact| artifact["executable"].as_str().map(PathBuf::from))
        .context("cargo named no program")
}

/// Every file below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    files.sort();
    Ok(files)
}

/// Adds every file below `folder`.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Path, sizes and the hash for `integrity="…"` of one file.
fn describe(dist: &Path, file: &Path) -> Result<Value> {
    let bytes = fs::read(file)?;
    let size::Size { gzip, brotli, .. } = size::of(&bytes)?;
    let path = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(json!({
        "path": path,
        "bytes": bytes.len(),
        "gzip": gzip,
        "brotli": brotli,
        "integrity": format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))),
    }))
}
