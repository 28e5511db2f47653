//! `cargo xtask bench`: the speed of the builds, compared with other packages and with a lower bound.
//!
//! This module builds what is measured and makes tables of the figures; `tests/bench/run.js` measures.

mod figures;
mod tables;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::{fs, str};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use self::figures::Figures;
use crate::sh::{self, say};
use crate::{build, project, tools};

/// The lines of `docs/speed.md` between which `--write` puts the tables.
const BEGIN: &str = "<!-- What follows is written by `cargo xtask bench --write`. -->\n";
const END: &str = "<!-- What follows is written by hand. -->\n";

/// The parts that `--only` takes.
const PARTS: [&str; 4] = ["speed", "first", "memory", "growth"];

/// The options of the command.
struct Request {
    /// Absolute, because the programs run at the root of the checkout.
    files: Vec<PathBuf>,
    rounds: u32,
    /// How many seconds the slowest contender may take for one pass over the texts.
    seconds: f64,
    only: Option<String>,
    json: Option<PathBuf>,
    write: bool,
}

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    let request = parse(arguments)?;
    build::build(true)?;
    tools::npm_packages()?;
    let chromium = tools::chromium()?;
    let native = build_native()?;
    say("measuring, which takes some minutes");
    let printed = measure(&request, &native, &chromium)?;
    let figures = Figures::read(&printed).context("what tests/bench/run.js printed")?;
    let tables = tables::of(&figures);
    print!("{tables}");
    if let Some(path) = &request.json {
        fs::write(path, printed).with_context(|| path.display().to_string())?;
    }
    if request.write {
        write(&tables)?;
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<Request> {
    let mut request = Request {
        files: Vec::new(),
        rounds: 7,
        seconds: 2.0,
        only: None,
        json: None,
        write: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--rounds" => request.rounds = value()?.parse().context("--rounds")?,
            "--seconds" => request.seconds = value()?.parse().context("--seconds")?,
            "--json" => request.json = Some(value()?.into()),
            "--write" => request.write = true,
            "--only" => {
                let part = value()?;
                ensure!(PARTS.contains(&part.as_str()), "--only takes one of {PARTS:?}");
                request.only = Some(part.clone());
            }
            option if option.starts_with('-') => {
                bail!("bench does not know `{option}`; try `cargo xtask help`")
            }
            file => request.files.push(fs::canonicalize(file).with_context(|| file.to_owned())?),
        }
    }
    ensure!(request.rounds > 0 && request.seconds > 0.0, "--rounds and --seconds must be above 0");
    ensure!(
        !(request.write && request.only.is_some()),
        "--write needs all parts; leave --only out"
    );
    Ok(request)
}

/// Builds the native contender and returns its path.
fn build_native() -> Result<PathBuf> {
    say("compiling the native build");
    let printed = sh::output(sh::command(
        "cargo build --package quote-extractor --release --example bench-native \
         --message-format json-render-diagnostics",
    ))?;
    let artifacts = sh::artifacts(&printed);
    let mut programs = artifacts.iter().filter_map(|artifact| artifact["executable"].as_str());
    programs.next_back().map(PathBuf::from).context("cargo named no program")
}

/// Runs the script and returns what it printed.
fn measure(request: &Request, native: &Path, chromium: &Path) -> Result<String> {
    let input = json!({
        "files": request.files,
        "rounds": request.rounds,
        "seconds": request.seconds,
        "only": request.only,
        "native": native,
    });
    let mut node = sh::command("node tests/bench/run.js");
    node.env("CHROMIUM_PATH", chromium).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = node.spawn().context("could not start node")?;
    let mut stdin = child.stdin.take().context("no standard input")?;
    stdin.write_all(input.to_string().as_bytes())?;
    drop(stdin);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "tests/bench/run.js failed ({})", output.status);
    Ok(str::from_utf8(&output.stdout)?.to_owned())
}

/// Puts the tables into `docs/speed.md`.
fn write(tables: &str) -> Result<()> {
    let path = project::path("docs/speed.md");
    let content = fs::read_to_string(&path).context("docs/speed.md")?;
    let (before, rest) =
        content.split_once(BEGIN).context("docs/speed.md has no line where the tables begin")?;
    let (_, after) =
        rest.split_once(END).context("docs/speed.md has no line where the tables end")?;
    fs::write(&path, format!("{before}{BEGIN}\n{tables}\n{END}{after}")).context("docs/speed.md")
}
