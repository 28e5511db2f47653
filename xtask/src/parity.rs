//! `cargo xtask parity`: checks that the wasm build and the native build give the same reports.
//!
//! Both answer the same JSON lines with UTF-16 offsets: the native build is the command line, and the
//! wasm build is run by a small script in Node.js, which loads `www/pkg` as a page does. The names of the
//! enums are compared as well, because they cross as numbers and no text has all of them.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use quote_extractor::{BlockKind, Evidence, Form, QuotationKind, Reading, Rule, SpeakerKind};
use serde_json::{Value, json};

use crate::sh::{self, say};
use crate::{build, project};

/// How many differences are shown.
const SHOWN: usize = 5;

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    let (mut files, mut limit) = (Vec::new(), usize::MAX);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--limit" => {
                let given = rest.next().context("--limit needs a number")?;
                limit = given.parse().with_context(|| format!("`{given}` is not a number"))?;
            }
            option if option.starts_with('-') => {
                bail!("parity does not know `{option}`; try `cargo xtask help`")
            }
            file => files.push(file),
        }
    }
    if files.is_empty() {
        bail!("name at least one file of {{\"id\",\"text\"}} lines");
    }
    build::build(false)?;
    for file in files {
        let content = fs::read_to_string(file).with_context(|| file.to_owned())?;
        let lines: Vec<&str> =
            content.lines().filter(|l| !l.trim().is_empty()).take(limit).collect();
        compare(file, &lines)?;
    }
    Ok(())
}

/// Compares the two builds over the texts of the project's own specs.
pub fn samples() -> Result<()> {
    let mut lines = Vec::new();
    collect_texts(&project::path("tests/spec"), &mut lines)?;
    // What the specs do not have: surrogate pairs, control characters, an empty text.
    let odd = ["", "\u{FEFF}“😀𝔘,” she said.\r\n\0\t‘e\u{301}’", &"“".repeat(999)];
    for (n, text) in odd.into_iter().enumerate() {
        lines.push(json!({ "id": format!("odd-{n}"), "text": text }).to_string());
    }
    // What a caller knows of a text. The hint counts code units, and its end is past that of the text.
    lines.push(
        json!({
            "id": "options", "text": "😀 “It rained,” said Ann Lee.", "lang": "en-GB", "form": "article",
            "hints": [{ "start": 3, "end": 99, "kind": "quote", "speaker": "Ann Lee" }],
        })
        .to_string(),
    );
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    compare("tests/spec", &lines)
}

/// Adds a line for each fenced text in the Markdown files of `folder`.
fn collect_texts(folder: &Path, lines: &mut Vec<String>) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files.iter().filter(|f| f.path().extension().is_some_and(|e| e == "md")) {
        let content = fs::read_to_string(file.path())?;
        let name = file.file_name().to_string_lossy().into_owned();
        for (n, block) in content.split("\n```text").skip(1).enumerate() {
            let (lang, rest) = block.split_once('\n').unwrap_or((block, ""));
            let lang = Some(lang.trim()).filter(|lang| !lang.is_empty());
            let text = rest.split("\n```").next().unwrap_or("");
            let id = format!("{name}-{}", n + 1);
            lines.push(json!({ "id": id, "text": text, "lang": lang }).to_string());
        }
    }
    Ok(())
}

/// Runs both builds on `lines` and compares their answers.
fn compare(what: &str, lines: &[&str]) -> Result<()> {
    say(&format!("comparing wasm and native results over {what}"));
    let native = answers(
        sh::command(
            "cargo run --quiet --release --features cli --bin quote-extractor -- \
             --jsonl --offsets utf-16",
        ),
        lines,
    )?;
    let mut wasm = answers(sh::command("node xtask/src/parity.js"), lines)?;
    if wasm.is_empty() || wasm.remove(0) != names() {
        bail!(
            "www/core/packed-report.js has other names than src/report, or another order; \
             the names of src/report are\n{:#}",
            names()
        );
    }
    if native.len() != lines.len() || wasm.len() != lines.len() {
        bail!("{} lines, {} native and {} wasm answers", lines.len(), native.len(), wasm.len());
    }
    let mut different = 0;
    for (native, wasm) in native.iter().zip(&wasm) {
        if native != wasm {
            different += 1;
            if different <= SHOWN {
                println!("{}: native and wasm differ", native["id"]);
                show_difference("", native, wasm);
            }
        }
    }
    println!("{what}: {} documents compared, {different} different", lines.len());
    if different > 0 {
        bail!("the wasm build gives other reports than the native build");
    }
    Ok(())
}

/// The names of all enums of a report, in the order of their declaration.
fn names() -> Value {
    macro_rules! names {
        ($enum:ident) => {
            $enum::ALL.iter().map(|variant| variant.as_str()).collect::<Vec<_>>()
        };
    }
    json!({
        "reading": names!(Reading),
        "form": names!(Form),
        "blockKind": names!(BlockKind),
        "quotationKind": names!(QuotationKind),
        "rule": names!(Rule),
        "evidence": names!(Evidence),
        "speakerKind": names!(SpeakerKind),
    })
}

/// Writes `lines` to a program and reads an answer from each line that it prints.
fn answers(mut command: Command, lines: &[&str]) -> Result<Vec<Value>> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().context("no standard input")?;
    let text = lines.join("\n") + "\n";
    // From a thread of its own: the program answers while it still reads.
    let writer = thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output()?;
    let written = writer.join();
    if !output.status.success() {
        bail!("{} failed ({})", command.get_program().to_string_lossy(), output.status);
    }
    written.ok().context("the writing thread panicked")??;
    let printed = String::from_utf8(output.stdout)?;
    printed.lines().map(|line| Ok(numbers_as_javascript(serde_json::from_str(line)?))).collect()
}

/// The value with every number as a float: JavaScript has no others and prints 0.0 as 0.
fn numbers_as_javascript(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(numbers_as_javascript).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, numbers_as_javascript(value))).collect()
        }
        other => other,
    }
}

/// Prints the first place where two values differ.
fn show_difference(path: &str, native: &Value, wasm: &Value) {
    match (native, wasm) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
            if let Some(key) = a.keys().find(|key| a[*key] != b[*key]) {
                show_difference(&format!("{path}.{key}"), &a[key], &b[key]);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            if let Some(n) = (0..a.len()).find(|&n| a[n] != b[n]) {
                show_difference(&format!("{path}[{n}]"), &a[n], &b[n]);
            }
        }
        _ => println!("  {path}\n    native {native}\n    wasm   {wasm}"),
    }
}
