//! `cargo xtask fuzz`: tries random inputs, guided by the code that they reach.

use std::fs;

use anyhow::{Result, ensure};

use crate::project;
use crate::sh::{self, command as program, say};

/// The targets, by the names of their files in `fuzz/fuzz_targets`.
const TARGETS: [&str; 4] = ["extract", "offsets", "jsonl", "pack"];

/// How many seconds a target runs by default.
const SECONDS: u32 = 60;

/// An input that takes more seconds or more megabytes than this counts as a crash. Longer inputs are
/// tried by `tests/hostile.rs`. Leaks are not looked for: safe code has none, and threads that are
/// about to end look like one.
const LIMITS: &str = "-max_len=4096 -timeout=5 -rss_limit_mb=1024 -detect_leaks=0 \
                      -dict=fuzz/dictionary.txt";

/// Runs the command: `[TARGET] [SECONDS]`.
pub fn command(arguments: &[String]) -> Result<()> {
    let (mut targets, mut seconds) = (TARGETS.to_vec(), SECONDS);
    for argument in arguments {
        if let Some(target) = TARGETS.iter().find(|target| *target == argument) {
            targets = vec![target];
        } else {
            let number = argument.parse().ok().filter(|number| *number > 0);
            ensure!(
                number.is_some(),
                "`{argument}` is neither a number of seconds nor one of {TARGETS:?}"
            );
            seconds = number.unwrap_or(SECONDS);
        }
    }
    install()?;
    for target in targets {
        run(target, seconds)?;
    }
    Ok(())
}

/// Fuzzes one target. New inputs go to `target/fuzz`, and those that fail to `fuzz/crashes`, where
/// `tests/replay.rs` finds them.
fn run(target: &str, seconds: u32) -> Result<()> {
    let (found, crashes) =
        (format!("target/fuzz/corpus/{target}"), format!("fuzz/crashes/{target}"));
    for folder in [&found, &crashes] {
        fs::create_dir_all(project::path(folder))?;
    }
    say(&format!("fuzzing {target} for {seconds} s; crashes go to {crashes}"));
    let run = sh::run(program(&format!(
        "rustup run nightly cargo fuzz run --target-dir target/fuzz {target} {found} \
         fuzz/corpus/{target} -- {LIMITS} -artifact_prefix={crashes}/ -max_total_time={seconds} \
         -print_final_stats=1"
    )));
    // Succeeds only if there was no crash to fill the folder.
    _ = fs::remove_dir(project::path(&crashes));
    run
}

/// Installs the nightly compiler and cargo-fuzz when they are missing.
fn install() -> Result<()> {
    if !sh::succeeds(program("rustup run nightly rustc --version")) {
        say("installing the nightly compiler with rustup, for its sanitizer");
        sh::run(program("rustup toolchain install nightly --profile minimal"))?;
    }
    if !sh::succeeds(program("cargo fuzz --version")) {
        say("installing cargo-fuzz with cargo");
        sh::run(program("cargo install --locked cargo-fuzz"))?;
    }
    Ok(())
}
