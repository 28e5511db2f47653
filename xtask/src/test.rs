//! `cargo xtask test`: all checks that a change has to pass.

use std::fs;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::sh::{self, command as program};
use crate::{audit, build, dist, parity, project, reproduce, size, spark, tools};

/// A step and what it runs.
type Step = (&'static str, fn() -> Result<()>);

/// Steps that are fast and fail often come first; each may use what an earlier one has built.
const STEPS: [Step; 14] = [
    ("format", format),
    ("lints", lints),
    ("documentation", documentation),
    ("Rust tests", rust_tests),
    ("npm packages", tools::npm_packages),
    ("format and lints of the JavaScript and CSS", javascript_and_css),
    ("wasm build", || build::build(true)),
    ("types of the JavaScript", types),
    ("agreement of wasm and native results", parity::samples),
    ("browser tests", browser),
    ("tests in three engines", engines),
    ("audit of the packages", audit::audit),
    ("example on Spark", spark::example),
    ("packages and sizes", packages),
];

/// Runs the command: every step, even if an earlier one failed, so that one run shows all failures.
pub fn command(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "test takes no options; try `cargo xtask help`");
    let began = Instant::now();
    let mut failed = Vec::new();
    for (name, step) in STEPS {
        println!("\n== {name} ({} s)", began.elapsed().as_secs());
        if let Err(error) = step() {
            println!("\nFAILED: {name}: {error:#}");
            failed.push(name);
        }
    }
    println!("\nsteps: {} passed, {} failed", STEPS.len() - failed.len(), failed.len());
    if !failed.is_empty() {
        bail!("failed: {}; see the lines FAILED above", failed.join(", "));
    }
    Ok(())
}

fn format() -> Result<()> {
    tools::rust_components()?;
    sh::run(program("cargo fmt --all --check"))
}

fn lints() -> Result<()> {
    tools::wasm_target()?;
    sh::run(program("cargo clippy --workspace --all-targets --all-features -- -D warnings"))?;
    sh::run(program(
        "cargo clippy --package quote-extractor --lib --target wasm32-unknown-unknown \
         -- -D warnings",
    ))
}

fn documentation() -> Result<()> {
    let mut doc = program(
        "cargo doc --package quote-extractor --lib --no-deps --all-features \
         --document-private-items",
    );
    doc.env("RUSTDOCFLAGS", "-D warnings");
    sh::run(doc)
}

fn rust_tests() -> Result<()> {
    let all = sh::run(program("cargo test --workspace --all-features --no-fail-fast"));
    // What ships to the browser is built without features, and the tests above run with all of them. So the
    // specs run without them, too: a feature such as `train` must not change what the core finds.
    let shipped = sh::run(program("cargo test --package quote-extractor --test spec"));
    all.and(shipped)
}

/// Format, order of imports and lints, by `biome.jsonc`.
fn javascript_and_css() -> Result<()> {
    sh::run(program("node node_modules/@biomejs/biome/bin/biome ci --error-on-warnings"))
}

fn types() -> Result<()> {
    sh::run(program("node node_modules/typescript/bin/tsc --project tsconfig.json"))
}

/// Builds what is published, uses it as other projects would, and checks that it can be built again and
/// keeps its budgets of size.
fn packages() -> Result<()> {
    let dist = project::path("target/dist");
    let site = dist::web(&dist)?;
    let used = node_tests("tests/dist", |node| {
        node.env("DIST", &dist);
    });
    reproduce::again(&dist)?;
    size::check(&dist, &site)?;
    used
}

fn browser() -> Result<()> {
    node_tests("tests/browser", |_| {})
}

/// The element in Chromium, Firefox and WebKit.
fn engines() -> Result<()> {
    tools::firefox_and_webkit()?;
    node_tests("tests/engines", |_| {})
}

/// Runs the tests of a folder. It names each file, because versions of Node.js differ in what they run
/// for `node --test FOLDER`.
fn node_tests(folder: &str, prepare: impl Fn(&mut Command)) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project::path(folder))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    ensure!(!files.is_empty(), "there is no {folder}/*.test.js");
    // Without a limit, a page that never answers would keep CI busy until the limit of CI itself.
    let mut node = program("node --test --test-timeout=600000");
    node.args(files).env("CHROMIUM_PATH", tools::chromium()?);
    prepare(&mut node);
    sh::run(node)
}
