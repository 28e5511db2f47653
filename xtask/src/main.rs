//! The project's own commands: `cargo xtask help` lists them.
//!
//! Each command is a module of its name. They share [`sh`] (running programs), [`tools`] (what has to
//! be installed) and [`project`] (paths).

mod audit;
mod bench;
mod build;
mod dist;
mod fuzz;
mod language_accuracy;
mod language_table;
mod parity;
mod project;
mod reproduce;
mod serve;
mod sh;
mod size;
mod spark;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND [OPTIONS]

Before the first command, install rustup and Node.js 20. A command installs whatever else it needs
and says so in one line.

Commands:
  build [--release]
      Compile the library for the browser and write the JavaScript that loads it to www/pkg.
      Adds the wasm32-unknown-unknown target. With --release, wasm-opt from the npm package
      `binaryen` also makes the result smaller and faster.

  serve [--port N] [--no-open]
      Build, serve index.html and www/ on 127.0.0.1 and open the page in a browser. The port is
      8080, or the next free one.

  test
      Run all checks: format, lints, documentation, Rust tests, format and lints of the JavaScript
      and CSS, wasm build, types of the JavaScript, the same results from wasm and native, browser
      tests, the element in Chromium, Firefox and WebKit, an audit of the packages, the example on
      Spark, and the published files: their size, and that other projects can use them. Installs the
      npm packages of the lock file, pyspark if there are Java and Python 3, and missing browsers with
      apt-get if you are root.

  audit
      Check licences, sources and known vulnerabilities of the Rust and npm packages; say what could
      not be checked. Installs cargo-deny in target/tools once, which takes some minutes. Part of
      `test`.

  parity FILE.jsonl… [--limit N]
      Run the native and the wasm build on each line, a JSON object {\"id\",\"text\",\"lang\"}, and
      compare the whole reports. --limit takes the first N lines of each file.

  bench [FILE…] [--rounds N] [--seconds N] [--only PART] [--json FILE] [--write]
      Measure the native build and the wasm in Node.js and Chromium, and compare them with the npm
      packages compromise and quote-parser: throughput, time to the first result, memory, growth.
      Reads text files, and {\"text\"} lines from .jsonl files; without files it makes texts.
      --seconds limits how long the slowest takes for a round; --only takes speed, first, memory or
      growth; --json writes the figures to a file; --write puts the tables into docs/speed.md.

  dist [--check]
      Make release builds of everything that is published: the site in dist/site, the npm package in
      dist/npm, one script and one HTML file with everything in them, the command line, the crate,
      and dist/manifest.json with sizes and hashes. Fails if a file exceeds its budget; with --check
      also if a copy of the checkout in another folder gives other files.

  web FOLDER
      Build only the part of `dist` that browsers and Node.js load, in a folder of your choice.

  fuzz [TARGET] [SECONDS]
      Try random inputs, guided by coverage, on one of the targets extract, offsets, jsonl and pack, or
      on each, for 60 seconds unless a time is given. Installs the nightly compiler and cargo-fuzz.

  spark
      Run the example of docs/examples/spark on a folder of texts and compare its reports with those
      of the library. If Java or Python 3 is missing, it only says so.

  train FILE.jsonl…
      Estimate the weights of the attribution model from annotated documents and write them to
      src/weights/weights.txt. xtask/src/train/gold.rs describes the format of the documents.

  train-reported FILE.jsonl…
      Estimate the weights of the decisions on reported clauses, from documents with indirect speech, and
      write them to src/weights/weights.txt.

  language-table FOLDER
      Choose the words that show the language of a text and write them to src/language/table.txt. FOLDER
      has a folder for each language with a file language_words.tsv, the frequencies of its words.

  language-accuracy FILE.jsonl…
      Measure how often the language of the texts, and of pieces of 30 words of them, is told right.
      Reads JSON lines, {\"text\",\"lang\"}; a line without \"lang\" is in English.

  held-out [--join N] FILE.jsonl…
      Measure how good the weights are on documents that they were not estimated from. Reads JSON
      lines from standard input and prints a report for each, by weights that were estimated from
      the annotated files without that document. Then prints how confident the reports were and how
      often they were right. With --join, each document that is read is N passages of a novel.

  help
      Print this text.
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_else(|| "help".into());
    let rest: Vec<String> = arguments.collect();
    if matches!(command.as_str(), "help" | "--help" | "-h")
        || rest.iter().any(|argument| argument == "--help" || argument == "-h")
    {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let done = match command.as_str() {
        "audit" => audit::command(&rest),
        "build" => build::command(&rest),
        "serve" => serve::command(&rest),
        "test" => test::command(&rest),
        "parity" => parity::command(&rest),
        "bench" => bench::command(&rest),
        "dist" => dist::command(&rest),
        "fuzz" => fuzz::command(&rest),
        "spark" => spark::command(&rest),
        "web" => dist::web_command(&rest),
        "train" => train::command(&rest),
        "train-reported" => train::reported::command(&rest),
        "language-accuracy" => language_accuracy::command(&rest),
        "language-table" => language_table::command(&rest),
        "held-out" => train::held_out::command(&rest),
        unknown => Err(anyhow::anyhow!("there is no command `{unknown}`; try `cargo xtask help`")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
