//! `cargo xtask audit`: licences, sources and known holes of all that the project is built from.
//!
//! Known holes are listed on servers. Where one cannot be reached, the audit says loudly what it did
//! not check and passes: whether a build passes must not depend on somebody else's server.

use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::sh::{self, command as program};
use crate::tools;

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "audit takes no options; try `cargo xtask help`");
    tools::npm_packages()?;
    audit()
}

/// Looks at the packages of both lock files.
pub fn audit() -> Result<()> {
    let deny = tools::cargo_deny()?;
    let deny = |what: &str| {
        let mut command = program(&deny.to_string_lossy());
        command.arg("--workspace").args(what.split(' '));
        command
    };
    sh::run(deny("check --hide-inclusion-graph licenses bans sources"))?;
    if sh::succeeds(deny("fetch db")) {
        sh::run(deny("check advisories"))?;
    } else {
        not_checked("the Rust packages for known holes: the database of RustSec cannot be reached");
    }
    npm()
}

/// Known holes of the npm packages, all of which are tools.
fn npm() -> Result<()> {
    let mut command = program("npm audit --json");
    let output = command.stderr(Stdio::null()).output().context("npm")?;
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let Some(counts) = report["metadata"]["vulnerabilities"].as_object() else {
        not_checked("the npm packages for known holes: the registry does not answer");
        return Ok(());
    };
    let count = |level: &str| counts.get(level).and_then(Value::as_u64).unwrap_or(0);
    let (low, high) = (count("low") + count("moderate"), count("high") + count("critical"));
    println!("npm packages with known holes: {high} severe, {low} others");
    if high > 0 {
        bail!("npm packages have severe known holes; `npm audit` names them");
    }
    Ok(())
}

fn not_checked(what: &str) {
    println!("\n!! NOT CHECKED: {what}\n");
}
