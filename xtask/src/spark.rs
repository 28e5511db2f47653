//! `cargo xtask spark`: runs the example of `docs/examples/spark` on a folder of texts and compares its
//! reports with those of the library.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use quote_extractor::{Options, extract};
use serde_json::Value;

use crate::project;
use crate::sh::{self, command as program, say};

/// The folder that the Python packages of the example are installed in.
const PYTHON: &str = "target/python";
const REQUIREMENTS: &str = "docs/examples/spark/requirements.txt";

/// Texts and file names that are hard for a line of JSON, a path or a pipe.
const TEXTS: [(&str, &str); 5] = [
    ("plain.txt", "“We waited,” Ann Lee said."),
    ("with a blank, é and 100%.txt", "“Yes,” said Bob.\r\n\r\n“No.”\n\n\n"),
    ("nothing.txt", ""),
    ("separators.txt", "Ann Lee said: “One\u{2028}two\u{85}three\u{0}.”\n\\n \\u201c \"quoted\" {"),
    ("other planes.txt", "😀 “𝔜𝔢𝔰,” said Ann Lee."),
];

/// How many more files there are, so that each task has several.
const MORE: usize = 60;

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "spark takes no options; try `cargo xtask help`");
    example()
}

/// Runs the example, or says which program it lacks.
pub fn example() -> Result<()> {
    for (needed, probe) in [("Java 17", "java -version"), ("Python 3", "python3 -m venv --help")] {
        if !sh::succeeds(program(probe)) {
            println!("SKIPPED: the example on Spark was not run, because {needed} is missing");
            return Ok(());
        }
    }
    let python = python_packages()?;
    let built = sh::output(program(
        "cargo build --quiet --bin quote-extractor --features cli \
         --message-format json-render-diagnostics",
    ))?;
    let built = sh::artifacts(&built);
    let mut executables = built.iter().filter_map(|message| message["executable"].as_str());
    let extractor = executables.next().context("cargo built no command line")?;

    let folder = project::path("target/spark");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut texts: Vec<(String, String)> =
        TEXTS.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect();
    texts.extend((0..MORE).map(|n| (format!("{n}.txt"), format!("“Number {n},” said Ann Lee."))));
    fs::create_dir_all(folder.join("texts"))?;
    for (name, text) in &texts {
        fs::write(folder.join("texts").join(name), text)?;
    }

    sh::run(spark(&python, &folder, "reports", extractor))?;
    let mut reports = read(&folder.join("reports"))?;
    ensure!(reports.len() == texts.len(), "{} reports on {} files", reports.len(), texts.len());
    for (name, text) in texts {
        let report = reports.remove(&name).with_context(|| format!("no report on {name}"))?;
        let mut expected = serde_json::to_value(extract(&text, &Options::default()))?;
        expected["id"] = report["id"].clone();
        ensure!(report == expected, "{name}: {report}\ninstead of {expected}");
    }

    let fails = spark(&python, &folder, "no-reports", "false");
    ensure!(!sh::succeeds(fails), "the example succeeds where the extractor fails");
    say(&format!("Spark gave the reports of the library on all {} files", MORE + TEXTS.len()));
    Ok(())
}

/// Runs the script of the example on `texts` with Python alone, without `spark-submit`.
fn spark(python: &Path, folder: &Path, output: &str, extractor: &str) -> Command {
    let mut run = Command::new(python);
    run.arg(project::path("docs/examples/spark/quotations.py"))
        .args([&folder.join("texts"), &folder.join(output)])
        .arg(extractor)
        .env("PYSPARK_PYTHON", python)
        // Without this, Spark does not start if the network does not know the name of this machine.
        .env("SPARK_LOCAL_IP", "127.0.0.1");
    run
}

/// The Python that has the packages; it installs them if they are missing.
fn python_packages() -> Result<PathBuf> {
    let bin = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python3" };
    let python = project::path(PYTHON).join(bin);
    let wanted = fs::read(project::path(REQUIREMENTS)).context(REQUIREMENTS)?;
    let stamp = project::path(PYTHON).join("requirements.txt");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    say("installing pyspark from PyPI, 450 MB, into target/python");
    sh::run(program(&format!("python3 -m venv {PYTHON}")))?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(project::path(REQUIREMENTS));
    sh::run(pip)?;
    fs::write(stamp, wanted)?;
    Ok(python)
}

/// The reports that Spark has written to `folder`, by the name of the text's file.
fn read(folder: &Path) -> Result<BTreeMap<String, Value>> {
    let mut reports = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("part-")) {
            continue;
        }
        for line in fs::read_to_string(&path)?.lines() {
            let report: Value = serde_json::from_str(line).with_context(|| line.to_owned())?;
            let address = report["id"].as_str().unwrap_or_default();
            let name = address.rsplit('/').next().unwrap_or_default().to_owned();
            ensure!(!reports.contains_key(&name), "two reports on {name}");
            reports.insert(name, report);
        }
    }
    Ok(reports)
}
