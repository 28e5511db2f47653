//! `cargo xtask audit`: licences, sources and known vulnerabilities of all packages that are used.
//!
//! The lists of known vulnerabilities are on servers. If one cannot be reached, the audit prints a
//! line `NOT CHECKED` and passes: whether a build passes must not depend on a third-party server.

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

/// Checks the packages of both lock files.
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
        not_checked(
            "known vulnerabilities of Rust packages",
            "the RustSec database cannot be reached",
        );
    }
    npm()
}

/// Checks the npm packages, all of which are tools, for known vulnerabilities.
fn npm() -> Result<()> {
    let mut command = program("npm audit --json");
    let output = command.stderr(Stdio::null()).output().context("npm")?;
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let Some(counts) = report["metadata"]["vulnerabilities"].as_object() else {
        not_checked("known vulnerabilities of npm packages", "the registry does not answer");
        return Ok(());
    };
    let count = |level: &str| counts.get(level).and_then(Value::as_u64).unwrap_or(0);
    let (low, high) = (count("low") + count("moderate"), count("high") + count("critical"));
    println!("known vulnerabilities of npm packages: {high} severe, {low} others");
    if high > 0 {
        bail!("npm packages have severe vulnerabilities; `npm audit` lists them");
    }
    Ok(())
}

fn not_checked(what: &str, reason: &str) {
    println!("\n!! NOT CHECKED: {what}, because {reason}\n");
}
