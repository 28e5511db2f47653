//! `cargo xtask dist`: everything that is published, in `dist/`.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::sh::{self, say};
use crate::{build, project, size};

/// What the npm package holds besides `www/`.
const DOCUMENTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// What package.json holds for this checkout alone.
const PRIVATE_KEYS: [&str; 3] = ["private", "scripts", "devDependencies"];

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "dist takes no options; try `cargo xtask help`");
    build::build(true)?;
    let dist = project::path("dist");
    match fs::remove_dir_all(&dist) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    say("writing the site to dist/site");
    let site = dist.join("site");
    copy_www(&site.join("www"), |name| !name.ends_with(".ts"))?;
    fs::copy(project::path("index.html"), site.join("index.html")).context("index.html")?;

    say("writing the npm package to dist/npm");
    let npm = dist.join("npm");
    copy_www(&npm.join("www"), |_| true)?;
    for document in DOCUMENTS.iter().filter(|name| project::path(name).is_file()) {
        fs::copy(project::path(document), npm.join(document))?;
    }
    copy_package_json(&npm)?;

    say("compiling the command line");
    let cli = command_line()?;

    let mut files = Vec::new();
    list(&dist, &mut files)?;
    files.sort();
    let entries = files.iter().map(|file| describe(&dist, file)).collect::<Result<Vec<_>>>()?;
    let manifest = serde_json::to_string_pretty(&json!({ "files": entries }))? + "\n";
    fs::write(dist.join("manifest.json"), manifest)?;

    println!("site          dist/site");
    println!("npm package   dist/npm (`npm pack ./dist/npm`)");
    println!("command line  {} ({} bytes)", cli.display(), fs::metadata(&cli)?.len());
    println!("manifest      dist/manifest.json ({} files)", files.len());
    Ok(())
}

/// Copies the files of `www/` that are published and `wanted` by name.
fn copy_www(to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    let www = project::path("www");
    let mut files = Vec::new();
    list(&www, &mut files)?;
    for file in files {
        let relative = file.strip_prefix(&www)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with('.') && wanted(&name) {
            let target = to.join(relative);
            fs::create_dir_all(target.parent().unwrap_or(to))?;
            fs::copy(&file, target)?;
        }
    }
    Ok(())
}

/// Copies package.json without what only this checkout needs; npm keeps the order of the keys,
/// on which the choice among `exports` depends.
fn copy_package_json(to: &Path) -> Result<()> {
    fs::copy(project::path("package.json"), to.join("package.json"))?;
    let mut npm = sh::command("npm pkg delete");
    npm.args(PRIVATE_KEYS).current_dir(to);
    sh::run(npm)
}

/// Builds the command line and gives its path.
fn command_line() -> Result<PathBuf> {
    let printed = sh::output(sh::command(
        "cargo build --release --features cli --bin quote-extractor \
         --message-format json-render-diagnostics",
    ))?;
    sh::artifacts(&printed)
        .into_iter()
        .find_map(|artifact| artifact["executable"].as_str().map(PathBuf::from))
        .context("cargo named no program")
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
    let path = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(json!({
        "path": path,
        "bytes": bytes.len(),
        "gzip": size::gzip(&bytes)?,
        "integrity": format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))),
    }))
}
