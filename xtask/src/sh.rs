//! Runs other programs from the root of the checkout and turns their failure into an error.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project;

/// Says on standard error what happens next, in one line.
pub fn say(line: &str) {
    eprintln!("xtask: {line}");
}

/// A command with its arguments split at spaces.
pub fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(program(words.next().unwrap_or_default()));
    command.args(words).current_dir(project::root()).stdin(Stdio::null());
    command
}

/// Runs `command` with its output shown.
pub fn run(mut command: Command) -> Result<()> {
    let shown = show(&command);
    let status = command.status().with_context(|| format!("could not start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs `command` with its errors shown and returns what it printed.
pub fn output(mut command: Command) -> Result<String> {
    let shown = show(&command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{shown}` printed something that is not UTF-8"))
}

/// Whether `command` runs and succeeds; its output is not shown.
pub fn succeeds(mut command: Command) -> bool {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// What cargo prints about the files that it has built, with `--message-format json-render-diagnostics`.
pub fn artifacts(printed: &str) -> Vec<Value> {
    messages(printed, "compiler-artifact")
}

/// What cargo prints for this reason, with `--message-format json-render-diagnostics`.
pub fn messages(printed: &str, reason: &str) -> Vec<Value> {
    let messages = printed.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.filter(|message| message["reason"] == reason).collect()
}

/// The command as a person would type it.
fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The name under which a program is found; npm is a script on Windows.
fn program(name: &str) -> String {
    match name {
        "cargo" => std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()),
        "npm" if cfg!(windows) => "npm.cmd".into(),
        name => name.into(),
    }
}
