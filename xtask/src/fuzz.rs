//! `cargo xtask fuzz`: tries inputs that nobody thought of, guided by the code that they reach.

use std::fs;

use anyhow::{Result, ensure};

use crate::project;
use crate::sh::{self, command as program, say};

/// The targets, by the names of their files in `fuzz/fuzz_targets`.
const TARGETS: [&str; 3] = ["extract", "offsets", "jsonl"];

/// How long a target runs where nothing else is asked for, in seconds.
const SECONDS: u32 = 60;

/// An input that takes more than so many seconds is a hang, and one that takes more than so many
/// megabytes too hungry; both count as crashes. Longer inputs are the business of `tests/hostile.rs`.
/// Leaks are not looked for: safe code has none, and threads that are about to end look like one.
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
            ensure!(number.is_some(), "`{argument}` is neither seconds nor one of {TARGETS:?}");
            seconds = number.unwrap_or(SECONDS);
        }
    }
    install()?;
    for target in targets {
        run(target, seconds)?;
    }
    Ok(())
}

/// What is found new goes to `target/fuzz`, and what fails to `fuzz/crashes`, where
/// `tests/replay.rs` finds it.
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
    // Only a crash fills its folder.
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
