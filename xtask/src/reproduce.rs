//! Checks that a second build gives the same files, in the same folder and in another one.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::sh::{self, say};
use crate::{dist, project};

/// Bundles the same WebAssembly again. Fails if that gives other files than those in `folder`, or if a
/// file names a folder of this machine.
pub fn again(folder: &Path) -> Result<()> {
    let second = folder.with_extension("again");
    dist::bundle(&second)?;
    same(folder, &second)?;
    fs::remove_dir_all(second)?;

    let home = env::home_dir().map(|home| home.join(".cargo"));
    for place in [Some(project::root().to_path_buf()), home].into_iter().flatten() {
        let place = place.to_string_lossy().into_owned();
        for file in dist::files(folder)? {
            let named =
                fs::read(&file)?.windows(place.len()).any(|bytes| bytes == place.as_bytes());
            ensure!(!named, "{} names {place}", file.display());
        }
    }
    Ok(())
}

/// Builds a copy of the checkout in another folder, from nothing. Fails if that gives other files than
/// those in `folder`.
pub fn elsewhere(folder: &Path) -> Result<()> {
    let copy = env::temp_dir().join(format!("quote-extractor-{}", std::process::id()));
    say(&format!("building everything again in {}", copy.display()));
    let tracked = sh::output(sh::command("git ls-files -z --cached --others --exclude-standard"))?;
    for path in tracked.split('\0').filter(|path| !path.is_empty()) {
        let (from, to) = (project::path(path), copy.join(path));
        fs::create_dir_all(to.parent().unwrap_or(&copy))?;
        match fs::copy(from, to) {
            // The file was deleted, and git does not know yet.
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let built = copy.join("built");
    let program = env::current_exe().context("the path of this program is unknown")?;
    let mut xtask = sh::command(&program.to_string_lossy());
    xtask.args(["web".as_ref(), built.as_os_str()]).current_dir(&copy);
    xtask.env(project::ROOT, &copy).env("CARGO_TARGET_DIR", copy.join("target"));
    sh::run(xtask)?;
    let result = same(folder, &built);
    fs::remove_dir_all(copy)?;
    result
}

/// Fails if a file of `built` differs from the one in `folder`.
fn same(folder: &Path, built: &Path) -> Result<()> {
    let (before, now) = (hashes(folder)?, hashes(built)?);
    let differs = |path: &&String| before.get(*path) != now.get(*path);
    let paths: Vec<&str> = now.keys().filter(differs).map(String::as_str).collect();
    ensure!(paths.is_empty(), "a second build changed these files: {}", paths.join(", "));
    println!("{} files come out the same", now.len());
    Ok(())
}

/// The hash of each file below a folder.
fn hashes(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let hash = |file: &Path| -> Result<(String, Vec<u8>)> {
        let path = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        Ok((path, Sha256::digest(fs::read(file)?).to_vec()))
    };
    dist::files(folder)?.iter().map(|file| hash(file)).collect()
}
